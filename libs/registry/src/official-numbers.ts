import {
  RevisionConflict,
  StoreUnavailable,
  type CommandRef,
  type EventStore,
  type Json,
  type NewEvent,
} from '@anjuan/event-store';
import { foldedNumber } from '@anjuan/law';
import type { NumberKind } from '@anjuan/procedure';
import { KnownNumbers, type Held, type HeldNumbers } from './held-numbers.js';
import { Turns } from './turns.js';

/** The number is another case's. */
export class NumberTaken extends Error {
  override readonly name = 'NumberTaken';
  constructor(readonly number: string) {
    super(`文号已被使用，请换用其他文号。The number ${number} is used already: choose another.`);
  }
}

type Claim = Readonly<{
  agency: string;
  kind: NumberKind;
  year: string;
  case: string;
  /**
   * Whether this command may be recorded in that case instead, on its present revision: then it and a command cut short
   * after it had claimed the number for that case cannot both be recorded. Absent: in none.
   */
  fits?: (otherCase: string) => Promise<boolean>;
  /** Called with a number that the command did not hold before. */
  taken?: (number: string) => void;
}>;
/** A number, and the case it is held for. */
type Chosen = Readonly<{ number: string; case: string }>;
type Choose = (held: HeldNumbers) => Promise<Chosen>;
const stream = ({ agency, kind, year }: Claim): string => `number-${agency}-${kind}-${year}`;
/** Within this program numbers are taken in turn: only other programs can be faster. */
const attempts = 50;

/**
 * Official numbers, set aside before use in a stream of their own and released when the use fails.
 * @throws StoreUnavailable, when it is not one's turn in time, or other programs were faster again and again
 */
export class OfficialNumbers {
  readonly #turns: Turns;
  readonly #known: KnownNumbers;

  constructor(
    private readonly store: EventStore,
    private readonly clock: () => Date,
    { patienceMs = 10_000, mostKept = 100_000 } = {},
  ) {
    this.#turns = new Turns(patienceMs);
    this.#known = new KnownNumbers(store, mostKept);
  }

  /**
   * The case the number is held for: another than the requested one when an interrupted command had claimed the number
   * for that case, and this command fits there.
   * @throws NumberTaken when another command holds it
   */
  async claim(of: Claim, number: string, command: CommandRef): Promise<string> {
    const taken = await this.#take(of, command, async (held) => {
      const holders = held.holdersOf(number);
      for (const other of holders)
        if (other.command !== command.id && !(await this.#gaveWay(of, other))) throw new NumberTaken(number);
      const before = held.releasedBy(number);
      if (before?.command !== command.id && (await this.#inUse(before))) throw new NumberTaken(number);
      return { number, case: holders[0]?.case ?? of.case };
    });
    return taken.case;
  }

  /** It recorded nothing, and will not once this one is recorded in its case. */
  async #gaveWay({ fits }: Claim, other: Held): Promise<boolean> {
    return (
      fits !== undefined && (await fits(other.case)) && (await this.store.find(other.command)) === undefined
    );
  }

  /** The next number of the form `${prefix}〔${year}〕${n}号`: the first that was released, so that none is left out. */
  async allot(of: Claim, prefix: string, command: CommandRef): Promise<string> {
    const taken = await this.#take(of, command, async (held) => {
      const number =
        held.numberOf(command.id) ?? (await this.#next(held, (n) => numbered(prefix, of.year, n)));
      return { number, case: of.case };
    });
    return taken.number;
  }

  async #next(held: HeldNumbers, nth: (n: number) => string): Promise<string> {
    const released = held.released
      .map((number) => Number(/(\d+)号$/.exec(foldedNumber(number))?.[1]))
      .filter((n) => held.releasedBy(nth(n)) !== undefined)
      .sort((a, b) => a - b);
    const inUse = new Set<number>();
    let next = held.count + 1;
    for (const n of released) {
      if (await this.#inUse(held.releasedBy(nth(n)))) inUse.add(n);
      else {
        next = Math.min(next, n);
        break;
      }
    }
    while (inUse.has(next) || held.holdersOf(nth(next)).length > 0) next += 1;
    return nth(next);
  }

  /** Released by one attempt of a command, and recorded with another: it is given to nobody else. */
  async #inUse(released: Held | undefined): Promise<boolean> {
    const known = released && (await this.store.find(released.command));
    if (released === undefined || known === undefined) return false;
    const events = await this.store.read(known.appended.stream, known.appended.revision);
    return events.some(
      ({ commandId, data }) =>
        commandId === released.command && JSON.stringify(data).includes(JSON.stringify(released.number)),
    );
  }

  async release(of: Claim, number: string, command: CommandRef): Promise<void> {
    await this.#turns.take(stream(of), () => this.#release(of, number, command));
  }

  async #release(of: Claim, number: string, command: CommandRef): Promise<void> {
    for (let attempt = 0; attempt < attempts; attempt += 1) {
      const { held, revision } = await this.#known.standing(stream(of));
      if (!holds(held, number, command)) return;
      if (await this.#append(of, revision, 'NumberReleased', { number, case: of.case, command: command.id }))
        return;
    }
    throw new StoreUnavailable();
  }

  #take(of: Claim, command: CommandRef, choose: Choose): Promise<Chosen> {
    return this.#turns.take(stream(of), () => this.#takeNow(of, command, choose));
  }

  async #takeNow(of: Claim, command: CommandRef, choose: Choose): Promise<Chosen> {
    for (let attempt = 0; attempt < attempts; attempt += 1) {
      const { held, revision } = await this.#known.standing(stream(of));
      const chosen = await choose(held);
      if (holds(held, chosen.number, command)) return chosen;
      if (await this.#append(of, revision, 'NumberClaimed', { ...chosen, command: command.id })) {
        of.taken?.(chosen.number);
        return chosen;
      }
    }
    throw new StoreUnavailable();
  }

  /** False when somebody else wrote in between: look again. */
  async #append(of: Claim, revision: number, type: string, data: Held): Promise<boolean> {
    const event: NewEvent = {
      type,
      v: 1,
      occurredAt: this.clock().toISOString(),
      actors: [],
      recordedBy: 'system',
      agency: of.agency,
      rules: {},
      data: data satisfies Json,
    };
    const command = {
      id: `${data.command}/${type}/${data.number}/${String(revision)}`,
      digest: data.command,
    };
    try {
      await this.store.append(stream(of), revision < 0 ? 'none' : revision, [event], command);
      return true;
    } catch (error) {
      if (error instanceof RevisionConflict) return false;
      throw error;
    }
  }
}

const holds = (held: HeldNumbers, number: string, command: CommandRef): boolean =>
  held.holdersOf(number).some((one) => one.command === command.id);

const numbered = (prefix: string, year: string, n: number): string => `${prefix}〔${year}〕${String(n)}号`;
