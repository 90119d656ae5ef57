/** Histories of a firm and its manager in one case: the same course for each, of itself. */
import { dossier } from '../review/dossier.js';
import { investigated } from '../histories.testing.js';
import { seenFor } from '../parties.js';
import { fileOf, happened, paper, type Happened } from '../testing.js';
import type { LocalDate } from '@anjuan/law';
import type { EntryNumber } from '@anjuan/procedure';
import type { Outcome, Penalty } from '../penalty/penalty.js';
import type { JoinParty } from './joined-parties.js';

/** The entries of the filing, and of the joining of the manager. */
export const firm = 3;
export const manager = investigated.length;

export const theManager = {
  kind: 'natural-person',
  person: { name: '赵一鸣', idNumber: '110105198001011238' },
} as const;
export const answers: JoinParty = {
  party: theManager,
  part: 'answers-for-the-firm',
  basis: [{ law: '食品安全法实施条例', article: '75(1)(1)' }],
  reason: '法定代表人故意实施违法行为',
};

export const joined: readonly Happened[] = [
  ...investigated,
  happened('PartyJoined', '2026-04-02', 'lin', answers),
];

/** 12,000 yuan: a natural person has a right to a hearing, an entity would not. */
export const managersFine: Outcome = { kind: 'penalty', penalties: [{ kind: 'fine', fen: 1_200_000 }] };
export const managersSmallFine: Outcome = { kind: 'penalty', penalties: [{ kind: 'fine', fen: 90_000 }] };

export const of = (ofParty: EntryNumber, event: Happened): Happened => ({
  ...event,
  data: Object.assign({}, event.data, { ofParty }),
});

const both = { officers: ['lin', 'gao'], signedPaper: paper('signed') };

export const digestFor = (history: readonly Happened[], party: EntryNumber): string =>
  JSON.stringify(dossier(seenFor(fileOf(...history), party === firm ? undefined : party)));

type Course = (history: readonly Happened[], party: EntryNumber, outcome: Outcome) => readonly Happened[];

export const reported: Course = (history, party, proposal) => [
  ...history,
  of(
    party,
    happened('InvestigationConcluded', '2026-04-14', ['lin', 'gao'], {
      ...both,
      facts: '使用超过保质期的原料',
      basis: [{ law: '食品安全法', article: '124(1)(2)' }],
      proposal,
      discretion: '从轻',
      benchmark: '裁量基准（食品类）',
      report: paper(`report-${party}`),
    }),
  ),
];

export const sentFor: Course = (history, party) => [
  ...history,
  of(
    party,
    happened('SentForLegalReview', '2026-04-22', 'zhou', {
      digest: digestFor(history, party),
      dueOn: '2026-05-09',
    }),
  ),
];

export const reviewedFor: Course = (history, party, outcome) => [
  ...sentFor(history, party, outcome),
  of(
    party,
    happened('LegalReviewOpinionGiven', '2026-04-28', 'fang', {
      opinion: 'agree',
      sent: history.length,
      digest: digestFor(history, party),
    }),
  ),
];

const penaltiesOf = (outcome: Outcome): readonly Penalty[] =>
  outcome.kind === 'penalty' ? outcome.penalties : [];

export const approvedFor: Course = (history, party, proposal) => [
  ...history,
  of(party, happened('ProposalApproved', '2026-04-29', 'tang', { proposal })),
];

export const notifiedOf: Course = (history, party, outcome) => [
  ...history,
  of(
    party,
    happened('NoticeServed', '2026-04-30', ['lin', 'gao'], {
      ...both,
      penalties: penaltiesOf(outcome),
      facts: '使用超过保质期的原料',
      hearingRightTold: true,
      method: 'direct',
      proof: paper('receipt'),
      servedOn: '2026-04-30',
      lastDay: '2026-05-11',
      provisional: false,
    }),
  ),
];

/** From the report to the notice; six entries. */
export const upToNotice: Course = (history, party, outcome) =>
  [reported, reviewedFor, approvedFor, notifiedOf].reduce(
    (before, step) => step(before, party, outcome),
    history,
  );

export const discussedFor: Course = (history, party, outcome) => {
  const discussion = history.length;
  const on: LocalDate = '2026-06-04';
  const meeting = [
    happened('DiscussionOpened', on, 'he', {
      attending: ['he', 'tang'],
      handlersReport: ['lin', 'gao'],
      chair: 'he',
    }),
    happened('DiscussionOpinionGiven', on, 'he', { discussion, agrees: true, opinion: '同意' }),
    happened('DiscussionOpinionGiven', on, 'tang', { discussion, agrees: true, opinion: '同意' }),
    happened('DiscussionConcluded', on, 'he', { discussion, outcome, conclusion: '一致同意' }),
  ];
  return [...history, ...meeting.map((event) => of(party, event))];
};

export const decidedFor: Course = (history, party, outcome) => [
  ...history,
  of(
    party,
    happened('DecisionMade', '2026-06-05', 'he', {
      number: `朝市监处罚〔2026〕${String(200 + party)}号`,
      outcome,
      dossier: digestFor(history, party),
      dueOn: '2026-06-08',
    }),
  ),
];

export const servedOn: Course = (history, party) => [
  ...history,
  of(
    party,
    happened('DecisionServed', '2026-06-08', ['lin', 'gao'], {
      ...both,
      method: 'direct',
      proof: paper('receipt'),
      servedOn: '2026-06-08',
    }),
  ),
];

export const paidBy = (
  history: readonly Happened[],
  party: EntryNumber,
  fen: number,
): readonly Happened[] => [
  ...history,
  of(
    party,
    happened('PaymentReceived', '2026-06-12', 'lin', {
      fen,
      for: 'fine',
      channel: 'bank',
      receipt: paper('bank-notice'),
    }),
  ),
];

/** Everything at once, of one party. */
export const course = (
  history: readonly Happened[],
  party: EntryNumber,
  outcome: Outcome,
  ...steps: readonly Course[]
): readonly Happened[] => steps.reduce((before, step) => step(before, party, outcome), history);
