/** A player who knows the procedure: what comes next in this file, and who of the agency would do it. */
import { isTold, kept, owed, reviewerNamed, type ActName, type Capacity, type CaseFile } from '@anjuan/case';
import { addDays } from '@anjuan/law';
import { waiting } from './joined-forms.js';
import { everybody, hasValidCredential, heldOn } from './people.js';
import type { Table } from './table.js';

export type Turn = Readonly<{ act: ActName; by: string; as: Capacity }>;
/** What the player looks at; the digest tells whether the last review still counts. */
export type View = Omit<Table, 'by' | 'hostility'> & Readonly<{ digest: string; reviewed: string }>;
type Step = (view: View) => Turn | undefined;

const able = (view: View, as: Capacity, not: readonly string[] = []): readonly string[] =>
  everybody.filter(
    (person) =>
      heldOn(person, view.today).includes(as) &&
      (as !== 'officer' || hasValidCredential(person, view.today)) &&
      !not.includes(person),
  );

const someone = (view: View, act: ActName, as: Capacity, who: readonly string[]): Turn | undefined =>
  who.length === 0 ? undefined : { act, as, by: view.dice.pick(who) };

const handlers = ({ file }: View): readonly string[] => file.filing?.handlers ?? file.summary?.officers ?? [];

const byHandler = (view: View, act: ActName): Turn | undefined =>
  someone(
    view,
    act,
    'officer',
    able(view, 'officer').filter((person) => handlers(view).includes(person)),
  );

/** A leader who has neither handled nor reviewed nor asked. */
const byLeader = (view: View, act: ActName): Turn | undefined => {
  const involved = [...handlers(view), 'bai', ...view.file.reviews.map(({ answeredBy }) => answeredBy ?? '')];
  const as = view.dice.pick<Capacity>(['leader', 'principal']);
  return someone(view, act, as, able(view, as, involved));
};

const byReviewer = (view: View, act: ActName, as: Capacity): Turn | undefined =>
  someone(view, act, as, able(view, as, [...handlers(view), 'yan', 'ding', 'kong']));

const open = ({ approvals }: CaseFile, matter: string) =>
  approvals.some((request) => request.matter === matter && request.state === 'open');

const opening: Step = (view) => {
  const { file, scenario } = view;
  const team = able(view, 'officer', ['shen', 'bai', 'yan']);
  if (file.revision < 0) {
    const act = scenario.ending === 'on-the-spot' ? 'summary-procedure/decide' : 'initiation/receive-lead';
    return someone(view, act, 'officer', team);
  }
  if (file.filing !== undefined || file.summary !== undefined) return undefined;
  if (open(file, 'filing')) return byLeader(view, 'initiation/approve-filing');
  // The lead is inspected first, by whoever is there, and some ask without.
  const inspected = file.evidence.pieces.length > 0 || view.dice.chance(10);
  if (inspected && scenario.ending === 'minor' && view.dice.chance(3))
    return someone(view, 'summary-procedure/decide-on-lead', 'officer', team);
  return (
    confirming(view) ??
    someone(view, inspected ? 'initiation/request-filing' : 'evidence/record-scene', 'officer', team)
  );
};

const confirming: Step = ({ file }) => {
  const [by] = file.entries.flatMap(({ awaits }) => awaits);
  return by === undefined ? undefined : { act: 'entry/confirm', by, as: 'officer' };
};

const onTheSpot: Step = (view) => {
  const { summary } = view.file;
  if (summary === undefined) return undefined;
  if (owed(view.file).left.fine > 0) {
    const onTheDay = summary.decidedOn === view.today && summary.collected === undefined;
    return byHandler(view, onTheDay ? 'summary-procedure/collect-fine' : 'execution/record-payment');
  }
  if (summary.collected === undefined)
    return summary.fileHandedInOn === undefined
      ? byHandler(view, 'summary-procedure/hand-in-file')
      : undefined;
  if (summary.handedInOn === undefined) return byHandler(view, 'summary-procedure/hand-in-money');
  if (summary.bankedOn === undefined) return byHandler(view, 'summary-procedure/bank-money');
  return summary.fileHandedInOn === undefined ? byHandler(view, 'summary-procedure/hand-in-file') : undefined;
};

