import type { CaseFile } from '../case-file.js';
import { capacityHeld, officerCredentialValid } from './capacity.js';
import type { Context } from './context.js';
import type { NewEvent } from './event.js';
import type { Capacity, PersonId } from './people.js';
import { isRecused, notRecused } from './recused.js';
import { type Bilingual, type EntryProvision, type Provision, Refusal, type Stated } from './provision.js';

/**
 * One act of the procedure: who may ask it, what the law demands of the file and of what is entered,
 * and what is then recorded.
 */
export type Act<Data, Recorded extends NewEvent<string, unknown>, File = CaseFile> = Readonly<{
  title: Bilingual;
  /** Capacities in which the act can be done at all; the provision that says so is among `requires`. */
  by: readonly Capacity[];
  /** True for an act that opens a new case. */
  opens?: true;
  requires: readonly Provision<File>[];
  demands: readonly EntryProvision<File, Data>[];
  /** True where somebody taken off the case may still attest to what they did before. */
  evenRecused?: true;
  /** People named in the entry, so that the edge can look them up and nobody is named who was taken off the case. */
  names?: (entry: Data) => readonly PersonId[];
  record: (entry: Data, file: File, context: Context) => readonly Recorded[];
}>;

/** Fixes the types of an act where it is written down. */
export const act = <Data, Recorded extends NewEvent<string, unknown>, File extends CaseFile = CaseFile>(
  it: Act<Data, Recorded, File>,
): Act<Data, Recorded, File> => it;

const everyAct: readonly Provision<CaseFile>[] = [capacityHeld, officerCredentialValid];

/** Not every article or reading is sure: what is switched off in data is not asked. */
const isAsked = ({ id }: Stated, { switchedOff = [] }: Context): boolean => !switchedOff.includes(id);

/** What stands in the way before anything is entered: of the file, and of who asks. */
export const unmetOfFile = <File extends CaseFile>(
  { requires, evenRecused }: Readonly<{ requires: readonly Provision<File>[]; evenRecused?: true }>,
  file: File,
  context: Context,
): readonly Stated[] =>
  [...everyAct, ...(evenRecused === true ? [] : [notRecused]), ...requires].filter(
    (provision) => isAsked(provision, context) && !provision.holds(file, context),
  );

/** Whoever was taken off the case is named by nobody else either. */
const namesRecused = <Data>(
  { names }: Readonly<{ names?: (entry: Data) => readonly PersonId[] }>,
  entry: Data,
  file: CaseFile,
  context: Context,
): readonly Stated[] =>
  notRecused.holds(file, context) && (names?.(entry) ?? []).some((person) => isRecused(file, person))
    ? [notRecused]
    : [];

/** Every provision that stands in the way of this entry, in the order the act lists them. */
export const unmet = <Data, Recorded extends NewEvent<string, unknown>, File extends CaseFile>(
  it: Act<Data, Recorded, File>,
  entry: Data,
  file: File,
  context: Context,
): readonly Stated[] => [
  ...unmetOfFile(it, file, context),
  ...namesRecused(it, entry, file, context),
  ...it.demands.filter((provision) => isAsked(provision, context) && !provision.holds(entry, file, context)),
];

export const perform = <Data, Recorded extends NewEvent<string, unknown>, File extends CaseFile = CaseFile>(
  it: Act<Data, Recorded, File>,
  entry: Data,
  file: File,
  context: Context,
): readonly Recorded[] => {
  const reasons = unmet(it, entry, file, context);
  if (reasons.length > 0) throw new Refusal(reasons);
  return it.record(entry, file, context);
};
