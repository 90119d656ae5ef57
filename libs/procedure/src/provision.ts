import type { Pointer } from '@anjuan/entry';
import type { Citation } from '@anjuan/law';
import type { Context } from './context.js';

export type Bilingual = Readonly<{ zh: string; en: string }>;

/** A sentence of the law: its article and what it says, in the affirmative. */
export type Stated = Readonly<{
  /** `step/what-it-demands`; for ever, like a table name. */
  id: string;
  cites: Citation;
  also?: readonly Citation[];
  /** The statute's own sentence, in Chinese. */
  says: string;
  /** A plain rendering of it in English. */
  en: string;
  /** What the reader can do about it. */
  cure?: Bilingual;
  /** Acts that would meet it, `step/act`, the usual one first. */
  curedBy?: readonly string[];
  /** Of these one is done in place of the act refused, which stays refused. */
  instead?: true;
  /** Why no act meets it, where it has no `cure` of its own. */
  noCure?: Bilingual;
  /** In a refusal only: the actor's capacity or certificate that has ended, and its last day. */
  ended?: Readonly<{ number?: string; on: string }>;
}>;

/** A provision about the file (and who asks) alone: it can be answered before anything is entered. */
export type Provision<File> = Stated & Readonly<{ holds: (file: File, context: Context) => boolean }>;

/** A provision about what is entered. Must be total: the file may be in any state. */
export type EntryProvision<File, Data> = Stated &
  Readonly<{
    /** Where it looks in the entry: JSON pointers, in which `*` is each item of a list. */
    fields: readonly Pointer[];
    holds: (entry: Data, file: File, context: Context) => boolean;
  }>;

/** A provision that is not met, and the fields of what was entered in which it looked. */
export type Unmet = Stated & Readonly<{ fields?: readonly Pointer[] }>;

/** The law does not allow it, for these reasons: all of them, not the first. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  constructor(readonly provisions: readonly Unmet[]) {
    super(provisions.map(({ says }) => says).join('；'));
  }
}
