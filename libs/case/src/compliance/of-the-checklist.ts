/** What the reviewer's checklist asks besides the fatal list: documents and suspected crime (118, points 7 and 8). */
import { apl, samrP, trans } from '@anjuan/law';
import type { CaseEvent } from '../case-event.js';
import { isPending } from '../crime-transfer/provisions.js';
import { proven } from '../service/provisions.js';
import {
  forPeople,
  met,
  notApplicable,
  notMet,
  open,
  standingEvents,
  type Fault,
  type Found,
  type Measured,
} from './finding.js';

const serves = (event: CaseEvent) => event.type === 'NoticeServed' || event.type === 'DecisionServed';

/** That a paper is there, signed and proven; what it says people have to read. */
const documents = (of: Measured): Found => {
  const unsigned = of.file.entries.filter(({ awaits, state }) => awaits.length > 0 && state !== 'withdrawn');
  const events = standingEvents(of);
  const unproven = events.filter((event) => serves(event) && !proven(event.data));
  const incomplete = new Set([
    ...unsigned.map(({ entry }) => entry),
    ...unproven.map(({ revision }) => revision),
  ]);
  if (incomplete.size > 0)
    return notMet(
      { zh: '文书缺签名、确认或者送达回证', en: 'a signature, a confirmation or a receipt is missing' },
      ...incomplete,
    );
  const papers = events.filter((event) => serves(event) || 'record' in event.data || 'report' in event.data);
  return papers.length === 0
    ? notApplicable({ zh: '尚无文书', en: 'there is no document yet' })
    : met(...papers.map(({ revision }) => revision));
};

const crime = ({ file: { crimeTransfers, decision }, deadlines }: Measured): Found => {
  const last = crimeTransfers.at(-1);
  if (last === undefined)
    return forPeople({
      zh: '须由审核人员判断是否涉嫌犯罪',
      en: 'whether a crime is suspected is for people to judge',
    });
  const unsent = deadlines.find(
    ({ id, state, metBy }) => id === 'crime-transfer' && state === 'missed' && metBy === undefined,
  );
  if (unsent !== undefined)
    return notMet({ zh: '批准移送后未移送', en: 'approved and not sent' }, unsent.startedBy);
  if (!isPending(last)) return met(...crimeTransfers.map(({ entry }) => entry));
  const why = { zh: '移送尚未办结', en: 'the transfer is not over' };
  // What is reported after the decision was not in its way: APL 27(1) goes on after it.
  return decision === undefined || decision.entry < last.entry
    ? open(why, last.entry)
    : notMet(why, last.entry, decision.entry);
};

export const ofTheChecklist: readonly Fault[] = [
  {
    id: 'documents-incomplete',
    title: { zh: '文书不完备', en: 'documents that are not complete' },
    cites: [apl(47), samrP(79)],
    points: ['documents'],
    measure: documents,
  },
  {
    id: 'crime-not-transferred',
    title: { zh: '涉嫌犯罪未移送', en: 'a suspected crime was not transferred' },
    cites: [apl(27, 1), trans(3)],
    points: ['crime'],
    measure: crime,
  },
];
