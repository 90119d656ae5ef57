import {
  RevisionConflict,
  StoreUnavailable,
  type CommandRef,
  type EventStore,
  type Json,
  type NewEvent,
} from '@anjuan/event-store';
import { KnownNumbers, type Held, type HeldNumbers } from './held-numbers.js';
import { Turns } from './turns.js';

/** Case numbers (立案号) and document numbers (文书号) are apart: each unique per agency and year. */
export type NumberKind = 'case' | 'document';

/** The number is another case's. */
export class NumberTaken extends Error {
  override readonly name = 'NumberTaken';
  constructor(readonly number: string) {
    super(`文号已被使用，请换用其他文号。The number ${number} is used already: choose another.`);
  }
}

type Claim = Readonly<{ agency: string; kind: NumberKind; year: string; case: string }>;
type Choose = (held: HeldNumbers) => string;
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

  /** @throws NumberTaken when another command holds it */
  async claim(of: Claim, number: string, command: CommandRef): Promise<void> {
    await this.#take(of, command, (held) => {
      const holder = held.holderOf(number);
      if (holder !== undefined && holder !== command.id) throw new NumberTaken(number);
      return number;
    });
  }

  /** The next number of the form `${prefix}〔${year}〕${n}号`. */
  async allot(of: Claim, prefix: string, command: CommandRef): Promise<string> {
    return this.#take(of, command, (held) => {
      const own = held.numberOf(command.id);
      if (own !== undefined) return own;
      let next = held.count + 1;
      while (held.holderOf(numbered(prefix, of.year, next)) !== undefined) next += 1;
      return numbered(prefix, of.year, next);
    });
  }

  async release(of: Claim, number: string, command: CommandRef): Promise<void> {
    await this.#turns.take(stream(of), () => this.#release(of, number, command));
  }

  async #release(of: Claim, number: string, command: CommandRef): Promise<void> {
    for (let attempt = 0; attempt < attempts; attempt += 1) {
      const { held, revision } = await this.#known.standing(stream(of));
      if (held.holderOf(number) !== command.id) return;
      if (await this.#append(of, revision, 'NumberReleased', { number, case: of.case, command: command.id }))
        return;
    }
    throw new StoreUnavailable();
  }

  #take(of: Claim, command: CommandRef, choose: Choose): Promise<string> {
    return this.#turns.take(stream(of), () => this.#takeNow(of, command, choose));
  }

  async #takeNow(of: Claim, command: CommandRef, choose: Choose): Promise<string> {
    for (let attempt = 0; attempt < attempts; attempt += 1) {
      const { held, revision } = await this.#known.standing(stream(of));
      const number = choose(held);
      if (held.holderOf(number) !== undefined) return number;
      if (await this.#append(of, revision, 'NumberClaimed', { number, case: of.case, command: command.id }))
        return number;
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

const numbered = (prefix: string, year: string, n: number): string => `${prefix}〔${year}〕${String(n)}号`;
