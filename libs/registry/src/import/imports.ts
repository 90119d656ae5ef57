import { RecordDamaged, StoreUnavailable } from '@anjuan/event-store';
import { dayOf, folded } from '@anjuan/law';
import type { Agency } from '../agency.js';
import type { Changes } from '../changes.js';
import type { Claims } from '../claims.js';
import { derivedId } from '../derived-id.js';
import type { Entries, Recorder } from '../entries.js';
import { leftBy } from '../left.js';
import type { Person, PersonChange, Standing } from '../person.js';
import { importerInOffice, importNotPending, ownImport, unknownAgency } from '../registry-refusal.js';
import { Turns } from '../turns.js';
import {
  acceptedAs,
  completedAs,
  enteredBy,
  hasEnded,
  importsIn,
  isOverIn,
  isPending,
  recorderOf,
  streamOfImports,
  takenUpBy,
  type AcceptedImport,
  type AcceptedLine,
  type ImportEvent,
} from './accepted.js';
import { enterImport, severalAtOnce } from './entering.js';
import { ImportRefused, outrunBefore, type ImportLine } from './import-line.js';
import { planOf, type Plan, type PlannedLine } from './plan.js';

type Source = Readonly<{ agency: string; sha256: string; lines: readonly ImportLine[] }>;
/** `known`: so many events of the agency's imports had been read. */
type Going = Readonly<{ agency: string; at: string; known: number }>;

/** What the registry knows and does by itself. */
type Desk = Readonly<{
  entries: Entries;
  claims: Claims;
  /** As everybody is at this moment: the numbers of credentials are not looked up anew for each line. */
  changesAmong: (all: readonly Standing[]) => Changes<Person, PersonChange>;
  everybody: (agency?: string) => Promise<readonly Standing[]>;
  person: (id: string) => Promise<Person | undefined>;
  standing: (id: string) => Promise<Standing | undefined>;
  agency: (id: string) => Promise<Agency | undefined>;
}>;

/** Of one agency one import after the other; the longest takes about a minute. */
const patienceMs = 90_000;
/** So often a file is checked anew because another was imported meanwhile. */
const attempts = 10;

/**
 * A file of people is entered whole or not at all. It is checked whole; then recorded whole, in one append; then entered
 * person by person, under keys of its own, in the name of who sent it: when it is sent, when it is sent again, or when
 * the next is entered in the agency. Where its sender has left, it waits until another administrator takes it up or
 * abandons it. What takes two on the day on which it is entered is proposed, as if it had been entered by itself.
 */
export class Imports {
  /** Of each agency so many events, of imports that were all completed. */
  readonly #ended = new Map<string, number>();
  /** Of imports in which somebody's stream is damaged: gone on with when they are sent again. */
  readonly #damaged = new Set<string>();
  readonly #turns = new Turns(patienceMs);

  constructor(private readonly desk: Desk) {}

  /** Nothing of it, and of no other import, is recorded: what it would enter, and what is wrong. */
  async plan({ agency, lines }: Omit<Source, 'sha256'>, by: Pick<Recorder, 'person' | 'at'>): Promise<Plan> {
    const known = await this.desk.agency(agency);
    if (known === undefined) throw unknownAgency(agency);
    const { units, entrustments } = known;
    const here = await this.desk.everybody(agency);
    const named = new Set(lines.map(({ staffNumber }) => folded(staffNumber)));
    const people = new Map<string, Person>();
    for (const { person, staffNumber } of here) {
      if (!named.has(folded(staffNumber))) continue;
      const found = await this.desk.person(person);
      if (found) people.set(folded(staffNumber), found);
    }
    const everybody = await this.desk.everybody();
    const of = { agency, units, entrustments, known: people, everybody };
    return planOf(lines, { ...of, by: by.person, today: dayOf(by.at) });
  }

  /** @throws ImportRefused with everything that is wrong */
  async accept(source: Source, by: Recorder): Promise<AcceptedImport> {
    const { agency } = source;
    const id = derivedId(by.command.id, 'import');
    await this.desk.entries.once(by.command, () => this.#recorded(source, id, by));
    await this.complete(agency, by.at, id);
    return this.#one(agency, id);
  }

  /** Checked anew where another file was imported meanwhile: it may have entered the same. */
  async #recorded(source: Source, id: string, by: Recorder) {
    const { agency, sha256 } = source;
    for (let attempt = 0; attempt < attempts; attempt += 1) {
      await this.complete(agency, by.at);
      const planned = (await this.desk.entries.read(streamOfImports(agency))).length;
      const plan = await this.plan(source, by);
      if (plan.faults.length > 0) throw new ImportRefused(plan.faults);
      const lines = await this.#claimed(agency, plan.lines, by);
      const recorded = { ...acceptedAs({ id, sha256 }, lines), agency };
      const appended = await this.desk.entries.goOn(streamOfImports(agency), by, ({ length }) =>
        length === planned ? recorded : undefined,
      );
      const done = appended ?? (await this.desk.entries.before(by.command));
      if (done) return done;
    }
    throw new StoreUnavailable();
  }

