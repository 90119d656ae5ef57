/** Fatal faults of facts and law: (5)–(12), (20) of the list. */
import { all, apl } from '@anjuan/law';
import { type Bilingual, filled } from '@anjuan/procedure';
import { isConfirmed } from '../entry/provisions.js';
import { admissible } from '../evidence/exclusion.js';
import { found } from '../investigation/breaches.js';
import { minimumKept } from '../investigation/grading.js';
import { heavierForSpeaking } from '../notice/heavier-for-speaking.js';
import { forBreach } from '../penalty/breaches.js';
import { heavierThanHeard, penaltiesOf } from '../penalty/heavier.js';
import {
  beforeDecision,
  forPeople,
  met,
  noPenalty,
  notApplicable,
  notFiled,
  notMet,
  open,
  outcomeAsMade,
  punishes,
  seenByPeople,
  undecidedYet,
  type Fault,
  type Found,
  type Measured,
} from './finding.js';

const notConcluded: Bilingual = { zh: '尚未调查终结', en: 'the investigation is not concluded yet' };

const factsStated = (of: Measured): Found => {
  const { evidence, investigation } = of.file;
  if (investigation === undefined) return notApplicable(notConcluded);
  // Whether the report says enough to let the party off people have to read.
  return punishes(of) && ![investigation, ...found(investigation)].every(({ facts }) => filled(facts))
    ? notMet({ zh: '未写明违法事实', en: 'no facts are stated' }, investigation.entry)
    : forPeople(seenByPeople, investigation.entry, ...admissible(evidence).map(({ entry }) => entry));
};

const factsCarried = (of: Measured): Found => {
  const { evidence, investigation } = of.file;
  const confirmed = admissible(evidence)
    .map(({ entry }) => entry)
    .filter((number) => isConfirmed(of.file, number));
  if (investigation === undefined) return notApplicable(notConcluded);
  if (confirmed.length > 0) return forPeople(seenByPeople, ...confirmed);
  // That nothing carries them is a reason not to punish: SAMR-P 60(1)(3).
  if (!punishes(of)) return notApplicable(noPenalty);
  return notMet(
    { zh: '没有经核实可以采用的证据', en: 'no evidence that is confirmed and admissible' },
    investigation.entry,
  );
};

/** Whether it was about fault only people can read; whether it was examined the re-check shows. */
const noFault = (of: Measured): Found => {
  const { statements, decision } = of.file;
  const made = statements.made.map(({ entry }) => entry);
  if (made.length === 0) return notApplicable({ zh: '当事人未提出', en: 'the party has claimed nothing' });
  const rechecked = statements.rechecks.map(({ entry }) => entry).filter(beforeDecision(of));
  const unexamined = made.filter((entry) => !rechecked.some((recheck) => recheck > entry));
  if (unexamined.length === 0)
    return forPeople(
      { zh: '须核对复核是否审查了有无过错', en: 'whether the re-check examined fault is for people to see' },
      ...rechecked,
    );
  const why = { zh: '当事人提出的证据未经审查', en: 'what the party brought forward was not examined' };
  return (decision === undefined ? open : notMet)(why, ...unexamined);
};

const basisOf = (of: Measured, unmet: (articles: readonly string[]) => Bilingual | undefined): Found => {
  const { investigation } = of.file;
  if (investigation === undefined) return notApplicable(notConcluded);
  const why = [investigation, ...found(investigation)]
    .map(({ basis }) => unmet(basis.map(({ article }) => article)))
    .find((one) => one !== undefined);
  return why === undefined ? met(investigation.entry) : notMet(why, investigation.entry);
};

const basisNamed = (of: Measured): Found =>
  basisOf(of, (articles) =>
    articles.length === 0 ? { zh: '未写明依据', en: 'no basis is stated' } : undefined,
  );

/** An article has its number, in digits or in words. */
const numbered = /[0-9０-９一二三四五六七八九十百]/;
const basisPrecise = (of: Measured): Found =>
  basisOf(of, (articles) =>
    articles.every((article) => numbered.test(article))
      ? undefined
      : { zh: '依据未具体到条', en: 'a basis without its article' },
  );

const basisRight = ({ file: { investigation } }: Measured): Found =>
  investigation === undefined ? notApplicable(notConcluded) : forPeople(seenByPeople, investigation.entry);

