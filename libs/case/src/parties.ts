/** A case of several parties: the same file, seen with the parts of one of them. ADR 36. */
import type { EntryNumber } from '@anjuan/procedure';
import type { MatterName } from './approval/approval.js';
import type { CaseEvent } from './case-event.js';
import type { EntryNote } from './entry/entry.js';
import type { Filing } from './initiation/initiation.js';
import { emptyFile, eventsOfParty, partKeys, stepActs, type CaseFile, type PartsOfParty } from './steps.js';

/** The entry of its joining; absent: the party of the filing. */
export type PartyNumber = EntryNumber | undefined;

/** What the filing says of a party, and its report says anew; everything else of it is common. */
const inFiling = ['party', 'cause', 'basis', 'partyUnknown', 'partyDescribed'] as const;

const picked = <It extends object, Key extends keyof It>(it: It, keys: readonly Key[]): Pick<It, Key> =>
  Object.fromEntries(keys.map((key) => [key, it[key]])) as Pick<It, Key>;

/** The parts of the party whose file it is. */
const partsOf = (file: CaseFile): PartsOfParty => ({
  ...picked(file, partKeys),
  filing: file.filing === undefined ? {} : picked(file.filing, inFiling),
});

const emptyParts = picked(emptyFile, partKeys);
const unsaid = picked<Partial<Filing>, keyof Filing>({}, inFiling);

/** Of a party of which nothing has been recorded but its joining. */
const joinedAs = ({ filing, joinedParties = [] }: CaseFile, party: EntryNumber): PartsOfParty => {
  const joined = joinedParties.find(({ entry }) => entry === party);
  if (filing === undefined || joined === undefined) return { ...emptyParts, filing: {} };
  const basis = joined.basis ?? filing.basis;
  return { ...emptyParts, filing: { ...unsaid, party: joined.party, cause: filing.cause, basis } };
};

/** The file with the parts of that party, and those of all others beside it. */
export const fileOf = (file: CaseFile, of: PartyNumber): CaseFile => {
  const party = of === file.filing?.entry ? undefined : of;
  if (file.ofParty === party || file.filing === undefined) return file;
  const [before, after] = [file.ofParty ?? file.filing.entry, party ?? file.filing.entry];
  const { filing, ...parts } = file.others?.[after] ?? joinedAs(file, after);
  const others = Object.entries(file.others ?? {}).filter(([entry]) => Number(entry) !== after);
  const { ofParty: _, ...rest } = file;
  return {
    ...rest,
    ...emptyParts,
    ...parts,
    filing: { ...file.filing, ...filing },
    ...(party !== undefined && { ofParty: party }),
    others: { ...Object.fromEntries(others), [before]: partsOf(file) },
  };
};

/** Those of whom the case is: the party of the filing, and who was joined and has not left. */
export const partiesIn = ({
  joinedParties = [],
}: Pick<CaseFile, 'joinedParties'>): readonly PartyNumber[] => [
  undefined,
  ...joinedParties.filter(({ left }) => left === undefined).map(({ entry }) => entry),
];

type Said = Readonly<{ ofParty?: unknown }>;

/** The party that an entry or an event names; undefined: that of the filing. */
export const partyNamedIn = ({ filing, joinedParties = [] }: CaseFile, said: unknown): PartyNumber => {
  const { ofParty } = Object(said) as Said;
  return joinedParties.some(({ entry }) => entry === ofParty) && ofParty !== filing?.entry
    ? (ofParty as EntryNumber)
    : undefined;
};

const mattersOfParty: ReadonlySet<MatterName> = new Set(
  Object.values(stepActs).flatMap(({ of, matter }) =>
    of === 'party' && matter !== undefined ? [matter] : [],
  ),
);

/** An entry of a party's step, and what was put before a leader in one. */
const isOfParty = ({ type, ofParty }: Pick<EntryNote, 'type' | 'ofParty'>): boolean =>
  eventsOfParty.has(type) || ofParty !== undefined;

/**
 * What the law sees of one party: no entry and no request of another one. What people did in the case is not forgotten:
 * nobody reviews for one party what they investigated against the other.
 */
export const seenFor = (file: CaseFile, of: PartyNumber): CaseFile => {
  if (file.joinedParties === undefined) return file;
  const party = of === file.filing?.entry ? undefined : of;
  const own = (said: Said): boolean => partyNamedIn(file, said) === party;
  const laid = fileOf(file, party);
  return {
    ...laid,
    entries: file.entries.filter((note) => !isOfParty(note) || own(note)),
    entriesOfOthers: file.entries.filter((note) => isOfParty(note) && !own(note)),
    approvals: file.approvals.filter((asked) => !mattersOfParty.has(asked.matter) || own(asked)),
  };
};

/** The party that an earlier entry is of; `all`: it is of the whole case. */
export const partyOfEntry = (file: CaseFile, number: EntryNumber): PartyNumber | 'all' => {
  const note = file.entries.find(({ entry }) => entry === number);
  return note === undefined || !isOfParty(note) ? 'all' : partyNamedIn(file, note);
};

type Change = Partial<CaseFile>;
type Fold = (file: CaseFile, event: CaseEvent) => Change;

const isPart = (key: string): boolean => (partKeys as readonly string[]).includes(key);
const ofAll = (change: Change): Change =>
  Object.fromEntries(Object.entries(change).filter(([key]) => key !== 'filing' && !isPart(key)));

type Parts = NonNullable<CaseFile['others']>;

/** Every party's parts after an event of the whole case; only where it changes any. */
const partsOfAll = (fold: Fold, file: CaseFile, event: CaseEvent): Parts => {
  const changed: Record<EntryNumber, PartsOfParty> = { ...file.others };
  for (const { entry } of file.joinedParties ?? []) {
    const seen = fileOf(file, entry);
    const change = fold(seen, event);
    if (Object.keys(change).some(isPart)) changed[entry] = partsOf({ ...seen, ...change });
  }
  return changed;
};

/**
 * What an event changes in the file, the parts of the party of the filing at the top: one of a party's step changes the
 * parts of that party, any other those of everybody.
 */
export const foldedFor =
  (fold: Fold): Fold =>
  (file, event) => {
    if (file.joinedParties === undefined) return fold(file, event);
    if (!eventsOfParty.has(event.type))
      return { ...fold(file, event), others: partsOfAll(fold, file, event) };
    const party = partyNamedIn(file, event.data);
    if (party === undefined) return fold(file, event);
    const seen = fileOf(file, party);
    const change = fold(seen, event);
    return { ...ofAll(change), others: { ...file.others, [party]: partsOf({ ...seen, ...change }) } };
  };
