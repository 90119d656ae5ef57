import { RevisionConflict } from '@anjuan/event-store';
import { dayOf, folded } from '@anjuan/law';
import { personChangeTakesTwo } from '../capacities.js';
import type { Changes } from '../changes.js';
import type { Claims } from '../claims.js';
import { derivedId } from '../derived-id.js';
import type { Entries, Recorder } from '../entries.js';
import { streamOfPerson } from '../folds.js';
import type { Person, PersonChange, Standing } from '../person.js';
import { RegistryRefusal, staffNumberTaken, unknownAgency } from '../registry-refusal.js';
import {
  acceptedAs,
  importsIn,
  recorderOf,
  streamOfImports,
  type AcceptedImport,
  type AcceptedLine,
  type Outrun,
} from './accepted.js';
import { ImportRefused, type ImportLine } from './import-line.js';
import { planOf, type Plan, type PlannedLine } from './plan.js';

type Source = Readonly<{ agency: string; sha256: string; lines: readonly ImportLine[] }>;

/** What the registry knows and does by itself. */
type Desk = Readonly<{
  entries: Entries;
  claims: Claims;
  /** As everybody is at this moment: the numbers of credentials are not looked up anew for each line. */
  changesAmong: (all: readonly Standing[]) => Changes<Person, PersonChange>;
  everybody: (agency?: string) => Promise<readonly Standing[]>;
  person: (id: string) => Promise<Person | undefined>;
  isAgency: (id: string) => Promise<boolean>;
}>;

type UnderWay = AcceptedImport & Readonly<{ agency: string; changes: Changes<Person, PersonChange> }>;

/** So many people at a time. */
const atOnce = 16;
/** Of what was outrun, so many are named in the entry; nobody is that fast. */
const mostOutrun = 500;

/** A step of an import, as its reader is told of it. */
export type LineDone = Readonly<{
  line: number;
  person: string;
  registered: boolean;
  entered: readonly string[];
  /** What waits for approval by another. */
  proposed: readonly string[];
}>;

/**
 * A file of people is entered whole or not at all. It is checked whole; then recorded whole, in one append; then entered
 * person by person, under keys of its own, by whoever comes first: who sent it, who sends it again, or the next who enters
 * somebody in the agency. What takes two is proposed, as if it had been entered by itself.
 */
export class Imports {
  /** Of each agency so many events, of imports that were all completed. */
  readonly #ended = new Map<string, number>();

  constructor(private readonly desk: Desk) {}

  /** Nothing of it is recorded: what it would enter, and what is wrong. */
  async plan({ agency, lines }: Omit<Source, 'sha256'>, by: Pick<Recorder, 'person' | 'at'>): Promise<Plan> {
    if (!(await this.desk.isAgency(agency))) throw unknownAgency(agency);
    await this.complete(agency);
    const here = await this.desk.everybody(agency);
    const named = new Set(lines.map(({ staffNumber }) => folded(staffNumber)));
    const known = new Map<string, Person>();
    for (const { person, staffNumber } of here) {
      if (!named.has(folded(staffNumber))) continue;
      const found = await this.desk.person(person);
      if (found) known.set(folded(staffNumber), found);
    }
    const everybody = await this.desk.everybody();
    return planOf(lines, { agency, known, everybody, by: by.person, today: dayOf(by.at) });
  }

  /** @throws ImportRefused with everything that is wrong */
  async accept(source: Source, by: Recorder): Promise<AcceptedImport> {
    const { agency, sha256 } = source;
    const id = derivedId(by.command.id, 'import');
    const before = await this.desk.entries.before(by.command);
    if (!before) {
      const plan = await this.plan(source, by);
      if (plan.faults.length > 0) throw new ImportRefused(plan.faults);
      const lines = await this.#claimed(agency, plan.lines, by);
      const recorded = { ...acceptedAs({ id, sha256 }, lines), agency };
      await this.desk.entries.goOn(streamOfImports(agency), by, () => recorded);
    }
    await this.complete(agency);
    const found = (await this.of(agency)).find((one) => one.import === id);
    if (!found) throw new TypeError(`The import ${id} is not in the record.`);
    return found;
  }

  /** Every import of the agency, the oldest first. */
  async of(agency: string): Promise<readonly AcceptedImport[]> {
    const stream = streamOfImports(agency);
    const [events, history] = await Promise.all([
      this.desk.entries.read(stream),
      this.desk.entries.history(stream),
    ]);
    return importsIn(events, history);
  }

