import { createHash } from 'node:crypto';
import {
  credentialValid,
  holdsCapacity,
  type Actor,
  type AnyProcedure,
  type Context,
  type Day,
  type PersonOnDay,
} from '@anjuan/procedure';
import type { Look } from '@anjuan/event-store';
import {
  dayOf,
  listsOfRecord,
  type AgencyLists,
  type BegunUnder,
  type Instant,
  type LocalDate,
  type RulePack,
  type SwitchedOff,
} from '@anjuan/law';
import { asEntrusted, delegatedOn, inUnits, onDay, Registry, type Agency } from '@anjuan/registry';
import { Injectable } from '@nestjs/common';
import canonicalize from 'canonicalize';
import { Clock } from '../parts/clock.js';
import type { CommandRequest } from '../http/command-request.js';
import { Rules } from '../parts/rules.js';

const sha256OfJson = (value: unknown): string =>
  createHash('sha256')
    .update(canonicalize(value) ?? '', 'utf8')
    .digest('hex');

/** An act done outside the office is measured by the people and rules of its own day. */
const dayOfAct = (entry: unknown, today: LocalDate): LocalDate => {
  if (typeof entry !== 'object' || entry === null || !('occurredAt' in entry)) return today;
  return typeof entry.occurredAt === 'string' ? dayOf(entry.occurredAt) : today;
};

/** The same context with these numbers; the digest stays lazy. `Required`: no field is forgotten. */
export const withNumbers = (context: Context, allotted: Context['allotted']): Required<Context> => {
  const { now, today, actor, heldToday = true, people, lists, calendar } = context;
  const { delegated = 'its-own', switchedOff = [] } = context;
  const valid = credentialValid(context, actor.person, today);
  return {
    now,
    today,
    actor,
    heldToday,
    credentialHeld: context.credentialHeld ?? { then: valid, today: valid },
    people,
    lists,
    calendar,
    delegated,
    switchedOff,
    allotted,
    get dossierDigest() {
      return context.dossierDigest;
    },
    get reviewedDigest() {
      return context.reviewedDigest ?? context.dossierDigest;
    },
  };
};

type WhoAsks = Pick<CommandRequest, 'by' | 'capacity'> & Readonly<{ seen?: Look }>;

/** What is decided on. `recordedAt`: of the record's last entry. `attempt`: absent for a list of possible acts. */
type Deciding = Readonly<{
  procedure: AnyProcedure;
  file: unknown;
  recordedAt: Instant | undefined;
  attempt?: Readonly<{ act: string; entry: unknown }>;
  /** For such a list: of which party of several. */
  asked?: unknown;
}>;

/** The record is in the order of time: the law's now is never before the last entry. */
const notBefore = (recordedAt: Instant | undefined, now: Instant): Instant =>
  recordedAt !== undefined && recordedAt > now ? recordedAt : now;

/** Finds out for one command what the law may know: the day, the people of that day, the lists, the digest. */
@Injectable()
export class ActContext {
  constructor(
    private readonly registry: Registry,
    private readonly clock: Clock,
    private readonly rules: Rules,
  ) {}

  now(): Date {
    return this.clock.now();
  }

