/** One case or other record as the player follows it: its id, its revision, the numbers of its entries. */
import { randomUUID } from 'node:crypto';
import type { ActOutline, AnyProcedure, Bilingual, Capacity, EntryNumber } from '@anjuan/procedure';
import { accepted, changedOf, dueDaysOf, refusalOf, type Changed } from './answers.js';
import { ActUnplayable, type Recorded } from './acts/scene.js';
import type { Client } from './client.js';
import type { Member } from './registry.js';

/** Who attempted which act, and in which capacity. */
export type Tried = Readonly<{ by: Member; capacity: Capacity; act: string; title: Bilingual }>;
/** A command that was accepted. */
export type Call = Tried & Readonly<{ recorded: readonly Recorded[]; number?: string }>;

export type CaseSession = Readonly<{
  isOpen: () => boolean;
  entriesOf: (type: string) => readonly EntryNumber[];
  lastEntry: () => EntryNumber;
  /** Throws ActRefused, ActUnplayable, ServerUnusable. */
  command: (by: Member, act: string, entry: unknown) => Promise<Call>;
  /** Last days counted for a time limit. Throws ActRefused, ActUnplayable, ServerUnusable. */
  dueOf: (by: Member, limit: string) => Promise<readonly string[]>;
  /** Entries that were withdrawn again are not counted any more. */
  forget: (entries: readonly EntryNumber[]) => void;
}>;

/** The capacity in which a person does an act: the first that the act wants and they hold, else their own. */
const capacityFor = (roles: readonly Capacity[], { by }: ActOutline): Capacity =>
  by.find((wanted) => roles.includes(wanted)) ?? roles[0] ?? 'officer';

const outlineOf = ({ acts, name }: AnyProcedure, act: string): ActOutline => {
  const found = Object.hasOwn(acts, act) ? acts[act] : undefined;
  if (found) return found;
  throw new ActUnplayable(`没有行为“${act}”`, `${name} has no act "${act}"`);
};

export const triedBy = (procedure: AnyProcedure, by: Member, act: string): Tried => {
  const outline = outlineOf(procedure, act);
  return { by, capacity: capacityFor(by.roles, outline), act, title: outline.title };
};

const notOpened = () =>
  new ActUnplayable(
    '案件尚未开立：案件文件应以“lead received”或者“on-the-spot decision”开始',
    'there is no case yet: a file begins with "lead received" or "on-the-spot decision"',
  );

/** A record of the procedure that does not exist yet. */
export const newCaseSession = (client: Client, procedure: AnyProcedure): CaseSession => {
  const { name, path } = procedure;
  let now: Readonly<{ id: string; revision: number }> | undefined;
  let known: readonly Recorded[] = [];

  const target = (act: string): Readonly<{ path: string; revision?: number }> => {
    if (outlineOf(procedure, act).opens) return { path: `/v1/${path}/${act}` };
    if (!now) throw notOpened();
    return { path: `/v1/${path}/${now.id}/${act}`, revision: now.revision };
  };
  const follow = ({ id, revision, recorded }: Changed): void => {
    now = { id, revision };
    known = [...known, ...recorded];
  };
  return {
    isOpen: () => now !== undefined,
    entriesOf: (type) => known.filter((one) => one.type === type).map(({ entry }) => entry),
    lastEntry: () => now?.revision ?? 0,
    forget: (entries) => {
      known = known.filter(({ entry }) => !entries.includes(entry));
    },
    dueOf: async (by, limit) => {
      if (!now) throw notOpened();
      const call = {
        method: 'GET',
        path: `/v1/${path}/${now.id}/deadlines`,
        ...(by.roles[0] && { capacity: by.roles[0] }),
      } as const;
      const answer = await client.ask(by.account, call);
      if (!accepted(answer)) throw refusalOf(answer);
      return dueDaysOf(answer, limit);
    },
    command: async (by, act, entry) => {
      const tried = triedBy(procedure, by, act);
      const call = {
        method: 'POST',
        ...target(act),
        capacity: tried.capacity,
        key: randomUUID(),
        body: entry,
      } as const;
      const answer = await client.ask(by.account, call);
      if (!accepted(answer)) throw refusalOf(answer);
      const changed = changedOf(answer, name);
      follow(changed);
      const { recorded, number } = changed;
      return { ...tried, recorded, ...(number !== undefined && { number }) };
    },
  };
};
