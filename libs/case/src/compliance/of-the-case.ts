/** Fatal faults of powers, people, facts and law: (1)–(12), (20), (21) of the ministry's list of 2024. */
import { admissible } from '../evidence/exclusion.js';
import type { Bilingual } from '../kernel/provision.js';
import { heavierThan, penaltiesOf } from '../penalty/heavier.js';
import {
  forPeople,
  met,
  noPenalty,
  notApplicable,
  notFiled,
  notMet,
  undecidedYet,
  type Fault,
  type Measured,
} from './finding.js';

const seenByPeople: Bilingual = {
  zh: '须由审核人员核对文书内容',
  en: 'the papers themselves have to be compared by a person',
};

const power = ({ file: { filing, jurisdiction } }: Measured) => {
  if (filing === undefined) return notApplicable(notFiled);
  const lost = jurisdiction.disputes.find(({ settled }) => settled?.ours === false);
  const disputed = jurisdiction.disputes.find(({ settled }) => settled === undefined);
  if (lost !== undefined)
    return notMet({ zh: '管辖已确定归其他机关', en: 'another agency was found competent' }, lost.entry);
  if (disputed !== undefined)
    return notMet({ zh: '管辖争议尚未解决', en: 'a dispute on jurisdiction is open' }, disputed.entry);
  return met(filing.entry);
};

const twoOfficers = ({ file: { entries } }: Measured) => {
  const together = entries.filter(({ officers, state }) => officers.length > 0 && state !== 'withdrawn');
  const waiting = together.filter(({ awaits }) => awaits.length > 0).map(({ entry }) => entry);
  if (together.length === 0)
    return notApplicable({ zh: '尚无须两人实施的行为', en: 'nothing was done yet that takes two officers' });
  return waiting.length > 0
    ? notMet({ zh: '第二名执法人员尚未确认', en: 'the second officer has not confirmed' }, ...waiting)
    : met(...together.map(({ entry }) => entry));
};

const party = ({ file: { filing } }: Measured) =>
  filing === undefined ? notApplicable(notFiled) : forPeople(seenByPeople, filing.entry);

const facts = ({ file: { evidence, investigation } }: Measured) => {
  const pieces = admissible(evidence).map(({ entry }) => entry);
  if (pieces.length === 0 && investigation !== undefined)
    return notMet({ zh: '调查终结而无证据', en: 'concluded without evidence' }, investigation.entry);
  return pieces.length === 0
    ? notApplicable({ zh: '尚无证据', en: 'there is no evidence yet' })
    : forPeople(seenByPeople, ...pieces);
};

const noFault = ({ file: { statements } }: Measured) =>
  statements.made.length === 0
    ? notApplicable({ zh: '当事人未提出', en: 'the party has claimed nothing' })
    : forPeople(seenByPeople, ...statements.made.map(({ entry }) => entry));

const basis = ({ file: { investigation } }: Measured) =>
  investigation === undefined
    ? notApplicable({ zh: '尚未调查终结', en: 'the investigation is not concluded yet' })
    : forPeople(seenByPeople, investigation.entry);

const heavier = ({ file: { decision, notices } }: Measured) => {
  if (decision === undefined) return notApplicable(undecidedYet);
  const notice = notices.findLast(({ entry }) => entry < decision.entry);
  if (penaltiesOf(decision.outcome).length === 0) return notApplicable(noPenalty);
  return notice === undefined || heavierThan(penaltiesOf(decision.outcome), notice.penalties)
    ? notMet({ zh: '决定重于告知', en: 'the decision is heavier than the notice' }, decision.entry)
    : met(notice.entry, decision.entry);
};

const limitation = ({ file: { filing, entries, decision }, deadlines }: Measured) => {
  const clock = deadlines.find(({ id }) => id === 'C44' || id === 'C44b');
  if (filing === undefined || clock === undefined) return notApplicable(notFiled);
  const withdrawn = entries.find(({ entry }) => entry === decision?.entry)?.state === 'withdrawn';
  return clock.state === 'lapsed' && !withdrawn
    ? notMet({ zh: '已过追责期限', en: 'past the time in which a breach may be punished' }, filing.entry)
    : met(filing.entry);
};

const reviewer = ({ file: { reviews, filing } }: Measured) => {
  const answered = reviews.filter(({ answeredBy }) => answeredBy !== undefined);
  const own = answered.filter(({ answeredBy = '' }) => filing?.handlers.includes(answeredBy));
  if (answered.length === 0) return notApplicable({ zh: '尚无审核意见', en: 'no review was given yet' });
  return own.length > 0
    ? notMet(
        { zh: '办案人员审核了本案', en: 'a handler reviewed the case' },
        ...own.map(({ entry }) => entry),
      )
    : met(...answered.map(({ entry }) => entry));
};

export const ofTheCase: readonly Fault[] = [
  {
    id: 'FATAL-01',
    title: { zh: '超越职权或者以错误的名义实施', en: 'acting outside powers or in the wrong name' },
    points: ['jurisdiction'],
    measure: power,
  },
  {
    id: 'FATAL-02',
    title: {
      zh: '执法人员少于两人或者证件失效',
      en: 'fewer than two qualified officers, or an expired credential',
    },
    points: ['procedure'],
    measure: twoOfficers,
  },
  {
    id: 'FATAL-03',
    title: { zh: '当事人名称前后不一致', en: 'the name of the party is inconsistent' },
    points: ['party'],
    measure: party,
  },
  {
    id: 'FATAL-04',
    title: { zh: '当事人认定错误', en: 'the wrong party' },
    points: ['party'],
    measure: party,
  },
  {
    id: 'FATAL-05',
    title: { zh: '认定的事实与证据不符', en: 'facts that do not match the evidence' },
    points: ['evidence'],
    measure: facts,
  },
  {
    id: 'FATAL-06',
    title: { zh: '主要证据不足', en: 'evidence that does not carry the facts' },
    points: ['evidence'],
    measure: facts,
  },
  {
    id: 'FATAL-07',
    title: { zh: '未审查当事人没有过错的证据', en: 'evidence of no fault was not examined' },
    points: ['evidence'],
    measure: noFault,
  },
  { id: 'FATAL-08', title: { zh: '没有依据', en: 'no legal basis' }, points: ['basis'], measure: basis },
  {
    id: 'FATAL-09',
    title: { zh: '依据错误', en: 'a wrong legal basis' },
    points: ['basis', 'characterisation'],
    measure: basis,
  },
  {
    id: 'FATAL-10',
    title: { zh: '依据失效', en: 'a basis not in force' },
    points: ['basis'],
    measure: basis,
  },
  {
    id: 'FATAL-11',
    title: { zh: '依据未具体到条款项', en: 'a basis that is not precise' },
    points: ['basis'],
    measure: basis,
  },
  {
    id: 'FATAL-12',
    title: {
      zh: '因陈述申辩加重，或者低于法定下限',
      en: 'heavier because of a statement, or below the minimum without a ground',
    },
    points: ['appropriateness'],
    measure: heavier,
  },
  {
    id: 'FATAL-20',
    title: { zh: '超过追责期限', en: 'past limitation' },
    points: ['procedure'],
    measure: limitation,
  },
  {
    id: 'FATAL-21',
    title: { zh: '调查人员审核本案', en: 'an investigator was the reviewer' },
    points: ['procedure'],
    measure: reviewer,
  },
];
