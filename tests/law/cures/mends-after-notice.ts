/** What a reader does who follows the cure of a provision on the entry: from the notice on. */
import { owed } from '@anjuan/case';
import { addDays } from '@anjuan/law';
import {
  add,
  addAll,
  affirm,
  checkDay,
  checkTheDay,
  choose,
  either,
  enter,
  leaveOut,
  mend,
  mendAs,
  nameAnother,
  nameOthers,
  paper,
  somebodyElse,
  then,
  wait,
  words,
  write,
  type Way,
} from './following.js';

const noPenalty = { kind: 'no-penalty', ground: 'minor', reason: words };
const many = ['a', 'b', 'c'].map((letter) => ({ ...paper, sha256: letter.repeat(64) }));

const notice = {
  'notice/not-before-its-approval': [checkTheDay],
  'notice/penalties-as-approved': [
    mend((entry, { file }) => {
      const proposal = file.investigation?.proposal;
      return { ...entry, penalties: proposal?.kind === 'penalty' ? proposal.penalties : [] };
    }),
  ],
  'notice/facts-told': [write('facts')],
  'notice/hearing-right-told': [affirm('hearingRightTold')],
  'notice/electronic-by-consent': [add('addressConfirmation')],
  'notice/public-notice-last': [write('otherMethodsFailed')],
  'statement/re-check-gives-its-reason': [write('reason')],
} satisfies Record<string, readonly Way[]>;

type Part = Readonly<{ as: string }>;
const parts = (change: (parts: readonly Part[]) => readonly object[]): Way =>
  mend((entry) => ({ ...entry, tookPart: change((entry['tookPart'] ?? []) as readonly Part[]) }));
const firstOf = (as: string) => (part: Part, nth: number, all: readonly Part[]) =>
  part.as !== as || all.filter((one) => one.as === as).indexOf(part) < 2;

const hearing = {
  'hearing/one-or-two-agents': [
    parts((all) => [
      ...all.filter(firstOf('party-agent')).filter(firstOf('third-party-agent')),
      { as: 'third-party', name: words, notifiedOn: '2026-01-05' },
    ]),
  ],
  'hearing/agents-authorised': [parts((all) => all.map((part) => ({ ...part, authorisation: paper })))],
  'hearing/third-party-notified-seven-working-days-before': [
    parts((all) => all.map((part) => ({ ...part, notifiedOn: '2026-01-05' }))),
    parts((all) => all.map((part) => ({ ...part, asked: paper }))),
  ],
  'hearing/staff-did-not-investigate': [enter({ assistants: ['xu'], recorder: 'pan' })],
  'hearing/each-in-one-duty': [enter({ assistants: ['xu'], recorder: 'pan' })],
  'hearing/goes-on-on-a-later-day': [
    checkDay('goesOn'),
    then(enter({ everybodyTold: false }), leaveOut('goesOn')),
  ],
  'hearing/closed-for-secrets-only': [
    then(enter({ open: true }), leaveOut('closedBecause')),
    choose('closedBecause', 'business-secret'),
  ],
  'hearing/standstill-reasoned': [write('reason')],
  'hearing/host-replaced-for-a-reason': [write('reason')],
  'hearing/host-is-a-hearing-host': [nameAnother('host')],
  'review/named-reviewer-qualified': [nameAnother('reviewer')],
  'review/reviewer-replaced-for-a-reason': [write('reason')],
  'hearing/notified-after-the-request': [checkTheDay],
  'hearing/notified-seven-working-days-before': [checkDay('for')],
  'hearing/record-signed-or-refusal-noted': [write('refusalNoted')],
  'hearing/withdrawn-in-writing': [add('paper')],
  'hearing/ending-shown-by-a-paper': [add('paper')],
} satisfies Record<string, readonly Way[]>;

const attending = either(
  nameOthers('attending', ['leader', 'principal']),
  enter({ attending: ['he', 'tang', 'xu'] }),
);
const together: Way = either(attending, then(somebodyElse, attending));
const discussing = {
  'collective-discussion/chair-attends': [together],
  'collective-discussion/quorum-attends': [together],
  'collective-discussion/attended-by-leaders': [together],
  'collective-discussion/handlers-do-not-vote': [together],
  'collective-discussion/reviewers-do-not-vote': [together],
  'collective-discussion/opened-anew-for-a-reason': [write('reason')],
  'collective-discussion/handlers-report': [
    mend((entry, { file }) => ({ ...entry, handlersReport: file.filing?.handlers ?? [] })),
  ],
  'collective-discussion/concludes-what-was-discussed': [
    mend((entry, { file }) => ({ ...entry, outcome: file.discussions.at(-1)?.outcome })),
  ],
  'decision-period/complexity-explained': [write('reason')],
  'decision-period/period-fixed': [then(write('reason'), enter({ days: 30 }))],
  'decision-period/left-out-for-a-reason': [write('what')],
  'decision-period/left-out-days-are-past': [
    mendAs((entry, { context: { today } }) =>
      Array.from({ length: 30 }, (_, back) => ({
        ...entry,
        from: addDays(today, -back),
        to: addDays(today, -back),
      })),
    ),
  ],
} satisfies Record<string, readonly Way[]>;

