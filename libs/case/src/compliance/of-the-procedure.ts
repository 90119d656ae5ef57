/** Fatal faults of the procedure: (13)–(19), (25) of the ministry's list of 2024. */
import { discussionRequired } from '../collective-discussion/required.js';
import { legalReviewRequired } from '../legal-review/required.js';
import { penaltiesOf } from '../penalty/heavier.js';
import { unheard } from '../review/unheard.js';
import {
  forPeople,
  met,
  noPenalty,
  notApplicable,
  notMet,
  open,
  type Fault,
  type Found,
  type Measured,
} from './finding.js';

const noMeasure = { zh: '未采取查封、扣押', en: 'nothing was sealed or seized' };

const related = ({ file: { seizures } }: Measured) =>
  seizures.length === 0
    ? notApplicable(noMeasure)
    : forPeople(
        { zh: '须核对物品与案件的关系', en: 'whether the things belong to the case is for people to see' },
        ...seizures.map(({ entry }) => entry),
      );

/** Of a penalty, or one that is proposed; undefined where neither. */
const isPenalty = ({ file: { decision, investigation } }: Measured): boolean =>
  penaltiesOf(decision?.outcome ?? investigation?.proposal).length > 0;

const told = (of: Measured): Found => {
  const { decision, notices, statements, evidence } = of.file;
  const untold = evidence.tests.filter(
    ({ resultOn, toldOn }) => resultOn !== undefined && toldOn === undefined,
  );
  if (untold.length > 0)
    return notMet(
      { zh: '检验结果未告知当事人', en: 'a test result was not told to the party' },
      ...untold.map(({ entry }) => entry),
    );
  if (!isPenalty(of)) return notApplicable(noPenalty);
  const notice = notices.findLast(({ entry }) => decision === undefined || entry < decision.entry);
  if (decision === undefined)
    return notice ? met(notice.entry) : open({ zh: '尚未告知', en: 'no notice was served yet' });
  const waived = statements.waived !== undefined && statements.waived.entry < decision.entry;
  return notice === undefined || (decision.decidedOn <= notice.lastDay && !waived)
    ? notMet({ zh: '期限届满前作出决定', en: 'decided before the period was over' }, decision.entry)
    : met(notice.entry, decision.entry);
};

const heard = ({ file }: Measured): Found => {
  const { recusals, statements, hearing, decision } = file;
  const undecidedRecusal = recusals.find(({ state }) => state === 'open');
  if (undecidedRecusal)
    return (decision ? notMet : open)(
      { zh: '回避申请未决定', en: 'a request for recusal is undecided' },
      undecidedRecusal.entry,
    );
  const late = unheard(file);
  if (late.length > 0)
    return notMet(
      { zh: '当事人已陈述或者要求听证，决定时未处理', en: 'the party had spoken in time and was not heard' },
      ...late,
    );
  if (statements.made.length === 0 && hearing.requested === undefined)
    return notApplicable({
      zh: '当事人未陈述、未要求听证',
      en: 'the party has neither spoken nor asked for a hearing',
    });
  const answers = [
    ...statements.rechecks.map(({ entry }) => entry),
    ...(hearing.report ? [hearing.report.entry] : []),
  ];
  return decision || answers.length > 0
    ? met(...answers)
    : open({ zh: '尚未复核或者听证', en: 'not re-checked or heard yet' });
};

const onTheSpot = ({ file: { seizures } }: Measured) =>
  seizures.length === 0 ? notApplicable(noMeasure) : met(...seizures.map(({ entry }) => entry));

const discussed = (of: Measured): Found => {
  const { file, lists } = of;
  if (!discussionRequired(file, { lists }))
    return notApplicable({ zh: '不属于集体讨论的案件', en: 'the leaders need not discuss it' });
  const before = file.discussions.findLast(
    ({ concluded }) =>
      concluded !== undefined && (file.decision === undefined || concluded.entry < file.decision.entry),
  );
  if (before?.concluded) return met(before.concluded.entry);
  return file.decision
    ? notMet({ zh: '未经集体讨论', en: 'decided without discussion' }, file.decision.entry)
    : open({ zh: '尚未集体讨论', en: 'not discussed yet' });
};