  /** Goes on with what was accepted and never ended, whoever sent it. */
  async complete(agency: string): Promise<void> {
    const ended = this.#ended.get(agency) ?? 0;
    const since = await this.desk.entries.read(streamOfImports(agency), ended);
    if (since.length === 0) return;
    for (const one of await this.of(agency)) if (!one.completed) await this.#enter(one, agency);
    this.#ended.set(agency, ended + since.length);
  }

  /** Of each new person the id under which they will be registered. */
  async #claimed(
    agency: string,
    lines: readonly PlannedLine[],
    by: Recorder,
  ): Promise<readonly AcceptedLine[]> {
    const numbers = new Map(
      lines.filter(({ person }) => person === undefined).map((one) => [folded(one.staffNumber), one]),
    );
    const people = new Map<string, string>();
    await inTurns([...numbers], async ([number, line]) => {
      const person = await this.desk.claims.staffNumberKeptFor(agency, line.staffNumber, by);
      if (await this.desk.person(person)) throw outrunBefore(line);
      people.set(number, person);
    });
    const registered = new Set<string>();
    return lines.map(({ line, staffNumber, name, changes, person: known }) => {
      const number = folded(staffNumber);
      const person = known ?? people.get(number) ?? '';
      const registers = known === undefined && !registered.has(number);
      registered.add(number);
      return { line, person, registers, staffNumber, name, changes };
    });
  }

  async #enter(one: AcceptedImport, agency: string): Promise<void> {
    const byPerson = Map.groupBy(one.lines, ({ person }) => person);
    const changes = this.desk.changesAmong(await this.desk.everybody());
    const outrun: Outrun[] = [];
    await inTurns([...byPerson.values()], async (lines) => {
      outrun.push(...(await this.#enterLines({ ...one, agency, changes }, lines)));
    });
    const named = outrun.sort((a, b) => a.line - b.line).slice(0, mostOutrun);
    await this.desk.entries.goOn(streamOfImports(agency), recorderOf(one, 'completed'), (events) => {
      const said = events.some(
        ({ type, data }) =>
          type === 'ImportCompleted' && (data as Readonly<{ import: string }>).import === one.import,
      );
      const event = { type: 'ImportCompleted', data: { import: one.import, outrun: named } };
      return said ? undefined : { event, agency };
    });
  }

  /** All of one person. Whose number is somebody else's after all is nobody to whom anything could be given. */
  async #enterLines(one: UnderWay, lines: readonly AcceptedLine[]): Promise<readonly Outrun[]> {
    const registering = lines.find(({ registers }) => registers);
    const taken = registering && (await unlessOutrun(() => this.#register(one, registering)));
    if (taken !== undefined) return lines.map(({ line }) => ({ line, reason: taken }));
    const outrun: Outrun[] = [];
    for (const { line, person, changes } of lines)
      for (const [nth, change] of changes.entries()) {
        const by = recorderOf(one, person, line, nth);
        const reason = await unlessOutrun(() => one.changes.enter(person, () => change, by));
        if (reason !== undefined) outrun.push({ line, reason });
      }
    return outrun;
  }

  async #register(one: UnderWay, line: AcceptedLine): Promise<void> {
    const { agency } = one;
    const { staffNumber, name, person } = line;
    const event = { type: 'PersonRegistered', data: { agency, staffNumber, name } };
    try {
      const by = recorderOf(one, person, 'registered');
      await this.desk.entries.begin(streamOfPerson(person), { event, agency }, by);
    } catch (error) {
      if (error instanceof RevisionConflict) throw staffNumberTaken();
      throw error;
    }
  }
}

export const doneIn = ({ lines, at }: AcceptedImport): readonly LineDone[] =>
  lines.map(({ line, person, registers: registered, changes }) => {
    const takesTwo = (change: PersonChange): boolean => personChangeTakesTwo(change, dayOf(at));
    const typesOf = (two: boolean) =>
      changes.filter((change) => takesTwo(change) === two).map(({ type }) => type);
    return { line, person, registered, entered: typesOf(false), proposed: typesOf(true) };
  });

const outrunBefore = ({ line }: PlannedLine): ImportRefused =>
  new ImportRefused([
    {
      line,
      column: 'staffNumber',
      zh: '该工号刚刚由他人登记',
      en: 'Somebody has registered this staff number just now',
    },
  ]);

/** Why the registry did not take it down; undefined: it did. */
const unlessOutrun = async (step: () => Promise<unknown>): Promise<string | undefined> => {
  try {
    await step();
    return undefined;
  } catch (error) {
    if (!(error instanceof RegistryRefusal)) throw error;
    return error.reason;
  }
};

const inTurns = async <One>(all: readonly One[], work: (one: One) => Promise<void>): Promise<void> => {
  const left = all.values();
  const worker = async (): Promise<void> => {
    for (const one of left) await work(one);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
};
