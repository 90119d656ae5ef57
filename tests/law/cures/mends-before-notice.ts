/** What a reader does who follows the cure of a provision on the entry: from the lead to the review. */
import { addDays } from '@anjuan/law';
import {
  add,
  addAll,
  affirm,
  asItIs,
  checkDay,
  checkTheDay,
  choose,
  either,
  enter,
  inside,
  leaveOut,
  mend,
  mendAs,
  nameOthers,
  ofTheFile,
  paper,
  somebodyElse,
  then,
  wait,
  words,
  write,
  type Way,
} from './following.js';
import { ofEachBreach } from './mends-breaches.js';
import type { Entry } from './trial.js';

const graded = (...changes: readonly Entry[]): Way =>
  mendAs((entry) =>
    changes.map((change) =>
      ofEachBreach(entry, (of) => ({ ...of, grading: { ...inside(of, 'grading'), ...change } })),
    ),
  );
const fined = (...amounts: readonly number[]): Way =>
  choose('proposal', ...amounts.map((fen) => ({ kind: 'penalty', penalties: [{ kind: 'fine', fen }] })));
const amounts = Array.from({ length: 60 }, (_, step) => 1_000_000 * (step + 1));
const law = { law: '食品安全法', article: '110(4)' };

const inOrder = { act: { from: '2026-01-05', to: '2026-02-20' }, discoveredOn: '2026-03-02' };

const initiation = {
  'initiation/found-in-time': [enter({ act: { from: '2026-01-05', to: '2026-02-20' } })],
  'initiation/dates-in-order': [
    mend((entry) => ofEachBreach({ ...entry, ...inOrder }, (of) => ({ ...of, ...inOrder }))),
  ],
  'initiation/two-handlers': [nameOthers('handlers', ['officer'])],
  'initiation/handlers-qualified': [nameOthers('handlers', ['officer'])],
  'initiation/checkers-qualified': [nameOthers('checkers', ['officer'])],
  'initiation/days-of-the-check': [
    mend((entry, { file: { lead }, context: { today } }) => ({
      ...entry,
      from: lead?.receivedOn,
      to: today,
    })),
  ],
  'initiation/merged-of-a-known-reporter': [choose('ground', 'same-matter')],
  'initiation/supplemented-after-it-was-received': [checkTheDay],
  'initiation/naming-reasoned': [write('reason')],
  'initiation/not-filing-reasoned': [write('reason')],
  'initiation/extension-reasoned': [write('reason')],
  'initiation/requested-in-this-check': [asItIs],
} as const satisfies Record<string, readonly Way[]>;

const evidence = {
  'evidence/credential-shown-at-the-scene': [
    affirm('credentialShown'),
    enter({ nobodyThere: true, credentialShown: false }),
  ],
  'evidence/scene-signed-or-seen': [affirm('recordSigned'), then(write('refusalNoted'), addAll('media'))],
  'evidence/credential-shown-before-the-inquiry': [affirm('credentialShown')],
  'evidence/provider-named': [write('provider')],
  'evidence/bound-by-its-hash': [addAll('papers')],
  'evidence/credential-shown-at-the-sampling': [affirm('credentialShown')],
  'evidence/party-called-to-the-sampling': [affirm('partyPresent'), then(write('absence'), addAll('media'))],
  'evidence/samples-sealed-and-listed': [then(affirm('sealed'), add('list'))],
  'evidence/sampling-signed-or-refusal-noted': [affirm('recordSigned'), write('refusalNoted')],
  'evidence/purchase-recorded': [addAll('media')],
  'evidence/test-period-fixed': [enter({ periodDays: 30 })],
  'evidence/result-after-the-commission': [checkTheDay],
  'evidence/told-after-the-result': [checkTheDay],
  'evidence/exclusion-of-a-piece-in-the-file': [ofTheFile('piece', ({ evidence }) => evidence.pieces)],
  'evidence/exclusion-reasoned': [write('reason')],
} as const satisfies Record<string, readonly Way[]>;

