/** The days on which the police have the case and no decision may be made: APL 27(1); `decision/no-transfer-pending`. */
import { addDays, dayOf, type Interval, type LocalDate } from '@anjuan/law';
import type { CaseFile } from '../steps.js';
import type { CrimeTransfer } from '../crime-transfer/crime-transfer.js';

type File = Pick<CaseFile, 'crimeTransfers' | 'entries'>;

/** The refusal, or else the outcome that was entered after the sending and before the next transfer. */
const backOn = (
  { entries }: File,
  { sent, answer, reconsideration, outcome }: CrimeTransfer,
  next: CrimeTransfer | undefined,
): LocalDate | undefined => {
  if (outcome !== undefined) {
    const ended = entries.find(
      ({ type, entry, state }) =>
        type === 'CriminalOutcomeRecorded' &&
        state !== 'withdrawn' &&
        entry > (sent?.entry ?? -1) &&
        entry < (next?.entry ?? Infinity),
    );
    return ended && dayOf(ended.occurredAt);
  }
  return answer?.kind === 'refused' && reconsideration?.answered !== false ? answer.on : undefined;
};

/** The day on which it comes back counts again. */
export const daysWithThePolice = (file: File, today: LocalDate): readonly Interval[] =>
  file.crimeTransfers.flatMap((transfer, index) => {
    if (transfer.sent === undefined) return [];
    const back = backOn(file, transfer, file.crimeTransfers[index + 1]);
    const to = back === undefined ? today : addDays(back, -1);
    return transfer.sent.on <= to ? [{ from: transfer.sent.on, to }] : [];
  });
