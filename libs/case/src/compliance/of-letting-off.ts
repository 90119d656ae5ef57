/** Ways in which a case ready for decision may have been dropped: for people to check. */
import { acl, apl, dayOf, samrP } from '@anjuan/law';
import { redoOrdered } from '../decision-change/carried-out.js';
import { farAhead } from '../execution/long-deferral.js';
import { forPeople, met, notApplicable, notMet, type Fault, type Found, type Measured } from './finding.js';

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
];
