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

const between = (from: LocalDate, to: LocalDate): readonly Interval[] => (from <= to ? [{ from, to }] : []);

/**
 * The day on which it comes back counts again, and so do those until the police or the procuratorate are asked once
 * more: meanwhile nothing keeps the agency from deciding.
 */
export const daysWithThePolice = (file: File, today: LocalDate): readonly Interval[] =>
  file.crimeTransfers.flatMap((transfer, index) => {
    const { sent, reconsideration } = transfer;
    if (sent === undefined) return [];
    const back = backOn(file, transfer, file.crimeTransfers[index + 1]);
    const last = back === undefined ? today : addDays(back, -1);
    return reconsideration === undefined
      ? between(sent.on, last)
      : [...between(sent.on, addDays(reconsideration.of.on, -1)), ...between(reconsideration.on, last)];
  });