const decision = {
  'decision/reason-given': [
    mend((entry) => ({ ...entry, outcome: { ...Object(entry['outcome']), reason: words } })),
  ],
  'decision/late-with-a-reason': [write('lateReason')],
  'decision/no-fine-after-criminal-fine': [
    enter({ outcome: { kind: 'penalty', penalties: [{ kind: 'warning' }] } }),
  ],
  'decision/facts-not-established-not-punished': [
    enter({ outcome: { kind: 'facts-not-established', reason: words } }),
  ],
  'decision/document-numbered': [enter({ number: '朝市监处罚〔2026〕218号' })],
  'decision-change/redone-on-other-grounds': [write('redo')],
  'decision/penalty-named': [enter({ outcome: { kind: 'penalty', penalties: [{ kind: 'warning' }] } })],
  'decision/within-limitation': [enter({ outcome: noPenalty })],
  'decision/party-s-period-over': [wait],
  'decision/as-discussed': [
    mendAs((entry, { file }) =>
      file.discussions.map(({ concluded }) => ({ ...entry, outcome: concluded?.outcome })),
    ),
  ],
} satisfies Record<string, readonly Way[]>;

const service = {
  'service/tried-after-the-decision': [checkTheDay],
  'service/public-notice-does-not-fail': [enter({ method: 'post' })],
  'service/failure-explained': [write('why')],
  'service/not-before-the-decision': [checkTheDay],
  'service/receipt-kept': [add('proof')],
  'service/signed-by-one-who-may': [
    leaveOut('receivedBy'),
    choose('receivedBy', 'party', 'agent', 'adult-family', 'legal-representative', 'mail-room'),
  ],
  'service/lien-witnessed-or-filmed': [write('witness'), addAll('media')],
  'service/electronic-address-confirmed': [add('addressConfirmation')],
  'service/electronic-recorded': [addAll('media')],
  'service/returned-from-the-confirmed-address': [add('addressConfirmation')],
  'service/returned-by-post-or-left': [
    enter({ method: 'post' }),
    then(enter({ method: 'lien' }), leaveOut('notReceived')),
  ],
  'service/leaving-shown': [addAll('media'), add('proof')],
  'service/public-notice-shown': [addAll('media'), add('proof')],
} satisfies Record<string, readonly Way[]>;

const planned: Way = mendAs((entry, { file, context: { today } }) => {
  const due = addDays(today, 30);
  return [owed(file).left.fine, owed(file).fine].map((fen) => ({ ...entry, plan: [{ due, fen }] }));
});

const execution = {
  'execution/not-before-the-decision': [checkTheDay],
  'execution/deciding-and-collecting-apart': [enter({ channel: 'bank' }), enter({ channel: 'electronic' })],
  'execution/amount-positive': [enter({ fen: 1 })],
  'execution/not-more-than-owed': [
    mendAs((entry) =>
      ['fine', 'illegal-gains', 'surcharge'].map((purpose) => ({ ...entry, for: purpose, fen: 1 })),
    ),
  ],
  'execution/hardship-in-writing': [then(write('reason'), add('application'))],
  'execution/plan-sums-to-the-unpaid-fine': [planned],
  'execution/plan-ahead-in-order': [planned],
  'execution/deferral-ahead': [checkDay('until')],
  'execution/surcharge-waived-for-remedial-measures': [write('remedied')],
  'execution/no-more-waived-than-ran-up': [enter({ waived: 0 })],
  'execution/refusal-reasoned': [write('reason')],
  'execution/goods-after-service': [checkTheDay],
  'execution-suspension/ground-stated': [write('reason')],
  'execution-suspension/cause-gone': [write('reason')],
  'execution-suspension/resumed-in-three-years': [write('whyStill')],
  'execution-suspension/end-explained': [write('reason')],
  'execution-suspension/end-of-a-major-decision-shown': [add('paper')],
  'execution-suspension/three-years-run-out': [
    wait,
    then(choose('ground', 'object-lost', 'other'), add('paper')),
  ],
} satisfies Record<string, readonly Way[]>;

