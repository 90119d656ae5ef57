/** Clocks of a transfer to the police: C38, C38b–C41. */
import type { CaseFile } from '../case-file.js';
import type { CrimeTransfer } from '../crime-transfer/crime-transfer.js';
import { clock, type Day, type Deadline } from './clock.js';
import { entryOn } from './entry-on.js';
import { hourClock } from './urgent.js';

const sending = ({ entry, proposedOn, decision, sent }: CrimeTransfer, day: Day): readonly Deadline[] => [
  ...clock({ id: 'C38', startedBy: entry, from: proposedOn, met: decision }, day),
  ...(decision?.approved
    ? hourClock({ id: 'C38b', startedBy: decision.entry, at: decision.at, met: sent }, day)
    : []),
];

/** A second answer, after a reconsideration, does not make the first one late. */
const answering = ({ sent, answer, reconsideration }: CrimeTransfer, day: Day): readonly Deadline[] => {
  const first = reconsideration?.of ?? answer;
  const refusal = reconsideration?.of ?? (answer?.kind === 'refused' ? answer : undefined);
  return [
    ...(sent ? clock({ id: 'C39', startedBy: sent.entry, from: sent.on, met: first }, day) : []),
    ...(refusal
      ? clock({ id: 'C40', startedBy: refusal.entry, from: refusal.on, met: reconsideration }, day)
      : []),
  ];
};

const handingOver = (
  file: CaseFile,
  { answer, handedOverOn }: CrimeTransfer,
  day: Day,
): readonly Deadline[] => {
  if (answer?.kind !== 'filed') return [];
  const met =
    handedOverOn === undefined
      ? undefined
      : { entry: entryOn(file, 'GoodsHandedToPolice', handedOverOn), on: handedOverOn };
  return clock({ id: 'C41', startedBy: answer.entry, from: answer.on, met }, day);
};

const ofTransfer = (file: CaseFile, day: Day): readonly Deadline[] =>
  file.crimeTransfers.flatMap((transfer) => [
    ...sending(transfer, day),
    ...answering(transfer, day),
    ...handingOver(file, transfer, day),
  ]);

export const ofCrimeTransfer = [ofTransfer];
