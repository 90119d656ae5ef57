/** What is served and published is what was issued: asked by every act that serves a paper. APL 61; SAMR-P 62, 81, 82. */
import { apl, policy, samrP, type Instant } from '@anjuan/law';
import {
  happenedAt,
  type Context,
  type EntryNumber,
  type EntryProvision,
  type Outside,
  type Paper,
} from '@anjuan/procedure';
import { asItStandsSince } from '../decision-change/standing.js';
import { cannotBeCompleted } from '../entry/anew.js';
import type { CaseFile } from '../steps.js';
import { kindsOfPaper, type Told } from './kinds.js';
import type { PaperKind } from './words.js';

export type IssuedPaper = Readonly<{
  entry: EntryNumber;
  kind: PaperKind;
  /** The entry that it says. */
  of: EntryNumber;
  sha256: string;
  issuedAt: Instant;
  /** In a case of several: the party to which it goes, where that is not the one of the filing. */
  ofParty?: EntryNumber;
  /** The paper that was issued in its place. */
  replacedBy?: EntryNumber;
}>;
export type Issued = Pick<CaseFile, 'papers'>;

const inForce = ({ papers = [] }: Issued): readonly IssuedPaper[] =>
  papers.filter(({ replacedBy }) => replacedBy === undefined);

/** The last of each party, of that entry. */
export const issuedOf = (
  file: Issued,
  kind: PaperKind,
  of: EntryNumber | undefined,
): readonly IssuedPaper[] => {
  const found = inForce(file).filter((one) => one.kind === kind && one.of === of);
  return found.filter((one) => one === found.findLast(({ ofParty }) => ofParty === one.ofParty));
};

export const paperIssued = (file: Issued, number: EntryNumber): IssuedPaper | undefined =>
  inForce(file).find(({ entry }) => entry === number);

/** Its service, if it was served: of what cannot be withdrawn any more, or was not. */
export const servingNote = (
  { entries }: Pick<CaseFile, 'entries'>,
  { entry, kind }: IssuedPaper,
): CaseFile['entries'][number] | undefined =>
  entries.findLast(
    ({ type, state, restsOn }) =>
      type === kindsOfPaper[kind].servedIn && state !== 'withdrawn' && restsOn.includes(entry),
  );

/** How one act says what it serves. `at`: its field for the paper. */
export type Service<Data> = Readonly<{
  kind: PaperKind;
  at: '/paper' | '/reminder';
  paper: (entry: Data) => Paper | undefined;
  /** The entry that the paper has to say; of what is in force by default. */
  of?: (file: CaseFile, entry: Data) => EntryNumber | undefined;
  /** The party to which it goes, where the act names it in another way than by its file. */
  party?: (entry: Data) => EntryNumber | undefined;
  /** Other fields that lead to that entry. */
  names?: readonly `/${string}`[];
}>;

/** One service, as its act says it; asked only for what a sentence is about. */
type Serving = Readonly<{
  kind: PaperKind;
  issued: () => readonly IssuedPaper[];
  hash: () => string | undefined;
  at: () => Instant;
}>;

const ofIssue = {
  cites: policy(
    '文书先制发、后送达，送达、公示的应当是所制发的文书；A paper is issued before it is served, and what is served and published is what was issued',
  ),
  also: [apl(61, 1), samrP(62), samrP(82)],
} as const;

/** By the agency's lists of the day, or because papers of the kind are issued in this case. */
const isDemanded = (file: Issued, kind: PaperKind, { lists }: Pick<Context, 'lists'>): boolean =>
  lists.papersIssuedFirst === true || (file.papers ?? []).some((one) => one.kind === kind);

/** Where the agency issues papers; a paper that says what is not in force any more is no issue of what is. */
export const issuedFirst: EntryProvision<Issued, Serving> = {
  ...ofIssue,
  id: 'paper/issued-before-it-is-served',
  says: '本机关文书先制发后送达的，或者本案同类文书已经制发的，现行内容的文书未制发前不得送达',
  en: 'Where the agency issues its papers first, or has issued one of the kind in this case, the paper that says what is in force has been issued',
  cure: { zh: '先制发文书', en: 'Issue the paper first' },
  curedBy: ['paper/issue'],
  fields: [],
  holds: ({ kind, issued }, file, context) => issued().length > 0 || !isDemanded(file, kind, context),
};

export const servedAsIssued: EntryProvision<Issued, Serving> = {
  ...ofIssue,
  id: 'paper/served-as-issued',
  says: '送达的文书应当与制发的文书一致',
  en: 'The paper that is served is, by its hash, the one that was issued for it, and no other',
  cure: {
    zh: '填写已制发的文书；内容应当更改的，送达前重新制发',
    en: 'Name the paper that was issued; where it has to say something else, issue another one before the service',
  },
  fields: ['/paper'],
  holds: ({ issued, hash }, { papers = [] }) =>
    issued().length > 0
      ? issued().some(({ sha256 }) => sha256 === hash())
      : papers.every(({ sha256 }) => sha256 !== hash()),
};