const court = {
  'court-enforcement/reminder-complete': [then(write('how'), checkDay('payBy'))],
  'court-enforcement/in-the-order-of-time': [checkTheDay],
  'court-enforcement/opinion-re-checked': [write('opinion', 'reply')],
  'court-enforcement/court-and-object-named': [write('court', 'object')],
  'court-enforcement/remedy-period-over': [wait],
  'court-enforcement/ten-working-days-after-the-reminder': [wait],
  'court-enforcement/in-three-months': [write('whyLate')],
  'court-enforcement/bundle-complete': [enter({ enclosed: many })],
  'remedy/organ-and-number-named': [write('organ', 'number')],
  'remedy/order-stated': [
    enter({ ordered: { kind: 'penalty', penalties: [{ kind: 'fine', fen: 1 }] } }),
    leaveOut('ordered'),
  ],
  'remedy/on-the-spot-within-its-limits': [
    enter({ ordered: { kind: 'penalty', penalties: [{ kind: 'fine', fen: 1 }] } }),
  ],
  'decision-change/replaced-order-open': [
    mendAs(({ replaces: _, ...of }, { file }) => [
      ...file.supervisionOrders.map((one) => ({ ...of, replaces: one.entry })),
      { ...of, kind: 'annulled' },
    ]),
  ],
  'remedy/against-a-decision': [leaveOut('against')],
  'remedy/decision-named': [
    mendAs((of, { file }) =>
      file.entries
        .filter(({ type }) => type === 'DecisionMade')
        .map((one) => ({ ...of, against: one.entry })),
    ),
  ],
  'remedy/decision-that-was-served-named': [
    mendAs((of, { file }) =>
      file.entries
        .filter(({ type }) => type === 'DecisionMade')
        .map((one) => ({ ...of, against: one.entry })),
    ),
  ],
  'remedy/in-the-order-of-time': [checkTheDay],
} satisfies Record<string, readonly Way[]>;

const change = {
  'decision-change/slip-shown': [enter({ written: '朝阳曲', corrected: '朝阳区' })],
  'decision-change/slip-not-of-the-penalty': [enter({ written: '朝阳曲', corrected: '朝阳区' })],
  'decision-change/slip-not-of-facts-and-basis': [enter({ written: '朝阳曲', corrected: '朝阳区' })],
  'decision-change/reason-given': [write('reason')],
  'decision-change/outcome-stated': [
    enter({ outcome: { kind: 'penalty', penalties: [{ kind: 'fine', fen: 1 }] } }),
    leaveOut('outcome'),
  ],
  'decision-change/not-heavier': [
    mendAs((entry, { file }) => [
      { ...entry, outcome: file.decision?.outcome },
      { ...entry, outcome: { kind: 'penalty', penalties: [{ kind: 'fine', fen: 1 }] } },
    ]),
    then(leaveOut('ordered'), enter({ kind: 'annulled-to-redo' })),
  ],
  'decision-change/major-decision-made-anew': [
    then(leaveOut('outcome'), enter({ kind: 'annulled-to-redo' })),
  ],
  'decision-change/ordered-before-own-correction': [choose('ground', 'remedy-outcome', 'supervision-order')],
  'decision-change/as-ordered': [
    mendAs((entry, { file: { remedies, supervisionOrders } }) =>
      [
        ...remedies.map(({ concluded }) => concluded?.ordered),
        ...supervisionOrders.map(({ ordered }) => ordered),
      ].map((outcome) => ({ ...entry, outcome })),
    ),
  ],
  'decision-change/supervision-order-complete': [
    then(
      write('organ', 'number'),
      either(
        leaveOut('ordered'),
        enter({ ordered: { kind: 'penalty', penalties: [{ kind: 'fine', fen: 1 }] } }),
      ),
    ),
  ],
  'decision-change/opinion-on-a-major-decision-made-anew': [
    then(leaveOut('ordered'), enter({ kind: 'annulled-to-redo' })),
    enter({ form: 'decision' }),
  ],
  'decision-change/illegality-declared-by-others': [choose('kind', 'annulled', 'annulled-to-redo')],
  'remedy/redone-until': [leaveOut('redoUntil')],
  'decision-change/publicly-explained': [write('explanation')],
  'decision-change/refund-owed': [enter({ fen: 1 })],
  'publication/correction-reasoned': [write('reason')],
  'publication/natural-person-redacted': [enter({ redactions: ['姓名'] })],
  'publication/personal-data-taken-out': [enter({ summary: '处罚决定摘要' })],
  'summary-procedure/decided-after-the-lead': [checkTheDay],
  'closure/dropped-breach-sent': [add('transferPaper')],
  'closure/execution-may-be-resumed': [choose('ground', 'money-came')],
  'closure/reopening-reasoned': [write('reason')],
  'closure/investigation-ended-undecided': [choose('ground', 'executed', 'no-penalty', 'other')],
  'closure/other-circumstance-shown': [then(choose('circumstance', 'filed-twice'), add('paper'))],
  'closure/marked-case-closed-on-a-paper': [add('paper')],
  'closure/no-standing-penalty-let-off': [choose('ground', 'executed', 'execution-terminated')],
  'closure/decision-without-penalty-carried-out': [choose('ground', 'no-penalty', 'transferred')],
  'closure/ground-explained': [write('note')],
} satisfies Record<string, readonly Way[]>;