const testing: Step = (view) => {
  const [test] = view.file.evidence.tests;
  if (test === undefined)
    return view.scenario.tests ? byHandler(view, 'evidence/commission-test') : undefined;
  if (test.resultOn === undefined) return byHandler(view, 'evidence/record-test-result');
  return isTold(view.file, test) ? undefined : byHandler(view, 'evidence/tell-test-result');
};

const seizing: Step = (view) => {
  const { file, scenario } = view;
  if (!scenario.seizes || file.seizures.length > 0) return undefined;
  if (open(file, 'seizure')) return byLeader(view, 'seizure/approve');
  const given = file.approvals.some(({ matter, state }) => matter === 'seizure' && state === 'given');
  return byHandler(view, given ? 'seizure/seize' : 'seizure/request');
};

/** A review that did not agree asks for a new report, and so does a leader who returns the proposal. */
const concludingAgain: Step = (view) => {
  const { investigation, reviews, proposal } = view.file;
  const last = reviews.at(-1);
  const sentBack = last?.opinion !== undefined && last.opinion !== 'agree' ? (last.answer ?? -1) : -1;
  const returned = proposal?.state === 'returned' ? proposal.entry : -1;
  return (investigation?.entry ?? -1) < Math.max(sentBack, returned)
    ? byHandler(view, 'investigation/conclude')
    : undefined;
};

const takingEvidence: Step = (view) => {
  if (view.file.evidence.credentialShownOn === undefined) return byHandler(view, 'evidence/record-scene');
  // Nobody is looked for at once, and some forget to.
  if (view.file.filing?.partyUnknown === true && view.dice.chance(70))
    return byHandler(view, 'party/identify');
  const more = view.dice.chance(30)
    ? view.dice.pick(['evidence/add', 'evidence/record-inquiry'] as const)
    : undefined;
  return seizing(view) ?? testing(view) ?? byHandler(view, more ?? 'investigation/conclude');
};

const investigating: Step = (view) =>
  view.file.investigation === undefined ? takingEvidence(view) : concludingAgain(view);

const reviewed = ({ file, digest, reviewed: before }: View): boolean => {
  const last = file.reviews.at(-1);
  return last?.opinion === 'agree' && [digest, before].includes(last.digest);
};

/** As far as a player can tell at a glance: only the law knows. */
const major = ({ scenario, file }: View): boolean => {
  const penalties = file.reports.flatMap(({ proposal }) =>
    proposal.kind === 'penalty' ? proposal.penalties : [],
  );
  const heavy = penalties.some(
    ({ kind, fen = 0 }) => fen >= 10_000_00 || (kind !== 'fine' && kind !== 'warning'),
  );
  return heavy || scenario.marked || file.hearing.held !== undefined || file.hearing.sessions !== undefined;
};

const reviewing: Step = (view) => {
  if (reviewed(view)) return undefined;
  const last = view.file.reviews.at(-1);
  if (last !== undefined && last.opinion === undefined && last.digest === view.digest) {
    const [act, as] =
      last.kind === 'legal'
        ? (['legal-review/give-opinion', 'legal-reviewer'] as const)
        : (['case-review/give-opinion', 'case-reviewer'] as const);
    const named = reviewerNamed(view.file);
    return named === undefined ? byReviewer(view, act, as) : someone(view, act, as, [named]);
  }
  const legal = major(view) !== view.dice.chance(15);
  const act = legal ? 'legal-review/send' : 'case-review/send';
  return someone(view, act, 'unit-head', able(view, 'unit-head', handlers(view)));
};