const votes = ({ file: { discussions, filing } }: Measured): Found => {
  const own = discussions.filter(({ opinions }) =>
    opinions.some(({ person }) => filing?.handlers.includes(person)),
  );
  if (discussions.length === 0) return notApplicable({ zh: '未集体讨论', en: 'not discussed' });
  return own.length > 0
    ? notMet({ zh: '办案人员参与表决', en: 'a handler voted' }, ...own.map(({ entry }) => entry))
    : met(...discussions.map(({ entry }) => entry));
};

const reviewed = (of: Measured): Found => {
  const { file, lists } = of;
  if (file.investigation === undefined)
    return notApplicable({ zh: '尚未调查终结', en: 'the investigation is not concluded yet' });
  const kind = legalReviewRequired(file, { lists }) ? 'legal' : 'case';
  const passed = file.reviews.findLast(
    (review) =>
      review.opinion === 'agree' &&
      (kind === 'case' || review.kind === 'legal') &&
      (file.decision === undefined || (review.answer ?? Infinity) < file.decision.entry),
  );
  if (passed?.answer !== undefined) return met(passed.answer);
  return file.decision
    ? notMet({ zh: '未经审核或者审核未通过', en: 'not reviewed, or not passed' }, file.decision.entry)
    : open({ zh: '尚未审核通过', en: 'no review has been passed yet' });
};

const overdue = ({ file: { seizures }, deadlines }: Measured): Found => {
  const late = deadlines.filter(
    ({ id, state }) => id === 'C11' && (state === 'lapsed' || state === 'missed'),
  );
  if (seizures.length === 0) return notApplicable(noMeasure);
  return late.length > 0
    ? notMet(
        { zh: '查封、扣押逾期未解除', en: 'a seizure is over its term and not lifted' },
        ...late.map(({ startedBy }) => startedBy),
      )
    : met(...seizures.map(({ entry }) => entry));
};

const crime = ({ file: { crimeTransfers } }: Measured): Found =>
  crimeTransfers.length === 0
    ? forPeople({
        zh: '须由审核人员判断是否涉嫌犯罪',
        en: 'whether a crime is suspected is for people to judge',
      })
    : met(...crimeTransfers.map(({ entry }) => entry));

export const ofTheProcedure: readonly Fault[] = [
  {
    id: 'FATAL-13',
    title: { zh: '查封、扣押与案件无关的财物', en: 'sealing things unrelated to the case' },
    points: ['procedure'],
    measure: related,
  },
  {
    id: 'FATAL-14',
    title: {
      zh: '未告知权利，期限届满前决定，检验结果未告知',
      en: 'no notice of rights, deciding before the period ends, test results not told',
    },
    points: ['procedure'],
    measure: told,
  },
  {
    id: 'FATAL-15',
    title: {
      zh: '回避未决定，陈述未复核，听证未举行',
      en: 'recusal undecided, statement not re-checked, hearing not held',
    },
    points: ['procedure'],
    measure: heard,
  },
  {
    id: 'FATAL-16',
    title: { zh: '查封、扣押当场未告知权利', en: 'sealing without telling rights on the spot' },
    points: ['procedure'],
    measure: onTheSpot,
  },
  {
    id: 'FATAL-17',
    title: { zh: '重大案件未经集体讨论', en: 'a major case without collective discussion' },
    points: ['procedure'],
    measure: discussed,
  },
  {
    id: 'FATAL-18',
    title: { zh: '调查人员参与表决', en: 'investigators voted' },
    points: ['procedure'],
    measure: votes,
  },
  {
    id: 'FATAL-19',
    title: { zh: '未经审核或者审核未通过', en: 'review missing or not passed' },
    points: ['procedure'],
    measure: reviewed,
  },
  {
    id: 'FATAL-25',
    title: { zh: '查封、扣押超期', en: 'sealing overdue without lifting or extension' },
    points: ['procedure'],
    measure: overdue,
  },
  {
    id: 'FATAL-CRIME',
    title: { zh: '涉嫌犯罪未移送', en: 'a suspected crime was not transferred (point 8 of the checklist)' },
    points: ['crime'],
    measure: crime,
  },
];
