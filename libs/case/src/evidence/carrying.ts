/** Entries on which a finding of fact rests before there is a report: SAMR-P 19, 20, 23. */
import type { EntryNumber } from '@anjuan/procedure';
import type { CaseEvent } from '../case-event.js';
import { confirmed } from '../entry/completed.js';
import type { CaseFile } from '../steps.js';

/**
 * Evidence itself, and what the officers found and recorded with a measure or a re-check. The report that began it all
 * says what somebody believes; what is handed in with it is entered as evidence.
 */
export const evidencing = [
  'SceneRecorded',
  'InquiryRecorded',
  'EvidenceAdded',
  'SamplesTaken',
  'TestResultRecorded',
  'EvidencePreserved',
  'ItemsSeized',
  'ItemsSeizedUrgently',
  'CorrectionVerified',
] as const;

const types: ReadonlySet<CaseEvent['type']> = new Set(evidencing);

export type OfEvidence = Pick<CaseFile, 'entries' | 'evidence'>;

/** Confirmed by the officers who took it, neither withdrawn nor excluded. */
export const carriesFact = ({ entries, evidence }: OfEvidence, number: EntryNumber): boolean =>
  entries.some(
    (note) => note.entry === number && types.has(note.type) && note.state !== 'withdrawn' && confirmed(note),
  ) && !evidence.pieces.some(({ entry, excluded }) => entry === number && excluded !== undefined);
