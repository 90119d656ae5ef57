/** The agency and its people as a file names them. */
import { capacities, type Capacity, type Credential } from '@anjuan/case';
import type { LocalDate } from '@anjuan/law';
import { type At, type Reader, refused } from './form/node.js';
import { date, list, oneOf, oneOrMore, span, text } from './form/readers.js';
import { fields, record } from './form/record.js';
import { CaseFileUnreadable } from './form/unreadable.js';

export type Agency = Readonly<{ name: string; uscc: string; level?: string; domain: string; region: string }>;

export const agency: Reader<Agency> = record(
  fields({ name: text, uscc: text, domain: text, region: text }, { level: text }),
);

/** Somebody of an agency; `key` names them in the files of that agency. */
export type Person = Readonly<{
  key: string;
  name: string;
  roles: readonly Capacity[];
  credential?: Credential;
  legalQualification?: string;
  reviewerSince?: LocalDate;
  /** Where they are named, for messages. */
  at: Readonly<{ file: string; line: number; key: string }>;
}>;

const personForm = record(
  fields(
    { key: text, name: text, role: oneOrMore(oneOf(capacities)) },
    { credential: text, valid: span, legalQualification: text, reviewerSince: date },
  ),
);

const credentialOf = (at: At, number?: string, valid?: Readonly<{ from: LocalDate; to: LocalDate }>) => {
  if (number === undefined && valid === undefined) return {};
  if (number === undefined || valid === undefined)
    throw refused(at, '执法证应同时写明 credential 和 valid', 'credential and valid go together', [
      'credential',
      'valid',
    ]);
  return { credential: { number, validFrom: valid.from, validTo: valid.to } };
};

const person: Reader<Person> = (at) => {
  const { key, name, role, credential, valid, ...rest } = personForm(at);
  // `by: party` means the party of the case.
  if (key === 'party')
    throw refused(at, 'party 指当事人，不能作人员的 key', '"party" means the party: choose another key');
  return {
    key,
    name,
    roles: role,
    ...credentialOf(at, credential, valid),
    ...rest,
    at: { file: at.file, line: at.line, key: at.key },
  };
};

export const people: Reader<readonly Person[]> = (at) => merged(list(person)(at));

const clash = ({ at: { file, line, key }, key: whose }: Person, zh: string, en: string): CaseFileUnreadable =>
  new CaseFileUnreadable([{ file, line, key, zh: `“${whose}”${zh}`, en: `"${whose}" ${en}` }]);

const joined = (known: Person, again: Person): Person => {
  if (known.name !== again.name)
    throw clash(
      again,
      `已经是“${known.name}”（${known.at.file}:${known.at.line}），不能又是“${again.name}”：另取一个 key`,
      `is ${known.name} already (${known.at.file}:${known.at.line}) and cannot be ${again.name} too: choose another key`,
    );
  if (
    known.credential &&
    again.credential &&
    JSON.stringify(known.credential) !== JSON.stringify(again.credential)
  )
    throw clash(
      again,
      `的执法证与 ${known.at.file}:${known.at.line} 所写不同`,
      `has another credential in ${known.at.file}:${known.at.line}: write the same one in both`,
    );
  return { ...again, ...known, roles: [...new Set([...known.roles, ...again.roles])] };
};

/** One person for each key, with the roles of every mention. Throws when one key has two names or two credentials. */
export const merged = (mentions: readonly Person[]): readonly Person[] => {
  const byKey = new Map<string, Person>();
  for (const mention of mentions) {
    const known = byKey.get(mention.key);
    byKey.set(mention.key, known === undefined ? mention : joined(known, mention));
  }
  return [...byKey.values()];
};
