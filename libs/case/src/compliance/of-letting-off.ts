/** Ways in which a case ready for decision may have been dropped: for people to check. */
import { acl, apl, dayOf, fsl, samrP } from '@anjuan/law';
import { redoOrdered } from '../decision-change/carried-out.js';
import { exemptedIn, exemptionNamed } from '../exemption/exemption.js';
import { exemptedLawfully } from '../exemption/provisions.js';
import { farAhead } from '../execution/long-deferral.js';
import {
  forPeople,
  met,
  notApplicable,
  notMet,
  outcomeAsMade,
  type Fault,
  type Found,
  type Measured,
} from './finding.js';

/** The law obliges an agency to transfer at any time; after the report it is also a way out of a decision. */
const transferred = ({ file }: Measured): Found => {
  const { jurisdiction, reports } = file;
  const [report] = reports;
  if (
    jurisdiction.transfer === undefined ||
    report === undefined ||
    jurisdiction.transfer.entry < report.entry
  )
    return notApplicable({ zh: '调查终结后未移送管辖', en: 'it was not transferred after the report' });
  const entries = [report.entry, jurisdiction.transfer.entry];
  return redoOrdered(file)
    ? notMet(
        {
          zh: '责令重新作出决定的，移送而未作出决定',
          en: 'transferred where a new decision had been ordered',
        },
        ...entries,
      )
    : forPeople(
        {
          zh: '须核对受移送机关是否确有管辖权',
          en: 'whether the other agency really is competent is for people to see',
        },
        ...entries,
      );
};

/** No longer possible; cases ended so under earlier rules can be closed, and are shown here. */
const ended = ({ file }: Measured): Found => {
  const { termination, reports } = file;
  const [report] = reports;
  if (termination?.ground !== 'other' || report === undefined || termination.entry < report.entry)
    return notApplicable({
      zh: '调查终结后未以其他原因终止调查',
      en: 'it was not ended for another cause after the report',
    });
  const entries = [report.entry, termination.entry];
  return redoOrdered(file)
    ? notMet(
        { zh: '责令重新作出决定的，终止调查而未作出决定', en: 'ended where a new decision had been ordered' },
        ...entries,
      )
    : forPeople(
        {
          zh: '须核对调查是否确实无法继续进行',
          en: 'whether the investigation really could not go on is for people to see',
        },
        ...entries,
      );
};

const putOff = ({ file: { execution, entries } }: Measured): Found => {
  const { plan, planEntry } = execution;
  const made = entries.find(({ entry }) => entry === planEntry);
  if (plan === undefined || made === undefined)
    return notApplicable({ zh: '未暂缓、分期或者达成执行协议', en: 'nothing is to be paid later' });
  const last = plan.at(-1)?.due ?? '';
  return last <= farAhead(dayOf(made.occurredAt))
    ? met(made.entry)
    : forPeople(
        {
          zh: `最后一期为${last}，晚于批准之日一年以上`,
          en: `the last part is due on ${last}, more than a year after it was granted`,
        },
        made.entry,
      );
};

/** Whether the evidence is enough (充分证据) people have to read. */
const exempted = (of: Measured): Found => {
  const { file, lists } = of;
  const { decision, investigation } = file;
  const outcome = outcomeAsMade(of) ?? investigation?.proposal;
  const [first, ...others] = outcome === undefined ? [] : exemptedIn(outcome);
  if (outcome === undefined || first === undefined)
    return notApplicable({ zh: '未依特别法免予处罚', en: 'nobody is let off by a special law' });
  const all = [first, ...others].map(({ exemption }) => exemption);
  const named = [...new Set(all.map(exemptionNamed))].join('、');
  const today = decision?.decidedOn ?? of.today;
  const made = decision ?? investigation;
  return exemptedLawfully({ outcome }, file, { lists, today })
    ? forPeople(
        {
          zh: `依${named}免予处罚，须核对各项条件的证据是否充分`,
          en: `let off by ${named}: whether the evidence of each condition is enough is for people to see`,
        },
        ...new Set(all.flatMap(({ conditions }) => conditions.flatMap(({ evidence }) => evidence))),
      )
    : notMet(
        {
          zh: `依${named}免予处罚，而条件没有证据、条款不在清单，或者并处其他处罚`,
          en: `let off by ${named} on no evidence, by no article of the list, or beside another penalty`,
        },
        ...(made === undefined ? [] : [made.entry]),
      );
};

export const ofLettingOff: readonly Fault[] = [
  {
    id: 'transferred-after-the-report',
    title: { zh: '调查终结后以移送管辖代替决定', en: 'a transfer in place of a decision after the report' },
    cites: [samrP(14), samrP(17)],
    points: ['powers', 'procedure'],
    measure: transferred,
  },
  {
    id: 'ended-after-the-report',
    title: { zh: '调查终结后以终止调查代替决定', en: 'an end of the investigation in place of a decision' },
    cites: [samrP(47), samrP(60, 1)],
    points: ['procedure'],
    measure: ended,
  },
  {
    id: 'paid-far-later',
    title: { zh: '暂缓、分期或者执行协议的期限过长', en: 'payment put off for very long' },
    cites: [apl(66, 2), samrP(74), acl(42, 1)],
    points: ['procedure'],
    measure: putOff,
  },
  {
    id: 'exempted-without-its-conditions',
    title: {
      zh: '不具备特别法的条件而免予处罚',
      en: 'let off by a special law whose conditions were not proven',
    },
    cites: [fsl(136), apl(40)],
    points: ['facts', 'law'],
    measure: exempted,
  },
];
