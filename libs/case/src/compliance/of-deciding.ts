/** Fatal faults on the way to the decision: (17), (19) of the list. */
import { apl, samrP } from '@anjuan/law';
import { discussionRequired } from '../collective-discussion/required.js';
import { legalReviewRequired, majorForUnknownValueAlone } from '../legal-review/required.js';
import { lastHeard } from '../statement/provisions.js';
import {
  beforeDecision,
  forPeople,
  met,
  notApplicable,
  notMet,
  open,
  standingEvents,
  type Fault,
  type Found,
  type Measured,
  unknownValue,
} from './finding.js';

/** Decided when a missing value counted as small: the entries do not show whether it was. */
const decidedOnUnknownValue = ({ file, lists }: Measured): boolean =>
  file.decision !== undefined && majorForUnknownValueAlone(file, { lists });

/** The last entry a discussion has to know of what the party said, before the decision. */
const lastWord = (of: Measured): number => {
  const {
    statements,
    hearing: { held, earlier = [], sessions = [], ...hearing },
  } = of.file;
  const before = (word: Readonly<{ entry: number }> | undefined) => beforeDecision(of)(word?.entry);
  const heard = lastHeard({
    statements: { ...statements, made: statements.made.filter(before) },
    hearing: {
      ...hearing,
      earlier: [...earlier, ...sessions, held].filter((word) => word !== undefined).filter(before),
    },
  });
  const answers = [hearing.report, ...statements.rechecks].map((word) => word?.entry);
  return Math.max(heard, ...answers.filter(beforeDecision(of)));
};

const discussed = (of: Measured): Found => {
  const { file, lists } = of;
  const { decision } = file;
  if (!discussionRequired(file, { lists }))
    return notApplicable({ zh: '不属于集体讨论的案件', en: 'the leaders need not discuss it' });
  const concluded = file.discussions.filter((one) => beforeDecision(of)(one.concluded?.entry));
  const last = concluded.at(-1);
  if (last?.concluded !== undefined && last.entry > lastWord(of)) return met(last.concluded.entry);
  if (decision === undefined)
    return open({ zh: '尚未集体讨论', en: 'not discussed yet' }, ...concluded.map(({ entry }) => entry));
  if (last === undefined && decidedOnUnknownValue(of)) return forPeople(unknownValue, decision.entry);
  return last === undefined
    ? notMet({ zh: '未经集体讨论', en: 'decided without discussion' }, decision.entry)
    : notMet(
        { zh: '当事人又有陈述或者听证后未再讨论', en: 'not discussed again after the party was heard' },
        last.entry,
        decision.entry,
      );
};

const reviewed = (of: Measured): Found => {
  const { file, lists } = of;
  const { decision, investigation } = file;
  if (investigation === undefined)
    return notApplicable({ zh: '尚未调查终结', en: 'the investigation is not concluded yet' });
  const valueUnknown = decidedOnUnknownValue(of);
  const legal = legalReviewRequired(file, { lists }) && !valueUnknown;
  const passed = file.reviews.findLast(
    ({ opinion, kind, answer }) =>
      opinion === 'agree' && (!legal || kind === 'legal') && beforeDecision(of)(answer),
  );
  if (passed?.answer === undefined)
    return decision === undefined
      ? open({ zh: '尚未审核通过', en: 'no review has been passed yet' })
      : notMet({ zh: '未经审核或者审核未通过', en: 'not reviewed, or not passed' }, decision.entry);
  const made = standingEvents(of).find(({ revision }) => revision === decision?.entry);
  if (made?.type === 'DecisionMade' && made.data.dossier !== passed.digest)
    return notMet(
      {
        zh: '审核后案卷有变化，未重新审核',
        en: 'the file changed after the review and was not reviewed again',
      },
      passed.answer,
      made.revision,
    );
  return valueUnknown ? forPeople(unknownValue, passed.answer) : met(passed.answer);
};

export const ofDeciding: readonly Fault[] = [
  {
    id: 'not-discussed',
    item: 17,
    title: {
      zh: '重大案件未经集体讨论，或者当事人再陈述、听证后未再讨论',
      en: 'a major case without collective discussion, or without a second one after the party was heard',
    },
    cites: [apl(57, 2), samrP(60, 2)],
    points: ['procedure'],
    measure: discussed,
  },
  {
    id: 'not-reviewed',
    item: 19,
    title: {
      zh: '未经审核、审核未通过，或者有新证据未重新审核',
      en: 'review missing, not passed, or not repeated after new evidence',
    },
    cites: [apl(58, 1), samrP(49), samrP(50)],
    points: ['procedure'],
    measure: reviewed,
  },
];