const measureOfPenalty = (of: Measured): Found => {
  const { decision, notices, investigation } = of.file;
  const renewed = notices.find(({ entry, penalties: those }) => heavierForSpeaking(those, of.file, entry));
  if (renewed !== undefined)
    return notMet({ zh: '因当事人申辩而加重', en: 'heavier because the party spoke' }, renewed.entry);
  const outcome = outcomeAsMade(of);
  if (decision === undefined || outcome === undefined) return notApplicable(undecidedYet);
  const penalties = penaltiesOf(outcome);
  if (penalties.length === 0) return notApplicable(noPenalty);
  const notice = notices.findLast(({ entry }) => entry < decision.entry);
  if (notice === undefined || heavierThanHeard(penalties, notice.penalties))
    return notMet({ zh: '决定重于告知', en: 'the decision is heavier than the notice' }, decision.entry);
  const breaches = investigation === undefined ? [] : found(investigation);
  const tooLittle = breaches.some(
    (breach) => breach.grading !== undefined && !minimumKept(forBreach(outcome, breach), breach.grading),
  );
  if (tooLittle)
    return notMet(
      { zh: '低于法定最低罚款而无减轻情节', en: 'below the minimum without a ground to mitigate' },
      decision.entry,
    );
  return met(notice.entry, decision.entry);
};

const limitation = (of: Measured): Found => {
  const {
    file: { filing, decision },
    deadlines,
  } = of;
  const clock = deadlines.find(({ id }) => id === 'limitation' || id === 'limitation-with-harm');
  if (filing === undefined || clock === undefined) return notApplicable(notFiled);
  if (decision !== undefined && penaltiesOf(outcomeAsMade(of)).length === 0) return notApplicable(noPenalty);
  return clock.state === 'lapsed'
    ? notMet(
        { zh: '已过追责期限', en: 'past the time in which a breach may be punished' },
        filing.entry,
        ...(decision ? [decision.entry] : []),
      )
    : met(filing.entry);
};

export const ofFactsAndLaw: readonly Fault[] = [
  {
    id: 'facts-against-evidence',
    item: 5,
    title: { zh: '认定的事实与证据不符', en: 'facts that do not match the evidence' },
    cites: [apl(40), apl(46, 2)],
    points: ['facts'],
    measure: factsStated,
  },
  {
    id: 'evidence-insufficient',
    item: 6,
    title: { zh: '主要证据不足', en: 'evidence that does not carry the facts' },
    cites: [apl(40), all(70, undefined, 1)],
    points: ['facts'],
    measure: factsCarried,
  },
  {
    id: 'no-fault-unexamined',
    item: 7,
    title: { zh: '未审查当事人没有过错的证据', en: 'evidence of no fault was not examined' },
    cites: [apl(33, 2), apl(45, 1)],
    points: ['facts'],
    measure: noFault,
  },
  {
    id: 'no-basis',
    item: 8,
    title: { zh: '没有依据', en: 'no legal basis' },
    cites: [apl(38, 1)],
    points: ['law', 'powers'],
    measure: basisNamed,
  },
  {
    id: 'wrong-basis',
    item: 9,
    title: { zh: '依据错误', en: 'a wrong legal basis' },
    cites: [all(70, undefined, 2)],
    points: ['law'],
    measure: basisRight,
  },
  {
    id: 'basis-not-in-force',
    item: 10,
    title: { zh: '依据失效', en: 'a basis not in force' },
    cites: [apl(37)],
    points: ['law'],
    measure: basisRight,
  },
  {
    id: 'basis-imprecise',
    item: 11,
    title: { zh: '依据未具体到条款项', en: 'a basis that is not precise' },
    cites: [apl(59, 1, 3)],
    points: ['law', 'documents'],
    measure: basisPrecise,
  },
  {
    id: 'penalty-out-of-bounds',
    item: 12,
    title: {
      zh: '因陈述申辩加重，或者低于法定下限',
      en: 'heavier because of a statement, or below the minimum without a ground',
    },
    cites: [apl(45, 2), apl(32)],
    points: ['law'],
    measure: measureOfPenalty,
  },
  {
    id: 'past-limitation',
    item: 20,
    title: { zh: '超过追责期限', en: 'past limitation' },
    cites: [apl(36)],
    points: ['law', 'procedure'],
    measure: limitation,
  },
];
