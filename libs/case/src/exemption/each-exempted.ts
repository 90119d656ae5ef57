/** Each breach that an outcome lets off by a special law, with the article that applies to it. */
import { specialLawOn, type SpecialLaw } from '@anjuan/law';
import type { Context } from '@anjuan/procedure';
import { found, type Listing } from '../investigation/breaches.js';
import { asLastFound, type Established } from '../investigation/established.js';
import type { Findings } from '../investigation/investigation.js';
import type { Outcome } from '../penalty/penalty.js';
import type { CaseFile } from '../steps.js';
import { exemptedIn, type Exempted } from './exemption.js';

export type File = Pick<
  CaseFile,
  'filing' | 'reports' | 'investigation' | 'entries' | 'evidence' | 'goods' | 'preservations' | 'others'
>;
/** What is proposed or decided; the report that is being written, where the entry is one; whether others have ordered it. */
export type Letting = Readonly<{
  outcome?: Outcome | undefined;
  report?: Listing & Pick<Established, 'act'> & Pick<Findings, 'basis'>;
  ordered?: boolean;
}>;

/** The breaches that it is of: an outcome that punishes nobody lets off every one that the report finds. */
export const breachesOf = ({ breach }: Exempted, of: Letting['report'] | CaseFile['investigation']) =>
  of === undefined ? [] : found(of).filter((one) => breach === undefined || one.breach === breach);

/** The last days of the breach: the law of the act, or the law of today where it is the lighter one (APL 37). */
const endsOf = (exempted: Exempted, report: Letting['report'], file: File): readonly string[] => {
  const seen = report === undefined ? file : asLastFound(file);
  return breachesOf(exempted, report ?? file.investigation).flatMap(
    (one) => (one.act ?? seen.filing?.act)?.to ?? [],
  );
};

export type Known = Pick<Context, 'lists' | 'today'>;

const articleOf = (
  exempted: Exempted,
  { report }: Letting,
  file: File,
  { lists, today }: Known,
): SpecialLaw | undefined => {
  const { exemption } = exempted;
  const then = endsOf(exempted, report, file).map((day) => specialLawOn(lists, exemption, day));
  return specialLawOn(lists, exemption, today) ?? (then.includes(undefined) ? undefined : then[0]);
};

export type Asked<K extends Known = Known> = (letting: Letting, file: File, context: K) => boolean;
export type Holds<K extends Known> = (
  exempted: Exempted,
  law: SpecialLaw | undefined,
  letting: Letting & Readonly<{ outcome: Outcome }>,
  seen: Readonly<{ file: File; context: K }>,
) => boolean;

/** Of each breach that the outcome lets off so. An organ or a court judges for itself which law applies, and on what. */
export const ofEach =
  <K extends Known = Known>(
    holds: Holds<K>,
    asked: 'of-every-outcome' | 'of-our-own' = 'of-our-own',
  ): Asked<K> =>
  (letting, file, context) => {
    const { outcome, ordered = false } = letting;
    return (
      outcome === undefined ||
      (ordered && asked === 'of-our-own') ||
      exemptedIn(outcome).every((one) =>
        holds(one, articleOf(one, letting, file, context), { ...letting, outcome }, { file, context }),
      )
    );
  };