export const servedAfterIssue: EntryProvision<unknown, Serving> = {
  ...ofIssue,
  id: 'paper/served-after-it-was-issued',
  says: '送达不得早于文书的制发',
  en: 'A paper is served after it was issued',
  cure: { zh: '核对送达的日期和时间', en: 'Check the day and hour of the service' },
  fields: ['/occurredAt'],
  holds: ({ issued, at }) => issued().length === 0 || issued().some(({ issuedAt }) => issuedAt <= at()),
};

const issuedFor = <Data>(
  { kind, of, party }: Service<Data>,
  entry: Data,
  file: CaseFile,
): readonly IssuedPaper[] => {
  const found = issuedOf(file, kind, of === undefined ? kindsOfPaper[kind].inForce?.(file) : of(file, entry));
  const named = party?.(entry);
  return named === undefined ? found : found.filter(({ ofParty = file.filing?.entry }) => ofParty === named);
};

/** A paper that names a day says nothing of another one: what was served is not served again. */
const unserved = (file: CaseFile, context: Context, issued: readonly IssuedPaper[]): readonly IssuedPaper[] =>
  issued.filter((one) => {
    const served = kindsOfPaper[one.kind].namesDay === true ? servingNote(file, one) : undefined;
    return served === undefined || cannotBeCompleted(file, served.entry, context);
  });

/** Demanded of every act that serves such a paper. */
export const asIssued = <Data extends Outside>(
  service: Service<Data>,
): readonly EntryProvision<CaseFile, Data>[] => {
  const { kind, at, paper, names = [] } = service;
  const asked = (
    provision: EntryProvision<CaseFile, Serving>,
    fields: EntryProvision<CaseFile, Data>['fields'],
  ): EntryProvision<CaseFile, Data> => ({
    ...provision,
    fields: [...fields, ...names],
    holds: (entry, file, context) =>
      provision.holds(
        {
          kind,
          issued: () => unserved(file, context, issuedFor(service, entry, file)),
          hash: () => paper(entry)?.sha256,
          at: () => happenedAt(entry, context),
        },
        file,
        context,
      ),
  });
  return [asked(issuedFirst, []), asked(servedAsIssued, [at]), asked(servedAfterIssue, ['/occurredAt'])];
};

type Named = Readonly<{ paper?: Paper; issued?: EntryNumber }>;

/** What the event holds of it: the paper, and the entry of its issuing. */
export const paperServed = <Data>(service: Service<Data>, entry: Data, file: CaseFile): Named => {
  const paper = service.paper(entry);
  if (paper === undefined) return {};
  const issued = issuedFor(service, entry, file).find(({ sha256 }) => sha256 === paper.sha256);
  return {
    ...(service.at === '/paper' && { paper }),
    ...(issued !== undefined && { issued: issued.entry }),
  };
};

type OfOneParty = Told & Issued & Pick<CaseFile, 'ofParty'>;
const ofThisParty = (file: OfOneParty): readonly IssuedPaper[] =>
  inForce(file).filter(({ ofParty }) => ofParty === file.ofParty);

/** The decision as it was issued and served since its last change, and the rectification of it since. */
const publishable = (file: OfOneParty): readonly IssuedPaper[] => {
  const own = ofThisParty(file);
  const since = asItStandsSince(file)?.entry ?? 0;
  const served = own.findLast(({ kind, of }) => kind === 'decision' && of >= since);
  const inForceNow = kindsOfPaper.decision.inForce?.(file);
  const rectified = own.filter(({ kind, of }) => kind === 'rectification' && of === inForceNow);
  return [...(served === undefined ? [] : [served]), ...rectified];
};

export const publishedAsIssued: EntryProvision<CaseFile, Readonly<{ paper?: Paper }>> = {
  ...ofIssue,
  id: 'paper/published-as-issued',
  says: '公示的决定书应当是已经制发的决定书',
  en: 'Where the paper of the decision was issued, what is published names that paper by its hash',
  cure: {
    zh: '填写已制发的决定书；变更后没有制发的，不填写原决定书',
    en: 'Name the decision as it was issued; where a change of it was not, leave the paper of before out',
  },
  fields: ['/paper'],
  // Of a decision that a remedy changed none may have been issued: then it is at least not one of before.
  holds: ({ paper }, file) => {
    const isThat = ({ sha256 }: IssuedPaper): boolean => sha256 === paper?.sha256;
    const issued = publishable(file);
    return issued.length === 0 ? !ofThisParty(file).some(isThat) : issued.some(isThat);
  },
};
