/** Of which party a line is, where the case has several: the line says it once, each act of a party's step enters it. */
import { acts, type EntryNumber } from '@anjuan/case';
import { ActUnplayable, type Said, type Scene } from './acts/scene.js';
import type { CaseFacts } from './case-facts.js';

const nameOf = ({ name, person }: CaseFacts['party']): string | undefined => name ?? person?.name;

const indexOf = ({ joined }: Said, name: string): number =>
  joined.findIndex(({ party }) => nameOf(party) === name);

/** What is alleged of that party: the cause is common, basis and amounts are not. */
export const factsOf = (facts: CaseFacts, said: Said, name: string | undefined): CaseFacts => {
  const found = name === undefined ? undefined : said.joined[indexOf(said, name)];
  return found === undefined ? facts : { cause: facts.cause, ...found };
};

/** The entry of the filing or of the joining. */
const entryOfParty = (
  facts: CaseFacts,
  said: Said,
  name: string,
  scene: Pick<Scene, 'entryOf'>,
): EntryNumber => {
  if (nameOf(facts.party) === name) return scene.entryOf('CaseFiled');
  const index = indexOf(said, name);
  if (index >= 0) return scene.entryOf('PartyJoined', index);
  throw new ActUnplayable(`本案没有当事人“${name}”`, `there is no party "${name}" in the case by then`);
};

const takesParty = (act: string): boolean =>
  new Map(Object.entries(acts)).get(act)?.entry.fields['ofParty'] !== undefined;

/** The entry as it is sent; a party that the entry itself names is left as it is. */
export const withParty = (
  entry: unknown,
  act: string,
  { facts, said, ofParty }: Readonly<{ facts: CaseFacts; said: Said; ofParty?: string | undefined }>,
  scene: Pick<Scene, 'entryOf'>,
): unknown =>
  ofParty === undefined || !takesParty(act)
    ? entry
    : { ofParty: entryOfParty(facts, said, ofParty, scene), ...Object(entry) };