const preservation = {
  'preservation/may-be-lost': [
    mend((entry) =>
      'items' in entry
        ? { ...entry, items: words, reason: words }
        : { ...entry, urgent: { items: words, reason: words } },
    ),
  ],
  'preservation/list-and-notice-handed-over': [
    affirm('listHandedOver', 'noticeHandedOver'),
    enter({ partyPresent: false }),
  ],
  'preservation/absence-stated-and-shown': [
    write('absence', 'witness'),
    then(write('absence'), addAll('media')),
  ],
  'preservation/list-signed-or-refusal-shown': [
    affirm('recordSigned'),
    write('refusalNoted', 'witness'),
    then(write('refusalNoted'), addAll('media')),
  ],
  'preservation/made-up-by-another': [somebodyElse],
  'preservation/disagreement-reasoned': [write('reason')],
  'preservation/still-preserved': [
    either(
      checkTheDay,
      ofTheFile('preservation', ({ preservations }) => preservations),
    ),
  ],
  'preservation/dealt-with-after-it-was-taken': [checkTheDay],
  'preservation/lifting-reasoned': [write('reason')],
} as const satisfies Record<string, readonly Way[]>;

const seizure = {
  'seizure/things-named': [write('items', 'reason')],
  'seizure/basis-in-law': [enter({ basis: law })],
  'seizure/thirty-days-at-most': [enter({ days: 30 })],
  'seizure/credential-shown': [affirm('credentialShown')],
  'seizure/rights-told': [affirm('rightsTold')],
  'seizure/statement-heard': [affirm('statementHeard')],
  'seizure/decision-handed-over': [affirm('decisionHandedOver')],
  'seizure/list-handed-over': [affirm('listHandedOver')],
  'seizure/papers-wait-to-be-served': [ofTheFile('seizure', ({ seizures }) => seizures)],
  'seizure/served-after-it-was-taken': [checkTheDay],
  'seizure/list-in-two-copies': [add('list')],
  'seizure/party-called': [affirm('partyPresent'), write('absence')],
  'seizure/scene-recorded': [add('sceneRecord')],
  'seizure/record-signed-or-refusal-noted': [affirm('recordSigned'), write('refusalNoted')],
  'seizure/absence-witnessed': [write('witness')],
  'seizure/filmed-throughout': [addAll('media')],
  'seizure/thirty-more-at-most': [enter({ days: 30 })],
  'seizure/complexity-explained': [write('reason')],
  'seizure/lifted-for-a-reason': [write('reason')],
  'seizure/early-disposal-names-the-goods': [write('what')],
  'seizure/consent-or-public-notice': [
    add('consent'),
    then(
      mend((entry, { context: { today } }) => ({
        ...entry,
        announced: { notice: paper, until: addDays(today, 10) },
      })),
      wait,
    ),
  ],
  'seizure/evidence-kept-before-disposal': [addAll('evidence')],
  'seizure/proceeds-entered': [enter({ fen: 320_000 }), enter({ fen: 0 })],
  'seizure/urgency-stated': [write('urgency')],
  'seizure/made-up-by-another': [somebodyElse],
  'seizure/disagreement-reasoned': [write('reason')],
  'seizure/lifted-after-it-was-taken': [
    either(
      checkTheDay,
      ofTheFile('seizure', ({ seizures }) => seizures),
    ),
  ],
  'seizure/proceeds-returned': [add('proceedsReturned')],
} as const satisfies Record<string, readonly Way[]>;

