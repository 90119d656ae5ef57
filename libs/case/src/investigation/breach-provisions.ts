/** Several breaches in one report, each measured by itself: APL 29, 57(1); SAMR-P 48. */
import { apl, policy, samrP } from '@anjuan/law';
import { filled, type EntryProvision } from '@anjuan/procedure';
import { exemptedIn } from '../exemption/exemption.js';
import { droppedIn } from '../penalty/breaches.js';
import { latestNotice } from '../notice/served.js';
import type { CaseFile } from '../steps.js';
import { accountsFor, areSameFacts, isListed, isOneAct, namesIn, type Breach } from './breaches.js';
import type { Findings } from './investigation.js';

/** Penalties say by its name which breach they are for: two of one name could not be told apart. */
export const eachBreachNamed: EntryProvision<unknown, Findings> = {
  id: 'investigation/each-breach-named',
  cites: policy('数个违法行为各有其名；Each of several breaches has a name of its own'),
  also: [samrP(48, undefined, 4)],
  says: '报告列明数个违法行为的，各行为应当有不同的名称',
  en: 'Breaches that are listed have names, and no two the same',
  cure: { zh: '为各违法行为填写不同的名称', en: 'Name each breach differently' },
  fields: ['/breaches/*/breach'],
  holds: ({ breaches = [] }) =>
    breaches.every(({ breach }) => filled(breach)) &&
    new Set(breaches.map(({ breach }) => breach.trim())).size === breaches.length,
};

const accounted = {
  cites: policy(
    '数个违法行为分别裁量、合并处罚：每项处罚指明所处罚的行为，不予处罚的行为写明理由；Several breaches are measured one by one and punished together: each penalty names its breach, and what is not punished has its reason',
  ),
  also: [apl(57, 1, 1), apl(29), samrP(48, undefined, 5)],
  says: '数个违法行为分别裁量、合并处罚的，每项处罚应当指明所处罚的违法行为；列明而不予处罚的，应当说明理由；与另一行为系同一违法行为的，指明按照罚款数额高的规定处以罚款的该行为',
  en: 'Each penalty names the one breach of the report that it is for; each breach is punished, or it is said why not; one act with another is fined there, under the rule with the higher fine',
  cure: {
    zh: '逐项指明处罚所针对的违法行为，不予处罚的写明情形和理由，系同一违法行为的指明按照罚款数额高的规定处罚的行为，并在报告中写明两者的法定罚款幅度；报告只有一个违法行为的，不填',
    en: 'Name the breach of each penalty, and say why a breach is not punished, and with which it is one act: then state the range of both in the report; where the report finds one, name none',
  },
} as const;

const fieldsOfOutcome = (field: '/proposal' | '/outcome') =>
  [
    `${field}/kind`,
    `${field}/penalties/*/breach`,
    `${field}/penalties/*/kind`,
    `${field}/dropped/*/breach`,
    `${field}/dropped/*/ground`,
    `${field}/dropped/*/with`,
    `${field}/dropped/*/reason`,
  ] as const;

export const penaltiesAccountedFor: EntryProvision<unknown, Findings> = {
  id: 'investigation/each-penalty-of-a-breach',
  ...accounted,
  fields: ['/breaches/*/breach', '/breaches/*/grading/range', ...fieldsOfOutcome('/proposal')],
  holds: (entry) => accountsFor(entry.proposal, entry),
};

/** The same of what is decided, or put to the vote. */
export const accountedAsReported = <Entry extends Partial<Readonly<{ outcome: Findings['proposal'] }>>>(
  id: string,
): EntryProvision<Pick<CaseFile, 'investigation'>, Entry> => ({
  id,
  ...accounted,
  fields: fieldsOfOutcome('/outcome'),
  holds: ({ outcome }, { investigation }) =>
    outcome === undefined || investigation === undefined || accountsFor(outcome, investigation),
});

/** One benchmark or range for all of them would be the sum measured against one range. */
export const eachMeasuredApart: EntryProvision<unknown, Findings> = {
  id: 'investigation/each-breach-measured-apart',
  cites: policy('数个违法行为分别裁量；Several breaches are measured one by one'),
  also: [apl(34), samrP(48, undefined, 6)],
  says: '报告列明数个违法行为的，裁量基准、档次、货值、违法所得和危害在各行为中分别填写',
  en: 'Where breaches are listed, benchmark, grade, values and harm are stated of each, not of all together',
  cure: { zh: '移到各违法行为中填写', en: 'State it in each breach, and leave it out above' },
  fields: [
    '/breaches',
    '/benchmark',
    '/noBenchmark',
    '/grading',
    '/goodsValueFen',
    '/illegalGainsFen',
    '/endangersLifeOrProperty',
  ],
  holds: (entry) =>
    !isListed(entry) ||
    [
      entry.benchmark,
      entry.noBenchmark,
      entry.grading,
      entry.goodsValueFen,
      entry.illegalGainsFen,
      entry.endangersLifeOrProperty,
    ].every((stated) => stated === undefined),
};

