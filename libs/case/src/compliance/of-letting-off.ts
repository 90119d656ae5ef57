/** Ways in which a case that was ready to be decided may have been let go: what people should look at. */
import { samrP } from '@anjuan/law';
import { redoOrdered } from '../decision-change/carried-out.js';
import { forPeople, notApplicable, notMet, type Fault, type Found, type Measured } from './finding.js';

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

export const ofLettingOff: readonly Fault[] = [
  {
    id: 'transferred-after-the-report',
    title: { zh: '调查终结后以移送管辖代替决定', en: 'a transfer in place of a decision after the report' },
    cites: [samrP(14), samrP(17)],
    points: ['powers', 'procedure'],
    measure: transferred,
  },
];
