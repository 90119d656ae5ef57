/** Where personal data stand in each event: the edge keeps these values out of the permanent bytes. */
import type { CaseEvent } from './case-event.js';

/** Whose data they are; who may see them is decided by this word. */
export const personalKinds = ['reporter', 'party', 'person', 'provider', 'witness'] as const;
export type PersonalKind = (typeof personalKinds)[number];

/** JSON pointer into the event's `data`; a field that is absent there is passed over. */
export type PersonalField = Readonly<{ pointer: string; kind: PersonalKind }>;

const partyAt = (pointer: string): readonly PersonalField[] => [
  { pointer: `${pointer}/person`, kind: 'party' },
  { pointer: `${pointer}/address`, kind: 'party' },
];

/**
 * The personal fields of each event type. No rule reads their values but on the day of the act itself, so a
 * file replays to the same state, and no fold fails, when they are hidden or erased.
 */
export const personalData: Readonly<Partial<Record<CaseEvent['type'], readonly PersonalField[]>>> = {
  LeadReceived: [{ pointer: '/reporter', kind: 'reporter' }],
  ApprovalRequested: partyAt('/terms/party'),
  CaseFiled: partyAt('/terms/party'),
  InquiryRecorded: [{ pointer: '/person', kind: 'person' }],
  EvidenceAdded: [{ pointer: '/provider', kind: 'provider' }],
  // A correction repeats the field it corrects, so its value is as personal as the field.
  EntryCorrected: [
    { pointer: '/changes/person', kind: 'person' },
    { pointer: '/changes/provider', kind: 'provider' },
  ],
  ItemsSeized: [{ pointer: '/witness', kind: 'witness' }],
  ItemsSeizedUrgently: [{ pointer: '/witness', kind: 'witness' }],
  DecisionServed: [{ pointer: '/witness', kind: 'witness' }],
  DecidedOnTheSpot: partyAt('/party'),
};
