import { createHash } from 'node:crypto';
import {
  dossier,
  namesIn,
  type ActName,
  type Actor,
  type CaseFile,
  type Context,
  type Day,
  type EntryOf,
  type PersonOnDay,
} from '@anjuan/case';
import type { Look } from '@anjuan/event-store';
import {
  dayOf,
  defaultLists,
  listsOn,
  type AgencyLists,
  type LocalDate,
  type RulePack,
  type SwitchedOff,
} from '@anjuan/law';
import { onDay, Registry } from '@anjuan/registry';
import { Injectable } from '@nestjs/common';
import canonicalize from 'canonicalize';
import { Clock } from './clock.js';
import type { CommandRequest } from './http/command-request.js';
import { Rules } from './rules.js';

export const sha256OfJson = (value: unknown): string =>
  createHash('sha256')
    .update(canonicalize(value) ?? '', 'utf8')
    .digest('hex');

const dayOfAct = (entry: unknown, today: LocalDate): LocalDate => {
  if (typeof entry !== 'object' || entry === null || !('occurredAt' in entry)) return today;
  return typeof entry.occurredAt === 'string' ? dayOf(entry.occurredAt) : today;
};

/** The same context with these numbers; the digest still waits until it is asked for. `Required`: nothing is forgotten. */
export const withNumbers = (context: Context, allotted: Context['allotted']): Required<Context> => {
  const { now, today, actor, people, lists, calendar, switchedOff = [] } = context;
  return {
    now,
    today,
    actor,
    people,
    lists,
    calendar,
    switchedOff,
    allotted,
    get dossierDigest() {
      return context.dossierDigest;
    },
  };
};

type WhoAsks = Pick<CommandRequest, 'by' | 'capacity'> & Readonly<{ seen?: Look }>;

/** Finds out for one command what the law may know: the day, the people of that day, the lists, the digest. */
@Injectable()
export class CaseContext {
  constructor(
    private readonly registry: Registry,
    private readonly clock: Clock,
    private readonly rules: Rules,
  ) {}

  now(): Date {
    return this.clock.now();
  }

  of<Name extends ActName>(asks: WhoAsks, act: Name, entry: EntryOf<Name>, file: CaseFile): Promise<Context> {
    return this.#context(asks, file, { names: namesIn(act, entry, file), entry });
  }

  /** For what is recorded beside the case: it names nobody, and is done today. */
  beside(asks: WhoAsks, file: CaseFile): Promise<Context> {
    return this.#context(asks, file, { names: [] });
  }

  async #context(
    { by, capacity, seen }: WhoAsks,
    file: CaseFile,
    { names, entry }: Readonly<{ names: readonly string[]; entry?: unknown }>,
  ): Promise<Context> {
    const now = this.now().toISOString();
    const today = dayOf(now);
    const day = dayOfAct(entry, today);
    const [people, lists] = await Promise.all([
      this.#people([by.person, ...names], { day, agency: by.agency, seen }),
      this.lists(by.agency, file, today, seen),
    ]);
    const credential = people[by.person]?.credential;
    // Most acts do not ask for it, and it takes longer the longer the case is.
    let digest: string | undefined;
    const actor: Actor = { person: by.person, capacity, ...(credential && { credential }) };
    return {
      now,
      today,
      actor,
      people,
      lists,
      calendar: this.rules.calendar,
      get dossierDigest() {
        return (digest ??= sha256OfJson(dossier(file)));
      },
      allotted: {},
      switchedOff: await this.#switchedOff(by.agency, day, seen),
    };
  }

  /** The lists by which a case is measured: the version it was filed under, today's before that. */
  async lists(
    agency: string | undefined,
    file: CaseFile,
    today: LocalDate,
    seen?: Look,
  ): Promise<AgencyLists> {
    const versions = agency === undefined ? [] : ((await this.registry.agency(agency, seen))?.lists ?? []);
    const filedUnder = versions.find(({ version }) => version === file.filing?.lists);
    if (filedUnder) return filedUnder;
    // Filed before the agency had lists of its own: those that came later are not for this case.
    if (file.filing?.lists === defaultLists.version) return defaultLists;
    return versions.some(({ validFrom }) => validFrom <= today) ? listsOn(versions, today) : defaultLists;
  }

  /** With what the clocks of the agency's cases are counted: the periods of its kind of bureau, and where it is. */
  async day(agency: string, today: LocalDate): Promise<Day> {
    const { domain, region } = (await this.registry.agency(agency)) ?? {};
    return {
      calendar: this.rules.calendar,
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

  /** What is asked of an act follows the rules in force on its own day. */
  async #switchedOff(
    agency: string | undefined,
    day: LocalDate,
    seen: Look | undefined,
  ): Promise<readonly string[]> {
    return this.rules.switchedOff(await this.#domain(agency, seen), day);
  }

  async #domain(agency: string | undefined, seen?: Look): Promise<string | undefined> {
    return agency === undefined ? undefined : (await this.registry.agency(agency, seen))?.domain;
  }

  /** People of other agencies are not known here. */
  async #people(
    named: readonly string[],
    { day, agency, seen }: Readonly<{ day: LocalDate; agency: string | undefined; seen: Look | undefined }>,
  ): Promise<Readonly<Record<string, PersonOnDay>>> {
    const found = await Promise.all(
      [...new Set(named)].map(async (id) => {
        const person = await this.registry.standing(id, seen);
        return person && person.agency === agency ? onDay(person, day) : undefined;
      }),
    );
    return Object.fromEntries(found.flatMap((one) => (one ? [[one.person, one]] : [])));
  }
}
