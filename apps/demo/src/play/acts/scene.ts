/** What an act of a case file may ask for while it is played. */
import type {
  ActName,
  Basis,
  Bilingual,
  CaseEvent,
  EntryNumber,
  EntryOf,
  Outcome,
  Paper,
  Party,
  PersonId,
  RecheckStatement,
} from '@anjuan/case';
import type { CaseFacts } from '../case-facts.js';

/** What earlier acts of the file said and later ones rely on. */
export type Said = Readonly<{
  /** Keys of the handlers; of an on-the-spot decision, those who made it. */
  handlers: readonly string[];
  /** Who was joined besides the party of the head, in their order, and the law that punishes them. */
  joined: readonly Readonly<{ party: Party; basis: readonly Basis[] }>[];
  host?: string;
  /** Goods in it are lines of lists, whose entries the scene knows. */
  proposal?: (scene: Scene) => Outcome;
  recheck?: Readonly<Pick<RecheckStatement, 'result' | 'reason'>>;
  decided?: Outcome['kind'];
  /** The last review did not agree. */
  notAgreed?: boolean;
}>;

export type Recorded = Readonly<{ entry: EntryNumber; type: string }>;

/** One case on one day: who does what, and what the player fills in. */
export type Scene = Readonly<{
  facts: CaseFacts;
  said: Said;
  idOf: (key: string) => PersonId;
  /** The person asks for the act, signed in as themselves; throws `ActRefused`. */
  ask: <Name extends ActName>(by: string, act: Name, entry: EntryOf<Name>) => Promise<readonly Recorded[]>;
  /** The same of an act of any procedure, with an entry as it is written in the file. */
  askAsWritten: (by: string, act: string, entry: unknown) => Promise<readonly Recorded[]>;
  /** A generated paper of that name, uploaded; the player says that it was filled in. */
  paper: (name: string) => Promise<Paper>;
  /** Says that the player filled something in, and hands it on. */
  filled: <T>(value: T, what: Bilingual) => T;
  /** The n-th (from 0) entry of a type in this case, else its last; else the last entry of the case. */
  entryOf: (type: CaseEvent['type'], nth?: number) => EntryNumber;
  countOf: (type: CaseEvent['type']) => number;
  /** Last days the program counts for a time limit of the law in this case, as that person reads them. */
  dueOf: (by: string, limit: string) => Promise<readonly string[]>;
}>;

/** The file lacks what the act needs, and the player must not make it up. */
export class ActUnplayable extends Error {
  override readonly name = 'ActUnplayable';
  constructor(
    readonly zh: string,
    readonly en: string,
  ) {
    super(`${zh}；${en}`);
  }
}
