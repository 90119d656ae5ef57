import { apl, type Citation } from './citation.js';
import { type Dated, versionOn } from './dated.js';
import { type LocalDate } from './dates.js';
import { type Fen } from './money.js';

/** '>=' for 以上, '>' for 超过: local rules use both, so each amount carries its own. */
export type Threshold = Readonly<{ comparator: '>=' | '>'; fen: Fen }>;

export const reaches = ({ comparator, fen: bound }: Threshold, fen: Fen): boolean =>
  comparator === '>=' ? fen >= bound : fen > bound;

/** Amounts and years the national law fixes; upper limits include the number itself (以下). */
export type NationalConstants = Dated &
  Readonly<{
    version: string;
    summaryFine: Readonly<{ naturalPersonMax: Fen; entityMax: Fen; cites: Citation }>;
    onTheSpotCollection: Readonly<{ max: Fen; cites: Citation }>;
    surcharge: Readonly<{ percentPerDay: number; capPercent: number; cites: Citation }>;
    limitation: Readonly<{ years: number; seriousYears: number; cites: Citation }>;
  }>;

/** ARL 23(1)(1), of the revision of 2023: a decision on the spot is reconsidered before anybody may sue over it. */
export const onTheSpotReconsideredFirst = { validFrom: '2024-01-01' } as const;

export const nationalConstants: readonly NationalConstants[] = [
  {
    version: 'APL-2021',
    validFrom: '2021-07-15',
    summaryFine: { naturalPersonMax: 200_00, entityMax: 3_000_00, cites: apl(51) },
    onTheSpotCollection: { max: 100_00, cites: apl(68, undefined, 1) },
    surcharge: { percentPerDay: 3, capPercent: 100, cites: apl(72, 1, 1) },
    limitation: { years: 2, seriousYears: 5, cites: apl(36, 1) },
  },
];

/** Throws NoVersionInForce before 2021-07-15. */
export const nationalConstantsOn = (day: LocalDate): NationalConstants =>
  versionOn(nationalConstants, day, '全国统一数额；national constants');