const said = (view: View, ...types: readonly string[]): boolean => {
  const since = view.file.notices.at(-1)?.entry ?? -1;
  return view.file.entries.some(({ type, entry }) => entry > since && types.includes(type));
};

/** What the party does after the notice. */
const partyTurn: Step = (view) => {
  const { scenario, file, today } = view;
  const notice = file.notices.at(-1);
  if (notice === undefined || file.decision !== undefined) return undefined;
  const inTime = today <= notice.lastDay;
  const eligible = major(view) && inTime;
  if (scenario.asksForHearing && eligible && !said(view, 'HearingRequested')) {
    return byHandler(view, 'hearing/request');
  }
  if (scenario.speaks && !said(view, 'StatementMade')) return byHandler(view, 'statement/record');
  return scenario.waives && !said(view, 'StatementWaived') ? byHandler(view, 'statement/waive') : undefined;
};

/** The file goes to the host first, sometimes. */
const beforeNotice = (view: View, byHost: (act: ActName) => Turn | undefined): Turn | undefined => {
  const { fileHandedOver } = view.file.hearing;
  return fileHandedOver === undefined && view.dice.chance(50)
    ? byHandler(view, 'hearing/hand-over-file')
    : byHost('hearing/serve-notice');
};

/** A hearing that stands still is resumed before it is held. */
const whileSuspended = ({ file }: View, act: ActName): ActName =>
  (act === 'hearing/hold' || act === 'hearing/adjourn') && file.hearing.suspended !== undefined
    ? 'hearing/resume'
    : act;

const unreported = (view: View, byHost: (act: ActName) => Turn | undefined): Turn | undefined => {
  const { file, today, dice } = view;
  const { notice, announcedOn } = file.hearing;
  if (notice === undefined) return beforeNotice(view, byHost);
  const announced = !notice.open || announcedOn !== undefined;
  if (!announced) {
    return byHost(addDays(today, 10) < notice.for ? 'hearing/announce' : 'hearing/serve-notice');
  }
  if (today < notice.for) return byHost('hearing/announce');
  return byHost(dice.chance(25) ? 'hearing/adjourn' : 'hearing/hold');
};

const hearing: Step = (view) => {
  const { requested, host, held, report, ended, sessions } = view.file.hearing;
  if (requested?.inTime !== true || report !== undefined) return undefined;
  const over = held ?? (sessions && ended);
  if (ended !== undefined && over === undefined) return undefined;
  const byHost = (act: ActName): Turn | undefined =>
    host && { act: whileSuspended(view, act), by: host.person, as: 'hearing-host' };
  if (host === undefined) return byLeader(view, 'hearing/name-host');
  return over === undefined ? unreported(view, byHost) : byHost('hearing/report');
};

const lastHeard = ({ file }: View): number =>
  Math.max(
    -1,
    ...[file.hearing.held, ...(file.hearing.sessions ?? []), ...file.statements.made].map(
      (word) => word?.entry ?? -1,
    ),
  );

const rechecking: Step = (view) => {
  const heard = lastHeard(view);
  const rechecked = view.file.statements.rechecks.at(-1)?.entry ?? -1;
  return heard > rechecked ? byHandler(view, 'statement/re-check') : undefined;
};

const notifying: Step = (view) => {
  const { file } = view;
  if (file.investigation?.proposal.kind !== 'penalty' || file.notices.length > 0) return undefined;
  const approved =
    file.proposal?.state === 'approved' && file.proposal.entry > (file.reviews.at(-1)?.answer ?? -1);
  return approved ? byHandler(view, 'notice/serve') : byLeader(view, 'proposal/approve');
};

const atTheTable: Step = ({ file }) => {
  const last = file.discussions.at(-1);
  if (last === undefined) return undefined;
  const silent = last.attending.find((person) => !last.opinions.some((one) => one.person === person));
  const by = silent ?? last.chair;
  const act = silent === undefined ? 'collective-discussion/conclude' : 'collective-discussion/give-opinion';
  return { act, by, as: by === 'he' ? 'principal' : 'leader' };
};