  /** Every import of the agency, the oldest first. */
  async of(agency: string): Promise<readonly AcceptedImport[]> {
    return importsIn(await this.desk.entries.withRecorders(streamOfImports(agency)));
  }

  async #one(agency: string, id: string): Promise<AcceptedImport> {
    const found = (await this.of(agency)).find((one) => one.import === id);
    if (!found) throw importNotPending();
    return found;
  }

  /**
   * Goes on with what was accepted and never ended, unless who answers for it has left. `wanted`: the import that is to
   * come to its end; another one that is damaged does not keep it from that.
   */
  complete(agency: string, at: string, wanted?: string): Promise<void> {
    return this.#turns.take(agency, async () => {
      const ended = this.#ended.get(agency) ?? 0;
      const since = await this.desk.entries.read(streamOfImports(agency), ended);
      if (since.length === 0) return;
      let allEnded = true;
      const known = ended + since.length;
      for (const one of (await this.of(agency)).filter(isPending))
        if (!(await this.#goneOn(one, { agency, at, wanted, known }))) allEnded = false;
      if (allEnded) this.#ended.set(agency, known);
    });
  }

  /** False: it waits for somebody. */
  async #goneOn(
    one: AcceptedImport,
    { agency, at, wanted, known }: Going & Readonly<{ wanted: string | undefined }>,
  ): Promise<boolean> {
    const isWanted = one.import === wanted;
    if (!isWanted && this.#damaged.has(one.import)) return false;
    try {
      if (await this.#hasLeft(enteredBy(one).person, agency, at)) return false;
      if (!(await this.#enter(one, { agency, at, known }))) return false;
    } catch (error) {
      if (isWanted || !(error instanceof RecordDamaged)) throw error;
      this.#damaged.add(one.import);
      return false;
    }
    this.#damaged.delete(one.import);
    return true;
  }

  /** Whether they keep the registry of that agency no more. */
  async #hasLeft(person: string, agency: string, at: string): Promise<boolean> {
    const known = await this.desk.standing(person);
    if (known === undefined) return false;
    const elsewhere = known.agency !== undefined && known.agency !== agency;
    return elsewhere || leftBy(known, ['administrator'], dayOf(at)) !== undefined;
  }

  /** False: another program has ended it, or somebody has taken it up there. */
  async #enter(one: AcceptedImport, { agency, at, known }: Going): Promise<boolean> {
    const changes = this.desk.changesAmong(await this.desk.everybody());
    // Read anew each time: turns are taken within this program alone.
    const isOver = async () =>
      isOverIn(await this.desk.entries.read<ImportEvent>(streamOfImports(agency), known), one);
    const found = await enterImport(this.desk.entries, { one, agency, at, changes, isOver });
    if (found === undefined) return false;
    const by = recorderOf(one, at, 'completed');
    await this.desk.entries.goOn<ImportEvent>(streamOfImports(agency), by, (events) =>
      hasEnded(events, one.import) ? undefined : { ...completedAs(one.import, found), agency },
    );
    return true;
  }

  /** What was entered of it stays, nothing more is. @throws RegistryRefusal */
  async abandon(
    { agency, id, reason }: Readonly<{ agency: string; id: string; reason: string }>,
    by: Recorder,
  ): Promise<AcceptedImport> {
    const event = { type: 'ImportAbandoned', data: { import: id, reason } };
    await this.#turns.take(agency, () =>
      this.desk.entries.once(by.command, async () => {
        if (!isPending(await this.#one(agency, id))) throw importNotPending();
        return this.desk.entries.goOn<ImportEvent>(streamOfImports(agency), by, (events) => {
          if (hasEnded(events, id)) throw importNotPending();
          return { event, agency };
        });
      }),
    );
    return this.#one(agency, id);
  }

  /** Where who answers for it has left: another goes on with it, in their own name. @throws RegistryRefusal */
  async takeUp(
    { agency, id }: Readonly<{ agency: string; id: string }>,
    by: Recorder,
  ): Promise<AcceptedImport> {
    const event = { type: 'ImportTakenUp', data: { import: id } };
    await this.desk.entries.once(by.command, async () => {
      const one = await this.#one(agency, id);
      if (!isPending(one)) throw importNotPending();
      if (!(await this.#hasLeft(enteredBy(one).person, agency, by.at))) throw importerInOffice();
      if (one.lines.some(({ person }) => person === by.person)) throw ownImport();
      return this.desk.entries.goOn<ImportEvent>(streamOfImports(agency), by, (events) => {
        if (hasEnded(events, id)) throw importNotPending();
        if (takenUpBy(events, id) !== one.takenUp?.by.person) throw importerInOffice();
        return { event, agency };
      });
    });
    await this.complete(agency, by.at, id);
    return this.#one(agency, id);
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
    await severalAtOnce([...numbers], async ([number, line]) => {
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
}