const summary = {
  'summary-procedure/no-fine-after-criminal-fine': [enter({ penalties: [{ kind: 'warning' }] })],
  'summary-procedure/facts-and-basis': [
    then(write('facts'), enter({ basis: [{ law: '电子商务法', article: '76(1)(1)' }] })),
  ],
  'summary-procedure/credential-shown': [affirm('credentialShown')],
  'summary-procedure/rights-told': [affirm('rightsTold')],
  'summary-procedure/statement-taken-down': [write('statement')],
  'summary-procedure/reconsideration-told-first': [enter({ remedyTold: '先申请行政复议' })],
  'summary-procedure/form-numbered': [enter({ number: '朝市监当罚〔2026〕88号' })],
  'summary-procedure/the-fine-and-no-more': [
    mend((entry, { file }) => ({
      ...entry,
      fen: owed(file).left.fine,
    })),
  ],
  'summary-procedure/hundred-yuan-or-hard-to-enforce': [write('hardToEnforceLater')],
  'summary-procedure/remote-and-asked-by-the-party': [add('request')],
  'summary-procedure/collected-on-the-day': [checkTheDay],
  'summary-procedure/collected-by-who-decided': [somebodyElse],
  'summary-procedure/receipt-issued': [write('receipt')],
  'summary-procedure/not-before-the-step-before': [checkTheDay],
  'summary-procedure/landed-after-the-collection': [either(leaveOut('landedOn'), checkDay('landedOn'))],
} satisfies Record<string, readonly Way[]>;

const entry = {
  'entry/stands': [
    mendAs((of, { file }) =>
      file.entries.filter(({ state }) => state !== 'withdrawn').map((one) => ({ ...of, entry: one.entry })),
    ),
  ],
  'entry/paper-of-one-who-has-left': [leaveOut('paper')],
  'entry/values-differ': [
    mend((of) => ({
      ...of,
      changes: Object.fromEntries(Object.keys(Object(of['changes'])).map((field) => [field, words])),
    })),
  ],
  'entry/reason-given': [write('reason')],
  'entry/partys-words-withdrawn-by-the-party': [add('paper')],
  'recusal/application-of-the-party-bound': [
    then(
      add('paper'),
      either((trial) => [trial], somebodyElse),
    ),
  ],
  'recusal/only-oneself': [somebodyElse, then(enter({ askedBy: 'party' }), add('paper'))],
  'recusal/of-somebody-of-the-agency': [nameAnother('person')],
  'recusal/ground-stated': [write('ground')],
  'recusal/nobody-decides-on-themselves': [somebodyElse],
  'recusal/decided-by-another': [somebodyElse],
  'recusal/principal-by-the-leaders-together': [add('minutes')],
  'recusal/leader-by-the-principal': [somebodyElse],
  'recusal/decision-reasoned': [write('reason')],
  'recusal/handler-replaced': [nameAnother('replacement'), leaveOut('replacement')],
  'recusal/replacement-fit': [nameAnother('replacement')],
  'reporter-identity/purpose-stated': [write('purpose')],
} satisfies Record<string, readonly Way[]>;

export const afterNotice: Readonly<Record<string, readonly Way[]>> = {
  ...notice,
  ...hearing,
  ...discussing,
  ...decision,
  ...service,
  ...execution,
  ...court,
  ...change,
  ...summary,
  ...entry,
};
