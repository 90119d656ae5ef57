/** Seized goods are given back, all of them or in parts: ACL 28; SAMR-P 36, 42. */
import type { Entry } from '@anjuan/entry';
import { acl, dayOf, samrP } from '@anjuan/law';
import { happenedAt, late, officersAsActors, outsideAct, signed } from '@anjuan/procedure';
import type { EntryNumber, EntryProvision, Event, Paper } from '@anjuan/procedure';
import type { Recorded } from '../case-event.js';
import { act } from '../case-act.js';
import { eventKind, type Events } from '../event-kind.js';
import { heldFreely } from '../goods/confiscated.js';
import { goodsOf, kept, ofMeasure, partOf, quantityIn, soMany, without, type Part } from '../goods/ledger.js';
import { partsFree } from '../goods/provisions.js';
import { byOfficersThere } from '../initiation/in-charge.js';
import { leadOrCaseOpen } from '../initiation/initiation.js';
import type { CaseFile } from '../steps.js';
import { liftSeizureSchema } from './entries.js';
import { approvedParts, liftingApproved } from './lifting.js';
import { atParts, notSold, partsOfSeizure } from './parts.js';
import { liftedAfterTaken, liftedForReason, seizureOf, stillSeized } from './provisions.js';

/** seizure/lift. `parts`: absent for all that its approval is of. */
export type LiftSeizure = Entry<typeof liftSeizureSchema>;
export type SeizureLifted = Event<
  'SeizureLifted',
  {
    officers: readonly string[];
    signedPaper?: Paper;
    seizure: EntryNumber;
    /** Absent: all that was left of a list that was recorded as one text. */
    parts?: readonly Part[];
    reason: string;
    proceedsReturned?: Paper;
    lateReason?: string;
  }
>;

type File = Pick<CaseFile, 'seizures' | 'goods' | 'decision' | 'summary' | 'approvals'>;

/** What is given back: what is named, else what was approved, else everything that is held freely. */
const partsOf = (
  { seizure, parts }: Pick<LiftSeizure, 'seizure' | 'parts'>,
  file: File,
): Readonly<{ parts?: readonly Part[] }> => {
  const goods = goodsOf(file, seizure);
  const named = parts ?? approvedParts(file, seizure);
  if (named !== undefined) return { parts: named.map(partOf) };
  return goods.some(({ asText }) => asText === true)
    ? {}
    : { parts: soMany(goods, (one) => heldFreely(file, one)).map(partOf) };
};

/** Something that was sold early is among it; of a list that was recorded as one text nobody knows. */
const withSold = (entry: LiftSeizure, file: File): boolean => {
  const { parts } = partsOf(entry, file);
  if (parts === undefined) return true;
  const going = ofMeasure(entry.seizure, parts);
  return goodsOf(file, entry.seizure).some(
    (goods) =>
      goods.asText === true || ((goods.soldEarly ?? 0) > 0 && quantityIn(going, goods) > notSold(goods)),
  );
};

/** The goods are gone, their price is given back in their place; what was not sold is given back without it. */
export const proceedsReturned: EntryProvision<File, LiftSeizure> = {
  id: 'seizure/proceeds-returned',
  cites: samrP(42, 2),
  also: [acl(28, 2)],
  says: '市场监督管理部门已将财物依法先行处置并有所得款项的，应当退还所得款项',
  en: 'Whoever gets seized goods back gets what was received for those of them already sold',
  cure: { zh: '退还所得款项并上传收据', en: 'Give the money back and add the receipt' },
  fields: ['/proceedsReturned', ...atParts],
  holds: (entry, file) =>
    entry.proceedsReturned !== undefined ||
    !(seizureOf(file, entry.seizure)?.disposals ?? []).some(({ fen }) => fen > 0) ||
    !withSold(entry, file),
};

export const giveBackActs = {
  'seizure/lift': act<LiftSeizure, Recorded<'SeizureLifted'>>({
    title: { zh: '解除查封、扣押', en: 'Lift a seizure' },
    entry: liftSeizureSchema,
    by: ['officer'],
    requires: [leadOrCaseOpen],
    demands: [
      ...byOfficersThere,
      ...outsideAct,
      stillSeized,
      // What was approved before the decision may have been confiscated since.
      ...partsFree<LiftSeizure, File>('parts', atParts, ({ seizure, parts }, file) =>
        partsOfSeizure({ seizure, parts: parts ?? approvedParts(file, seizure) }),
      ),
      liftedForReason,
      liftedAfterTaken,
      liftingApproved,
      proceedsReturned,
    ],
    records: 'SeizureLifted',
    record: (entry, file, context) => [
      {
        type: 'SeizureLifted',
        v: 1,
        occurredAt: happenedAt(entry, context),
        actors: officersAsActors(entry, context),
        data: {
          ...signed(entry),
          seizure: entry.seizure,
          ...partsOf(entry, file),
          reason: entry.reason,
          ...(entry.proceedsReturned !== undefined && { proceedsReturned: entry.proceedsReturned }),
          ...late(entry),
        },
      },
    ],
  }),
};

export const giveBackEvents: Events<SeizureLifted> = {
  SeizureLifted: eventKind(
    { v: 1, volume: 'to-party', personal: {}, refersTo: ['seizure'] },
    (file, { data, revision, occurredAt }) => {
      const on = dayOf(occurredAt);
      const parts =
        data.parts === undefined
          ? soMany(goodsOf(file, data.seizure), kept)
          : ofMeasure(data.seizure, data.parts);
      const { goods } = without(file, parts, { entry: revision, on, how: 'given-back' });
      const nothingFree = goodsOf({ goods }, data.seizure).every((one) => heldFreely(file, one) === 0);
      return {
        goods,
        seizures: file.seizures.map((seizure) =>
          seizure.entry === data.seizure
            ? {
                ...seizure,
                liftings: [...(seizure.liftings ?? []), revision],
                ...(nothingFree && { liftedOn: on }),
              }
            : seizure,
        ),
      };
    },
  ),
};