  async of(
    asks: WhoAsks,
    { procedure, file, recordedAt, attempt, asked = attempt?.entry }: Deciding,
  ): Promise<Context> {
    const { by, capacity, seen } = asks;
    const now = notBefore(recordedAt, this.now().toISOString());
    const today = dayOf(now);
    const day = dayOfAct(attempt?.entry, today);
    const named = [
      ...(attempt ? procedure.named(attempt.act, attempt.entry) : []),
      ...procedure.inFile(file),
    ];
    const [people, lists] = await Promise.all([
      this.#people([by.person, ...named], { day, agency: by.agency, seen }),
      this.lists(by.agency, procedure.lists?.(file), today, seen),
    ]);
    const credential = people[by.person]?.credential;
    // Most acts do not ask for it, and it takes longer the longer the case is.
    let digest: string | undefined;
    let reviewed: string | undefined;
    const actor: Actor = { person: by.person, capacity, ...(credential && { credential }) };
    return {
      now,
      today,
      actor,
      ...(day !== today && (await this.#heldToday(asks, { people, day, today }))),
      people,
      lists,
      calendar: this.rules.calendarOn(today),
      get dossierDigest() {
        return (digest ??= sha256OfJson(procedure.digested?.(file, asked)));
      },
      get reviewedDigest() {
        return (reviewed ??= sha256OfJson((procedure.reviewed ?? procedure.digested)?.(file, asked)));
      },
      allotted: {},
      delegated: delegatedOn(await this.#agency(by.agency, seen), day),
      switchedOff: await this.#switchedOff(by.agency, day, seen),
    };
  }

  /** The lists by which a record is measured: those of the day, and what those made of it that were in force before is not lost. */
  async lists(
    agency: string | undefined,
    begun: BegunUnder | undefined,
    day: LocalDate,
    seen?: Look,
  ): Promise<AgencyLists> {
    return listsOfRecord((await this.#agency(agency, seen))?.lists ?? [], day, begun);
  }

  /** With what the clocks of the agency's records are counted: the periods of its kind of bureau, and where it is. */
  async day(agency: string, today: LocalDate): Promise<Day> {
    const { domain, region } = (await this.registry.agency(agency)) ?? {};
    return {
      calendar: this.rules.calendarOn(today),
      today,
      limits: this.rules.limits(domain),
      ...(region !== undefined && { region }),
    };
  }

  /** What the bureau's data switch off, on whatever days. */
  async switches(agency: string): Promise<readonly SwitchedOff[]> {
    return this.rules.switches(await this.#domain(agency));
  }

  /** The rules of the kind of bureau that the agency is. */
  async packOf(agency: string | undefined): Promise<RulePack> {
    return this.rules.packOf(await this.#domain(agency));
  }

  /** The provisions checked for an act are those in force on its own day. */
  async #switchedOff(
    agency: string | undefined,
    day: LocalDate,
    seen: Look | undefined,
  ): Promise<readonly string[]> {
    return this.rules.switchedOff(await this.#domain(agency, seen), day);
  }

  async #domain(agency: string | undefined, seen?: Look): Promise<string | undefined> {
    return (await this.#agency(agency, seen))?.domain;
  }

  async #agency(agency: string | undefined, seen?: Look): Promise<Agency | undefined> {
    return agency === undefined ? undefined : this.registry.agency(agency, seen);
  }

  /**
   * A person who has left, or changed duties, enters nothing any more, not even an act of an earlier day; whose credential
   * was renewed since held the one of then, and holds the one of today.
   */
  async #heldToday(
    { by: { person, agency }, capacity, seen }: WhoAsks,
    { people, day, today }: Pick<Context, 'people' | 'today'> & Readonly<{ day: LocalDate }>,
  ): Promise<Pick<Context, 'heldToday' | 'credentialHeld'>> {
    const now = { people: await this.#people([person], { day: today, agency, seen }) };
    return {
      heldToday: holdsCapacity(now, person, capacity),
      credentialHeld: {
        then: credentialValid({ people }, person, day),
        today: credentialValid(now, person, today),
      },
    };
  }

  /** People of other agencies are not known here. */
  async #people(
    named: readonly string[],
    { day, agency, seen }: Readonly<{ day: LocalDate; agency: string | undefined; seen: Look | undefined }>,
  ): Promise<Readonly<Record<string, PersonOnDay>>> {
    const { units = [], entrustments = [] } = (await this.#agency(agency, seen)) ?? {};
    const found = await Promise.all(
      [...new Set(named)].map(async (id) => {
        const person = await this.registry.standing(id, seen);
        return person && person.agency === agency
          ? asEntrusted(inUnits(onDay(person, day), person, units, day), person, entrustments, day)
          : undefined;
      }),
    );
    return Object.fromEntries(found.flatMap((one) => (one ? [[one.person, one]] : [])));
  }
}