export const oneActFinedOnce: EntryProvision<unknown, Findings> = {
  id: 'investigation/one-act-fined-once',
  cites: apl(29),
  says: '对当事人的同一个违法行为，不得给予两次以上罚款的行政处罚',
  en: 'No act is listed as two breaches and fined twice, nor let off by a special law as one and punished as the other: by the same facts, or on the same days under the same articles',
  cure: {
    zh: '同一个违法行为只列一次；违反多个法律规范的，按照罚款数额高的规定处罚',
    en: 'List one act once; where it breaks several rules, the one with the higher fine is applied',
  },
  fields: [
    '/breaches/*/facts',
    '/breaches/*/basis/*/law',
    '/breaches/*/basis/*/article',
    '/breaches/*/act/from',
    '/breaches/*/act/to',
    '/breaches/*/breach',
    '/proposal/kind',
    '/proposal/penalties/*/breach',
    '/proposal/penalties/*/kind',
    '/proposal/penalties/*/exemption',
    '/proposal/dropped/*/breach',
    '/proposal/dropped/*/exemption',
  ],
  holds: ({ breaches = [], proposal }) => {
    if (proposal.kind !== 'penalty') return true;
    const isFined = (name: string): boolean =>
      proposal.penalties.some(({ kind, breach }) => kind === 'fine' && breach === name);
    const isPunished = (name: string): boolean => proposal.penalties.some(({ breach }) => breach === name);
    const isLetOff = (name: string): boolean => exemptedIn(proposal).some(({ breach }) => breach === name);
    // Of two goods on one day one may have been checked when it came in, and not the other: two acts under one article.
    const lettingOff = (one: string, other: string): boolean =>
      (isLetOff(one) && (isPunished(other) || isLetOff(other))) || (isLetOff(other) && isPunished(one));
    const twice = (one: Breach, other: Breach): boolean =>
      (isFined(one.breach) && isFined(other.breach) && isOneAct(one, other)) ||
      (lettingOff(one.breach, other.breach) && areSameFacts(one, other));
    return !breaches.some((one, index) => breaches.slice(index + 1).some((other) => twice(one, other)));
  },
};

type Before = Pick<CaseFile, 'reports' | 'notices'>;

/** Of the last report those that it proposed to punish, and of the last notice those that the party was heard on. */
const broughtForward = (file: Before): readonly string[] => {
  const last = file.reports.at(-1);
  // One act with another was proposed to be punished, as that other.
  const dropped =
    last === undefined
      ? []
      : droppedIn(last.proposal).flatMap(({ breach, ground }) => (ground === 'one-act-with' ? [] : [breach]));
  const notified = latestNotice(file)?.penalties.flatMap(({ breach }) => breach ?? []) ?? [];
  return [...(last === undefined ? [] : namesIn(last)), ...notified].filter(
    (name) => !dropped.includes(name),
  );
};

export const noBreachPassedOver: EntryProvision<Before, Findings> = {
  id: 'investigation/no-breach-passed-over',
  cites: policy(
    '已经报告或者告知的违法行为不再处罚的，写明理由；A breach that was reported or notified is not left out without a reason',
  ),
  also: [apl(57, 1), samrP(48, undefined, 3)],
  says: '已经提出处罚建议或者告知的违法行为，再次报告时应当列明；不再处罚的，应当说明理由',
  en: 'A breach that the last report proposed to punish, or that the party was notified of, is listed again: punished, or with the reason why not',
  cure: {
    zh: '列明该违法行为，不再处罚的写明情形和理由',
    en: 'List it, and say why where it is not punished any more',
  },
  fields: ['/breaches/*/breach'],
  holds: (entry, file) => broughtForward(file).every((name) => namesIn(entry).includes(name)),
};

export const breachDemands = [
  eachBreachNamed,
  penaltiesAccountedFor,
  eachMeasuredApart,
  oneActFinedOnce,
  noBreachPassedOver,
] as const;
