/** Fatal faults of hearing the party: (14), (15) of the list. */
import { apl, samrP, type AgencyLists } from '@anjuan/law';
import type { CaseFile } from '../steps.js';
import { isTold } from '../evidence/told.js';
import { waivedSince } from '../decision/of-penalty.js';
import { hearingEligible, type UnknownValue } from '../penalty/hearing-eligible.js';
import { unheard } from '../review/unheard.js';
import { proven } from '../service/provisions.js';
import { allRechecked } from '../statement/provisions.js';
import {
  forPeople,
  met,
  noPenalty,
  notApplicable,
  notMet,
  open,
  punishes,
  standingEvents,
  type Fault,
  type Found,
  type Measured,
  unknownValue,
} from './finding.js';

/** The party is notified of results before the report at the latest (SAMR-P 32). */
const resultsNotified = ({ file }: Measured): Found | undefined => {
  const { evidence, investigation } = file;
  const untold = evidence.tests.filter((test) => test.resultOn !== undefined && !isTold(file, test));
  if (untold.length === 0) return undefined;
  const why = { zh: '检验结果未告知当事人', en: 'a test result was not told to the party' };
  return (investigation === undefined ? open : notMet)(why, ...untold.map(({ entry }) => entry));
};

const hearingNotified = ({ deadlines }: Measured): Found | undefined => {
  const late = deadlines.filter(({ id, state }) => id === 'hearing-notice' && state === 'missed');
  return late.length === 0
    ? undefined
    : notMet(
        { zh: '听证通知不足七个工作日', en: 'fewer than seven working days before the hearing' },
        ...late.map(({ startedBy }) => startedBy),
      );
};

type Notice = CaseFile['notices'][number];

const flawOf = (notice: Notice, of: Measured): Found | undefined => {
  const { file, lists } = of;
  const event = standingEvents(of).find(({ revision }) => revision === notice.entry);
  // For a case already decided, people have to check a value that was not entered.
  if (!notifiedOfHearing(notice, file, lists, file.decision === undefined ? 'large' : 'nothing'))
    return notMet({ zh: '未告知听证权利', en: 'the right to a hearing was not told' }, notice.entry);
  if (event?.type === 'NoticeServed' && !proven(event.data))
    return notMet({ zh: '告知书送达没有证明', en: 'the service of the notice is not proven' }, notice.entry);
  return undefined;
};

const notifiedOfHearing = (
  notice: Notice,
  file: CaseFile,
  lists: AgencyLists,
  ofUnknown: UnknownValue,
): boolean => notice.hearingRightTold || !hearingEligible(notice.penalties, file, lists, ofUnknown);

const noticed = (of: Measured): Found => {
  const { decision, notices } = of.file;
  const notice = notices.findLast(({ entry }) => decision === undefined || entry < decision.entry);
  if (notice === undefined)
    return decision === undefined
      ? open({ zh: '尚未告知', en: 'no notice was served yet' })
      : notMet({ zh: '未告知即作出决定', en: 'decided without a notice' }, decision.entry);
  const flaw = flawOf(notice, of);
  if (flaw !== undefined) return flaw;
  if (decision === undefined) return met(notice.entry);
  if (decision.decidedOn <= notice.lastDay && !waivedSince(notice, of.file))
    return notMet({ zh: '期限届满前作出决定', en: 'decided before the period was over' }, decision.entry);
  return notifiedOfHearing(notice, of.file, of.lists, 'large')
    ? met(notice.entry, decision.entry)
    : forPeople(unknownValue, notice.entry);
};

const notified = (of: Measured): Found =>
  resultsNotified(of) ?? hearingNotified(of) ?? (punishes(of) ? noticed(of) : notApplicable(noPenalty));

const recusalsDecided = ({ file: { recusals, decision } }: Measured): Found | undefined => {
  const undecided = recusals.filter(({ state }) => state === 'open').map(({ entry }) => entry);
  if (undecided.length === 0) return undefined;
  const why = { zh: '回避申请未决定', en: 'a request for recusal is undecided' };
  return (decision === undefined ? open : notMet)(why, ...undecided);
};

const typedInLate = ({ file }: Measured): Found | undefined => {
  const late = unheard(file);
  return late.length === 0
    ? undefined
    : notMet(
        {
          zh: '当事人已陈述或者要求听证，决定时未处理',
          en: 'the party had spoken in time and was not heard',
        },
        ...late,
      );
};

const answered = ({ file }: Measured): Found => {
  const { statements, hearing, decision } = file;
  const requested = hearing.requested?.inTime === true ? hearing.requested : undefined;
  if (statements.made.length === 0 && requested === undefined)
    return notApplicable({
      zh: '当事人未陈述、未要求听证',
      en: 'the party has neither spoken nor asked for a hearing',
    });
  const left = decision === undefined ? open : notMet;
  if (requested !== undefined && hearing.held === undefined && hearing.ended === undefined)
    return left({ zh: '听证未举行', en: 'the hearing was not held' }, requested.entry);
  if (!allRechecked(file))
    return left(
      { zh: '陈述、申辩未复核', en: 'what the party said was not re-checked' },
      ...statements.made.map(({ entry }) => entry),
    );
  const answers = [...statements.rechecks, ...(hearing.report ? [hearing.report] : [])];
  return met(...answers.map(({ entry }) => entry));
};

const heard = (of: Measured): Found => recusalsDecided(of) ?? typedInLate(of) ?? answered(of);

export const ofHearingTheParty: readonly Fault[] = [
  {
    id: 'rights-not-notified',
    item: 14,
    title: {
      zh: '未告知权利或者告知送达没有证明，期限按自然日计算或者届满前决定，检验结果未告知',
      en: 'no notice of rights or none that is proven, periods cut short, deciding before they end, test results not told',
    },
    cites: [apl(44), apl(62), apl(64, undefined, 2), apl(85), samrP(32), samrP(57)],
    points: ['procedure'],
    measure: notified,
  },
  {
    id: 'party-not-heard',
    item: 15,
    title: {
      zh: '回避未决定，陈述未复核，听证未举行',
      en: 'recusal undecided, statement not re-checked, hearing not held',
    },
    cites: [apl(43, 3), apl(45, 1), apl(63, 1)],
    points: ['procedure'],
    measure: heard,
  },
];
