/** Clocks of a transfer to the police. */
import type { CaseFile } from '../steps.js';
import type { CrimeTransfer } from '../crime-transfer/crime-transfer.js';
import { clock, overUnused, type Day, type Deadline } from './clock.js';
import { entryOn } from './entry-on.js';
import { hourClock } from './urgent.js';

const sending = ({ entry, proposedOn, decision, sent }: CrimeTransfer, day: Day): readonly Deadline[] => [
  ...clock({ id: 'crime-transfer-decision', startedBy: entry, from: proposedOn, met: decision }, day),
  ...(decision?.approved
    ? hourClock({ id: 'crime-transfer', startedBy: decision.entry, at: decision.at, met: sent }, day)
    : []),
];

/** A second answer, after a reconsideration, does not make the first one late. */
const answering = ({ sent, answer, reconsideration }: CrimeTransfer, day: Day): readonly Deadline[] => {
  const first = reconsideration?.of ?? answer;
  const refusal = reconsideration?.of ?? (answer?.kind === 'refused' ? answer : undefined);
  return [
    ...(sent ? clock({ id: 'police-decision', startedBy: sent.entry, from: sent.on, met: first }, day) : []),
    ...(refusal
      ? clock(
          { id: 'police-reconsideration', startedBy: refusal.entry, from: refusal.on, met: reconsideration },
          day,
        ).map(overUnused)
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
  return clock({ id: 'goods-hand-over', startedBy: answer.entry, from: answer.on, met }, day);
};

const ofTransfer = (file: CaseFile, day: Day): readonly Deadline[] =>
  file.crimeTransfers.flatMap((transfer) => [
    ...sending(transfer, day),
    ...answering(transfer, day),
    ...handingOver(file, transfer, day),
  ]);

export const ofCrimeTransfer = [ofTransfer];
