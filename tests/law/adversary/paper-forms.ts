/** What may be typed in for a paper: its issuing, and its service. */
import type { ActName, EntryOf, Paper } from '@anjuan/case';
import { serving } from './forms.js';
import { astray, byOfficers, entryNumber, outside, paperOf, text, yes, type Table } from './table.js';

type Kind = EntryOf<'paper/issue'>['kind'];

const last = ({ file }: Table, ...types: readonly string[]): number | undefined =>
  file.entries.findLast(({ type, state }) => types.includes(type) && state !== 'withdrawn')?.entry;

const withPaper: readonly (readonly [Kind, readonly string[]])[] = [
  ['decision', ['DecisionMade', 'DecisionChanged', 'DecisionRectified']],
  ['hearing-notice', ['HearingHostNamed']],
  ['notice', ['ProposalApproved']],
  ['reminder', ['DecisionMade', 'DecisionChanged', 'DecidedOnTheSpot']],
  ['rectification', ['DecisionRectified']],
  ['annulment', ['DecisionChanged']],
  ['seizure', ['ItemsSeized', 'ItemsSeizedUrgently']],
  ['seizure-lifting', ['SeizureLifted']],
  ['test-result', ['TestResultRecorded']],
  ['order-to-correct', ['CorrectionOrdered']],
];

/** What is served next, mostly. */
const meant = (table: Table): readonly [Kind, number | undefined] => {
  const { file, dice } = table;
  const possible = withPaper
    .map(([kind, types]) => [kind, last(table, ...types)] as const)
    .filter(([, entry]) => entry !== undefined);
  const untold = file.evidence.tests.some(
    ({ result, toldOn }) => result !== undefined && toldOn === undefined,
  );
  const next: Kind | undefined = untold
    ? 'test-result'
    : file.decision !== undefined && file.service === undefined
      ? 'decision'
      : file.hearing.host !== undefined && file.hearing.held === undefined
        ? 'hearing-notice'
        : file.notices.length === 0 && file.proposal !== undefined
          ? 'notice'
          : undefined;
  const wanted = possible.find(([kind]) => kind === next);
  if (wanted !== undefined && dice.chance(70)) return wanted;
  return possible.length > 0 ? dice.pick(possible) : ['decision', undefined];
};

/** The paper as it was issued, if it was; or another one, or none. */
export const asIssued = (table: Table, kind: Kind): Readonly<{ paper?: Paper }> => {
  const issued = table.file.papers?.findLast((one) => one.kind === kind && one.replacedBy === undefined);
  if (astray(table)) return table.dice.chance(50) ? { paper: paperOf(table, '另一文书') } : {};
  return issued === undefined ? {} : { paper: { sha256: issued.sha256, name: '文书' } };
};

const issue = (table: Table): EntryOf<'paper/issue'> => {
  const [kind, of] = meant(table);
  const before = table.file.papers?.findLast((one) => one.kind === kind && one.of === of);
  return {
    kind,
    of: entryNumber(table, of),
    paper: paperOf(table, '文书'),
    sealed: yes(table),
    ...(before !== undefined &&
      table.dice.chance(70) && { replaces: before.entry, reason: text(table, '文字有误') }),
  };
};

const servedApart: readonly Kind[] = ['order-to-correct', 'rectification', 'annulment', 'seizure-lifting'];

export const ofPapers = {
  'publication/publish': (table: Table) => ({
    summary: '处罚决定摘要',
    redactions: ['姓名'],
    ...asIssued(table, 'decision'),
  }),
  'paper/issue': issue,
  'paper/serve': (table: Table) => ({
    ...byOfficers(table),
    ...outside(table),
    issued: entryNumber(table, table.file.papers?.findLast(({ kind }) => servedApart.includes(kind))?.entry),
    ...serving(table),
  }),
} satisfies Partial<{ readonly [Name in ActName]: (table: Table) => EntryOf<Name> }>;
