/** Order to correct (责令改正): APL 28. */
import { checkEntry, filled, happenedAt, outsideAct } from '@anjuan/procedure';
import { apl, dayOf, policy, type LocalDate } from '@anjuan/law';
import type { EntryNumber, EntryProvision, Event, Provision } from '@anjuan/procedure';
import type { Recorded } from '../case-event.js';
import type { CaseFile } from '../steps.js';
import { byOfficersThere } from '../initiation/in-charge.js';
import { annulledForGoodAt, type Annulled } from '../decision-change/standing.js';
import { eitherCaseOpen, leadOrCaseOpen } from '../initiation/provisions.js';
import { act } from '../case-act.js';
import { eventKind, type Events } from '../event-kind.js';
import { orderCorrectionSchema, verifyCorrectionSchema } from './entries.js';
import type { Entry } from '@anjuan/entry';

/** correction/order */
export type OrderCorrection = Entry<typeof orderCorrectionSchema>;
export type CorrectionOrdered = Event<'CorrectionOrdered', Omit<OrderCorrection, 'occurredAt'>>;
/** correction/verify */
export type VerifyCorrection = Entry<typeof verifyCorrectionSchema>;
export type CorrectionVerified = Event<'CorrectionVerified', Omit<VerifyCorrection, 'occurredAt'>>;

export type Correction = Readonly<{
  entry: EntryNumber;
  orderedOn: LocalDate;
  until: LocalDate;
  verifiedOn?: LocalDate;
  corrected?: boolean;
}>;

export const orderFulfillable: EntryProvision<unknown, OrderCorrection> = {
  id: 'correction/order-can-be-fulfilled',
  cites: apl(28, 1),
  says: '行政机关实施行政处罚时，应当责令当事人改正或者限期改正违法行为',
  en: 'The order says what is to be corrected, by a day that has not passed',
  cure: { zh: '写明改正内容和期限', en: 'Name what is to be corrected, and until when' },
  fields: ['/occurredAt', '/until', '/what'],
  holds: (entry, _, context) => filled(entry.what) && dayOf(happenedAt(entry, context)) <= entry.until,
};

/** Who punishes orders the correction: with a decision on the spot too, and after it (APL 28(1)). */
const openOrDecidedOnTheSpot: Provision<Pick<CaseFile, 'lead' | 'filing' | 'summary' | 'closure'>> = {
  ...leadOrCaseOpen,
  holds: (file, context) => leadOrCaseOpen.holds(file, context) || eitherCaseOpen(file),
};

/** What was ordered with it is still verified. */
export const notOnAnAnnulledDecision: EntryProvision<Annulled, OrderCorrection> = {
  id: 'correction/not-on-an-annulled-decision',
  cites: policy(
    '处罚决定已被撤销、不再重新作出的，不再随该决定责令改正；Nothing is ordered to be corrected with a decision that was annulled for good',
  ),
  also: [apl(28, 1)],
  says: '处罚决定已被撤销、不再重新作出的，不再随该决定责令改正',
  en: 'Nobody is punished any more by a decision that was annulled for good: nothing new is ordered with it; what was ordered before that is still entered, with its time',
  cure: {
    zh: '撤销之前已经责令改正的，按当时的时间补录；撤销之后不再责令',
    en: 'What was ordered before the annulment is entered with the time of the order; after it nothing is ordered',
  },
  fields: ['/occurredAt'],
  holds: (entry, file, context) => {
    const annulledAt = annulledForGoodAt(file);
    return annulledAt === undefined || happenedAt(entry, context) < annulledAt;
  },
};

type Corrections = Pick<CaseFile, 'corrections'>;
const orderOf = ({ corrections }: Corrections, number: EntryNumber): Correction | undefined =>
  corrections.find(({ entry }) => entry === number);

export const orderOutstanding: EntryProvision<Corrections, VerifyCorrection> = {
  id: 'correction/order-outstanding',
  cites: policy('复查针对尚未改正的责令改正；What is verified is an order not fulfilled so far'),
  also: [apl(28, 1)],
  says: '复查应当针对已经作出、尚未确认改正的责令改正',
  en: 'An order was given in this case and has not been found fulfilled yet',
  cure: { zh: '先责令改正', en: 'Give the order first' },
  curedBy: ['correction/order'],
  fields: ['/order'],
  holds: ({ order }, file) => {
    const found = orderOf(file, order);
    return found !== undefined && found.corrected !== true;
  },
};

export const verifiedAfterOrder: EntryProvision<Corrections, VerifyCorrection> = {
  id: 'correction/verified-after-the-order',
  cites: policy('后行为不早于所依据的行为；Nothing happens before what it rests on'),
  says: '复查不得早于责令改正',
  en: 'A correction is verified after it was ordered',
  cure: checkEntry,
  fields: ['/occurredAt', '/order'],
  holds: (entry, file, context) => {
    const ordered = orderOf(file, entry.order)?.orderedOn;
    return ordered === undefined || ordered <= dayOf(happenedAt(entry, context));
  },
};

/** What this step adds to the file. */
export type Slice = Readonly<{
  corrections: readonly Correction[];
}>;
export const empty: Slice = { corrections: [] };

export const acts = {
  'correction/order': act<OrderCorrection, Recorded<'CorrectionOrdered'>>({
    title: { zh: '责令改正', en: 'Order a correction' },
    entry: orderCorrectionSchema,
    by: ['officer'],
    requires: [openOrDecidedOnTheSpot],
    demands: [...byOfficersThere, ...outsideAct, orderFulfillable, notOnAnAnnulledDecision],
    records: 'CorrectionOrdered',
  }),
  'correction/verify': act<VerifyCorrection, Recorded<'CorrectionVerified'>>({
    title: { zh: '复查改正情况', en: 'Verify a correction' },
    entry: verifyCorrectionSchema,
    by: ['officer'],
    requires: [openOrDecidedOnTheSpot],
    demands: [...byOfficersThere, ...outsideAct, orderOutstanding, verifiedAfterOrder],
    records: 'CorrectionVerified',
  }),
};

export const events: Events<CorrectionOrdered | CorrectionVerified> = {
  CorrectionOrdered: eventKind(
    {
      v: 1,
      volume: 'to-party',
      personal: {},
      withdrawableBy: 'handler',
      investigates: true,
      inDossier: true,
    },
    ({ corrections }, { data, revision, occurredAt }) => ({
      corrections: [...corrections, { entry: revision, orderedOn: dayOf(occurredAt), until: data.until }],
    }),
  ),
  CorrectionVerified: eventKind(
    {
      v: 1,
      volume: 'evidence',
      personal: {},
      refersTo: ['order'],
      withdrawableBy: 'handler',
      investigates: true,
      inDossier: true,
    },
    ({ corrections }, { data, occurredAt }) => ({
      corrections: corrections.map((correction) =>
        correction.entry === data.order
          ? { ...correction, verifiedOn: dayOf(occurredAt), corrected: data.corrected }
          : correction,
      ),
    }),
  ),
};
