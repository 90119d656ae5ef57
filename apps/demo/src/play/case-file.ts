/** A case file as a clerk writes it: agency, people, party, acts in the order of their days, attempts. */
import { caseProcedure } from '@anjuan/case';
import type { AnyProcedure, Bilingual } from '@anjuan/procedure';
import type { Citation, LocalDate } from '@anjuan/law';
import { basename } from 'node:path';
import { actWords } from './acts/act-words.js';
import { actByName } from './acts/by-name.js';
import type { ActWord, Played } from './acts/act-word.js';
import { basis } from './acts/seizure.js';
import type { Said, Scene } from './acts/scene.js';
import type { CaseFacts } from './case-facts.js';
import {
  type At,
  fieldsAt,
  isListAt,
  isMapAt,
  membersAt,
  type Reader,
  refused,
  scalarAt,
  topOf,
} from './form/node.js';
import { amount, citation, date, flag, list, text, word } from './form/readers.js';
import { fields, record, type Fields } from './form/record.js';
import { gather } from './form/unreadable.js';
import { agency, people, type Agency, type Person } from './people-form.js';
import { party } from './party-form.js';
import { saidBefore } from './said.js';

/** An act or an attempt, ready to be played. */
export type Line = Readonly<{
  on: LocalDate;
  act: string;
  title: Bilingual;
  cites: readonly Citation[];
  /** Its line in the file. */
  line: number;
  unused: readonly string[];
  said: Said;
  play: (scene: Scene) => Promise<void>;
  /** The act opens a case by itself. */
  opens: boolean;
  /** By its name: of which party, where the case has several. */
  ofParty?: string;
  /** Of an attempt alone: why it must be refused; `exactly`: for nothing else. */
  attempt?: Readonly<{ refusedBy: readonly string[]; newCase: boolean; exactly: boolean }>;
}>;

export type CaseFile = Readonly<{
  /** File name without its ending. */
  name: string;
  /** Whose acts are played. */
  procedure: AnyProcedure;
  agency: Agency;
  people: readonly Person[];
  facts: CaseFacts;
  acts: readonly Line[];
  attempts: readonly Line[];
}>;

const knownWords: Readonly<Record<string, ActWord>> = actWords;
const commonOfAct = fields({ on: date, act: text }, { ofParty: text });
const commonOfAttempt = fields(
  { on: date, act: text, refusedBy: list(citation) },
  { newCase: flag, exactly: flag, ofParty: text },
);
type Common = Readonly<{
  on: LocalDate;
  act: string;
  refusedBy?: readonly string[];
  newCase?: boolean;
  exactly?: boolean;
  ofParty?: string;
}>;
export type ReadLine = Played<Common> & Readonly<{ at: At; word: ActWord }>;

const lineReader =
  (common: Fields<Common>): Reader<ReadLine> =>
  (at) => {
    const act = fieldsAt(at).get('act');
    if (act === undefined)
      throw refused(
        { ...at, key: `${at.key}.act` },
        '缺少键“act”',
        'missing key "act"',
        Object.keys(actWords),
      );
    const named = actByName(scalarAt(act)?.text ?? '') ?? word(knownWords)(act);
    return { ...named.reading(common)(at), at, word: named };
  };

const lines =
  (common: Fields<Common>): Reader<readonly ReadLine[]> =>
  (at) =>
    gather(membersAt(at).map((member) => () => lineReader(common)(member)));

export const outOfOrder = (
  acts: readonly Readonly<{ common: Readonly<{ on: LocalDate }>; at: At }>[],
): readonly (() => void)[] =>
  acts.flatMap((act, index) => {
    const before = acts[index - 1];
    if (before === undefined || before.common.on <= act.common.on) return [];
    const [day, earlier] = [act.common.on, before.common.on];
    return () => {
      throw refused(
        { ...act.at, key: `${act.at.key}.on` },
        `${day} 早于前一行为的 ${earlier}：行为应按日期先后排列`,
        `${day} comes before ${earlier} of the act above: acts stand in the order of their days`,
      );
    };
  });

const head = {
  agency,
  people,
  party,
  cause: text,
  basis: list(basis),
};
const amounts = { goodsValueYuan: amount, illegalGainsYuan: amount };

const played = (read: ReadLine, acts: readonly ReadLine[]): Line => {
  const { on, act, refusedBy, newCase = false, exactly = false, ofParty } = read.common;
  return {
    on,
    act,
    title: read.word.title,
    cites: read.word.cites,
    line: read.at.line,
    unused: read.unused,
    said: saidBefore(read, acts),
    play: read.play,
    opens: read.word.opens,
    ...(ofParty !== undefined && { ofParty }),
    ...(refusedBy && { attempt: { refusedBy, newCase, exactly } }),
  };
};

export const nameOf = (file: string): string => basename(file).replace(/\.ya?ml$/, '');

/** The keys alone, so that a person with something else amiss is not unknown in every act as well. */
const keysIn = (top: At): readonly string[] => {
  const named = fieldsAt(top).get('people');
  if (named === undefined || !isListAt(named)) return [];
  return membersAt(named).flatMap((member) => {
    const key = isMapAt(member) ? fieldsAt(member).get('key') : undefined;
    return (key && scalarAt(key)?.text) ?? [];
  });
};

const agencyCodeIn = (top: At): string => {
  const named = fieldsAt(top).get('agency');
  const code = named && isMapAt(named) ? fieldsAt(named).get('uscc') : undefined;
  return (code && scalarAt(code)?.text) ?? '';
};

/** The top of the file, with everybody who may be named in it. */
export const topWithPeople = (
  file: string,
  source: string,
  besides: (uscc: string) => readonly Person[],
): At => {
  const top = topOf(file, source);
  const people = new Set([...keysIn(top), ...besides(agencyCodeIn(top)).map(({ key }) => key)]);
  return { ...top, people };
};

/**
 * Reads a case file. `besides`: people of the agency (by its credit code) who may be named without
 * being in the file.
 * Throws CaseFileUnreadable with everything that is not of the form.
 */
export const readCaseFile = (
  file: string,
  source: string,
  besides: (uscc: string) => readonly Person[] = () => [],
): CaseFile => {
  const at = topWithPeople(file, source, besides);
  const form = fields(
    { ...head, acts: lines(commonOfAct) },
    { ...amounts, attempts: lines(commonOfAttempt) },
  );
  const read = record(form)(at);
  gather(outOfOrder(read.acts));
  const { cause, basis: bases, goodsValueYuan, illegalGainsYuan } = read;
  return {
    name: nameOf(file),
    procedure: caseProcedure,
    agency: read.agency,
    people: read.people,
    facts: {
      party: read.party,
      cause,
      basis: bases,
      ...(goodsValueYuan !== undefined && { goodsValueFen: goodsValueYuan }),
      ...(illegalGainsYuan !== undefined && { illegalGainsFen: illegalGainsYuan }),
    },
    acts: read.acts.map((act) => played(act, read.acts)),
    attempts: (read.attempts ?? []).map((attempt) => played(attempt, read.acts)),
  };
};