/** Everybody has spoken, and it was not enough. */
const failed = ({ attending, opinions }: CaseFile['discussions'][number]): boolean =>
  opinions.length === attending.length &&
  opinions.filter(({ agrees }) => agrees).length * 2 <= attending.length;

const discussing: Step = (view) => {
  const { file } = view;
  if (!major(view) || file.reports.every(({ proposal }) => proposal.kind !== 'penalty')) return undefined;
  const last = file.discussions.at(-1);
  const stale = last === undefined || last.entry < (file.reviews.at(-1)?.answer ?? -1);
  if (stale || failed(last)) return byLeader(view, 'collective-discussion/open');
  return last.concluded === undefined ? atTheTable(view) : undefined;
};

const educating: Step = (view) =>
  view.file.investigation?.proposal.kind === 'no-penalty' && view.file.education === undefined
    ? byHandler(view, 'education/give')
    : undefined;

const closing: Step = (view) => {
  if (view.file.closure !== undefined) return byHandler(view, 'archive/archive');
  return open(view.file, 'closure') ? byLeader(view, 'closure/approve') : byHandler(view, 'closure/request');
};

/** What was suspended is resumed, and what was ended is closed. */
const resuming: Step = (view) => {
  const { decision, suspensions, termination } = view.file;
  if (decision !== undefined) return undefined;
  if (termination !== undefined) return closing(view);
  return suspensions.some(({ resumedOn }) => resumedOn === undefined)
    ? byHandler(view, 'suspension/resume')
    : undefined;
};

/** What may be a crime is decided on by the principal, then by the police. */
const transferring: Step = (view) => {
  const last = view.file.crimeTransfers.at(-1);
  if (last === undefined || last.outcome !== undefined) return undefined;
  if (last.decision === undefined) {
    const others = able(view, 'principal', [...last.officers]);
    return someone(view, 'crime-transfer/decide', 'principal', others);
  }
  if (last.reconsideration?.answered === false)
    return byHandler(view, 'crime-transfer/record-reconsideration');
  if (!last.decision.approved || last.answer?.kind === 'refused') return undefined;
  if (last.sent === undefined) return byHandler(view, 'crime-transfer/send');
  if (last.answer === undefined) return byHandler(view, 'crime-transfer/record-answer');
  return byHandler(view, 'crime-transfer/record-outcome');
};

/** What came by transfer goes on only where the superior says so. */
const givingAway = (view: View, { by }: Readonly<{ by: 'talks' | 'superior' }>): Turn | undefined => {
  if (view.file.lead?.transferredFrom !== undefined && by !== 'superior')
    return byHandler(view, 'jurisdiction/record-dispute');
  return open(view.file, 'transfer')
    ? byLeader(view, 'jurisdiction/approve-transfer')
    : byHandler(view, 'jurisdiction/request-transfer');
};

const isSeizedStill =
  ({ seizures }: CaseFile) =>
  (goods: CaseFile['goods'][number]): boolean =>
    seizures.some(({ entry }) => entry === goods.entry) && kept(goods) > 0;

/** Lifting what is still seized: asked for, approved, done. */
const lifting: Step = (view) => {
  const { file } = view;
  if (!file.goods.some(isSeizedStill(file))) return undefined;
  if (open(file, 'seizure-lifting')) return byLeader(view, 'seizure/approve-lifting');
  const liftings = file.seizures.flatMap(({ liftings: entries = [] }) => entries);
  const given = file.approvals.some(
    ({ matter, state, entry }) =>
      matter === 'seizure-lifting' && state === 'given' && liftings.every((lifting) => lifting < entry),
  );
  return byHandler(view, given ? 'seizure/lift' : 'seizure/request-lifting');
};

