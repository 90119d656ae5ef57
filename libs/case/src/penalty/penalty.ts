/** Penalties (行政处罚的种类): Administrative Penalty Law, article 9; and what a case may end in: article 57(1). */
import type { Fen } from '@anjuan/law';
import type { Exemption } from '../exemption/exemption.js';
import type { GoodsPart } from '../goods/ledger.js';
import type { DroppedGround, NoPenaltyGround, PenaltyKind } from './words.js';

export type { DroppedGround, NoPenaltyGround, PenaltyKind } from './words.js';

export type Penalty = Readonly<{
  kind: PenaltyKind;
  /** Amount of a fine or of gains; value of goods where it is known. */
  fen?: Fen;
  /** The goods, the permit, the business meant. */
  what?: string;
  /** Goods that are here: lines of the lists of this case. */
  items?: readonly GoodsPart[];
  /** Goods that the party still has, and is to hand over. */
  fromParty?: boolean;
  /** Length of a penalty that has one. */
  days?: number;
  /** Of several breaches, the one it is for; absent where the report finds one. */
  breach?: string;
  /** Of goods: all that is taken, the rest of the penalty being let off by a special law. */
  exemption?: Exemption;
}>;

/** One of several breaches that is not punished, beside others that are. */
export type Dropped = Readonly<{
  breach: string;
  ground: DroppedGround;
  /** Of one act that breaks several rules: the breach under whose rule it is fined (APL 29). */
  with?: string;
  /** By a special law: which one, and what proves its conditions. */
  exemption?: Exemption;
  reason: string;
}>;

/** APL 57(1), (一)–(四). What is proposed, notified and decided has the same form, so that it can be compared. */
export type Outcome =
  | Readonly<{ kind: 'penalty'; penalties: readonly Penalty[]; dropped?: readonly Dropped[] }>
  | Readonly<{ kind: 'no-penalty'; ground: NoPenaltyGround; exemption?: Exemption; reason: string }>
  | Readonly<{ kind: 'facts-not-established'; reason: string }>
  | Readonly<{ kind: 'transfer'; to: string; reason: string }>;