const afterTheNotice = {
  'correction/order-can-be-fulfilled': [then(write('what'), checkDay('until'))],
  'correction/verified-after-the-order': [checkTheDay],
  'correction/not-on-an-annulled-decision': [checkTheDay],
  'assistance/letter-complete': [write('agency', 'what')],
  'assistance/received-after-it-was-sent': [leaveOut('receivedOn'), checkDay('receivedOn')],
  'assistance/answered-after-it-was-sent': [checkTheDay],
  'assistance/delay-has-its-day': [checkDay('until')],
  'crime-transfer/report-written': [write('offence')],
  'crime-transfer/refusal-reasoned': [write('reason')],
  'crime-transfer/not-before-approval': [checkTheDay],
  'crime-transfer/answered-after-it-was-sent': [checkTheDay],
  'crime-transfer/police-refusal-reasoned': [write('reason')],
  'crime-transfer/party-told-in-writing': [add('partyNotice')],
  'crime-transfer/reconsideration-in-order': [checkTheDay],
  'crime-transfer/asked-in-three-days': [write('whyLate'), enter({ of: 'procuratorate' })],
  'jurisdiction/agency-and-reason-stated': [write('agency', 'reason')],
  'jurisdiction/in-the-order-of-time': [checkTheDay],
  'jurisdiction/comes-back-as-it-went': [leaveOut('goods')],
  'suspension/ground-stated': [write('reason')],
  'suspension/resumed-for-a-reason': [write('reason')],
  'suspension/termination-ground-stated': [write('reason')],
  'suspension/end-after-the-decision-shown': [add('paper')],
  'suspension/marked-case-ended-on-a-paper': [add('paper')],
} as const satisfies Record<string, readonly Way[]>;

const concluding = {
  'investigation/basis-stated': [
    mend((entry) => ofEachBreach({ ...entry, basis: [law] }, (of) => ({ ...of, basis: [law] }))),
  ],
  'investigation/proposal-complete': [fined(100_000)],
  'investigation/discretion-reasoned': [
    mend((entry) => ofEachBreach(entry, (of) => ({ ...of, discretion: words }))),
  ],
  'investigation/penalty-within-limitation': [
    enter({ act: { from: '2026-01-05', to: '2026-02-20' } }),
    choose('proposal', { kind: 'no-penalty', ground: 'past-limitation', reason: words }),
  ],
  'investigation/range-in-order': [graded({ range: { min: 1_000_000, max: 60_000_000 } })],
  'investigation/grounds-make-it-lighter': [
    graded({ grade: 'lighter' }, { grade: 'mitigated' }),
    graded({ grounds: [] }),
  ],
  'investigation/mitigated-on-a-ground': [graded({ grounds: ['harm-removed'] })],
  'investigation/not-below-the-minimum': [
    fined(...amounts),
    graded({ grade: 'mitigated', grounds: ['harm-removed'] }),
  ],
  'investigation/departure-reasoned': [
    fined(...amounts),
    graded({ grade: 'ordinary' }, { grade: 'lighter' }, { grade: 'heavier' }),
    graded({ departure: { reason: words } }),
  ],
  'review/agreement-finds-no-fault': [choose('opinion', 'correct', 'supplement')],
  'review/last-opinion-answered': [write('reason')],
  'review/suggestion-names-its-point': [enter({ points: { evidence: words } })],
  'review/extension-of-this-review': [asItIs],
  'review/extension-reasoned': [then(write('reason'), enter({ days: 3 }))],
  'proposal/return-gives-its-reason': [write('reason')],
} as const satisfies Record<string, readonly Way[]>;

export const beforeNotice: Readonly<Record<string, readonly Way[]>> = {
  'outside/not-in-the-future': [checkTheDay],
  'outside/late-entry-explained': [write('lateReason')],
  'officers/two-act-together': [nameOthers('officers', ['officer'])],
  'officers/credentials-valid-on-the-day': [nameOthers('officers', ['officer'])],
  'approval/reason-given': [write('reason')],
  'approval/approver-is-not-the-requester': [somebodyElse],
  ...initiation,
  ...evidence,
  ...preservation,
  ...seizure,
  ...afterTheNotice,
  ...concluding,
};