/** A dispute is settled; a case that is another agency's is sent to it and closed. */
const settling: Step = (view) => {
  const { disputes, transfer } = view.file.jurisdiction;
  const last = disputes.at(-1);
  if (last !== undefined && last.settled === undefined)
    return byHandler(view, 'jurisdiction/record-settlement');
  if (transfer !== undefined && transfer.sentOn === undefined)
    return byHandler(view, 'jurisdiction/send-transfer');
  if (transfer !== undefined) return lifting(view) ?? closing(view);
  return last?.settled?.ours === false ? givingAway(view, last.settled) : undefined;
};

const preparing: Step = (view) =>
  settling(view) ?? resuming(view) ?? transferring(view) ?? investigating(view);

const deciding: Step = (view) =>
  view.file.decision === undefined
    ? (preparing(view) ??
      partyTurn(view) ??
      hearing(view) ??
      rechecking(view) ??
      reviewing(view) ??
      notifying(view) ??
      educating(view) ??
      discussing(view) ??
      byLeader(view, 'decision/make'))
    : undefined;

const performing: Step = (view) => {
  const { file } = view;
  if (file.decision === undefined) return undefined;
  if (file.service === undefined) return byHandler(view, 'service/serve-decision');
  const penalties = file.decision.outcome.kind === 'penalty' ? file.decision.outcome.penalties : [];
  if (penalties.length > 0 && file.publication === undefined) return byHandler(view, 'publication/publish');
  const due = penalties.filter(({ fen }) => fen !== undefined).length;
  if (file.execution.payments.length < due) return byHandler(view, 'execution/record-payment');
  const goods = penalties.some(({ kind }) => kind === 'confiscation-of-goods');
  if (goods && file.execution.goodsDisposedOn === undefined)
    return byHandler(view, 'execution/dispose-of-goods');
  return lifting(view);
};

/** Who was joined is approved; now and then one of them leaves. */
const joining: Step = (view) =>
  waiting(view.file) === undefined ? separating(view) : byLeader(view, 'joined-parties/approve');
const separating: Step = (view) =>
  view.file.joinedParties?.some(({ left }) => left === undefined) === true && view.dice.chance(2)
    ? byLeader(view, 'joined-parties/separate')
    : undefined;

const servedAs: Readonly<Partial<Record<ActName, string>>> = {
  'notice/serve': 'notice',
  'hearing/serve-notice': 'hearing-notice',
  'service/serve-decision': 'decision',
  'evidence/tell-test-result': 'test-result',
};

/** As far as a player can tell: a paper of the kind, not older than what it has to say. */
const isIssued = ({ file }: View, kind: string): boolean => {
  const last = file.papers?.findLast((one) => one.kind === kind);
  if (last === undefined) return false;
  const says = file.decision?.entry ?? file.proposal?.entry ?? -1;
  return kind === 'hearing-notice' || kind === 'test-result' || last.of >= says;
};

/** What is to be served is issued first, where the agency does so. */
const issuedFirst = (view: View, turn: Turn): Turn => {
  const { scenario, file, dice } = view;
  const kind = servedAs[turn.act];
  if (kind === undefined) return turn;
  const begun = file.papers?.some((one) => one.kind === kind) === true;
  const issues = scenario.issues || begun || scenario.lists.papersIssuedFirst === true;
  const waits = isIssued(view, kind) && dice.chance(95);
  return issues && !waits ? { ...turn, act: 'paper/issue' } : turn;
};

/** The next lawful act as far as the player can see; undefined where nobody is there to do it. */
export const nextTurn: Step = (view) => {
  const turn = next(view);
  return turn && issuedFirst(view, turn);
};

const next: Step = (view) => {
  const first = opening(view);
  if (first !== undefined || (view.file.filing === undefined && view.file.summary === undefined))
    return first;
  const waiting = confirming(view);
  if (waiting !== undefined) return waiting;
  if (view.file.summary !== undefined) return onTheSpot(view) ?? closing(view);
  if (view.file.closure !== undefined) return closing(view);
  return joining(view) ?? deciding(view) ?? performing(view) ?? closing(view);
};
