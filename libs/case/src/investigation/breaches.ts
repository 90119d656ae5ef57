/** The breaches that a report finds: mostly one, which is the report itself; or several, listed with their names. */
import { filled } from '@anjuan/procedure';
import type { Entry } from '@anjuan/entry';
import { fenRange, isFineRange, plainly, type Fen, type LocalDate } from '@anjuan/law';
import { breachesIn, droppedIn, type BreachName } from '../penalty/breaches.js';
import type { Dropped, Outcome } from '../penalty/penalty.js';
import type { breachSchema } from './entries.js';
import { establishedBy, type Established, type Filed } from './established.js';
import type { Findings } from './investigation.js';

export type Breach = Entry<typeof breachSchema>;

type Only = Readonly<{ breach?: undefined }>;
/** A report, or what is asked of one, that lists breaches or has none but its own. */
export type Listing = Only & Readonly<{ breaches?: readonly Breach[] }>;

export const isListed = ({ breaches = [] }: Listing): boolean => breaches.length > 0;

/** Never none: what asks every breach asks one at least. */
export const found = <Report extends Listing>(report: Report): readonly ((Report & Only) | Breach)[] =>
  isListed(report) ? (report.breaches ?? []) : [report];

/** Of those, the ones that an outcome punishes; where there is one, any penalty is for it. */
export const punished = <Report extends Listing>(
  outcome: Outcome,
  report: Report,
): readonly ((Report & Only) | Breach)[] => {
  if (outcome.kind !== 'penalty') return [];
  const named = breachesIn(outcome.penalties);
  return isListed(report) ? (report.breaches ?? []).filter(({ breach }) => named.includes(breach)) : [report];
};

export const namesIn = ({ breaches = [] }: Listing): readonly string[] =>
  breaches.map(({ breach }) => breach);

/** In fen, whether the law says an amount or times what the goods are worth. */
const mostUnder = ({ breaches = [] }: Listing, name: BreachName): Fen | undefined => {
  const range = breaches.find((one) => one.breach === name)?.grading?.range;
  return range === undefined || !isFineRange(range) ? undefined : fenRange(range).max;
};

/** What is dropped as one act with another is fined there, under a rule that allows no less (APL 29): both ranges say so. */
const finedWithAnother = ({ ground, breach, with: other }: Dropped, outcome: Outcome, report: Listing) => {
  if (ground !== 'one-act-with') return other === undefined;
  const [most, mostThere] = [mostUnder(report, breach), mostUnder(report, other)];
  return (
    outcome.kind === 'penalty' &&
    outcome.penalties.some((penalty) => penalty.kind === 'fine' && penalty.breach === other) &&
    most !== undefined &&
    mostThere !== undefined &&
    most <= mostThere
  );
};

/** Every penalty is of a breach of the report; every such breach is punished, or not punished for a reason. */
export const accountsFor = (outcome: Outcome, report: Listing): boolean => {
  if (outcome.kind !== 'penalty') return true;
  const names: readonly BreachName[] = isListed(report) ? namesIn(report) : [undefined];
  const penalised = breachesIn(outcome.penalties);
  const dropped = droppedIn(outcome);
  return (
    penalised.every((breach) => names.includes(breach)) &&
    dropped.every(({ breach, reason }) => names.includes(breach) && filled(reason)) &&
    dropped.every((one) => finedWithAnother(one, outcome, report)) &&
    (!isListed(report) ||
      names.every(
        (name) =>
          dropped.filter(({ breach }) => breach === name).length === (penalised.includes(name) ? 0 : 1),
      ))
  );
};

/** When it was done and found. A listed breach says so itself: nothing of another one, or of the filing, counts for it. */
export const datesOf = (file: Filed, breach: Established & Readonly<{ breach?: BreachName }>): Established =>
  breach.breach === undefined
    ? establishedBy(file, breach)
    : {
        act: breach.act,
        discoveredOn: breach.discoveredOn,
        endangersLifeOrProperty: breach.endangersLifeOrProperty,
      };

const articlesOf = ({ basis }: Pick<Findings, 'basis'>): readonly string[] =>
  [...new Set(basis.map(({ law, article }) => `${plainly(law)} ${plainly(article)}`))].sort();
const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);
type Days = Established['act'];
const sameDays = (one: Days, other: Days): boolean => one?.from === other?.from && one?.to === other?.to;

/** What makes it this breach and no other: its name where it has one, the articles, the days. */
export type Identity = Readonly<{
  breach?: string;
  articles: readonly string[];
  act?: Readonly<{ from: LocalDate; to: LocalDate }>;
}>;

export const identityOf = (
  file: Filed,
  breach: Pick<Findings, 'basis'> & Established & Readonly<{ breach?: BreachName }>,
): Identity => {
  const { act } = datesOf(file, breach);
  return {
    ...(breach.breach !== undefined && { breach: breach.breach }),
    articles: articlesOf(breach),
    ...(act !== undefined && { act: { from: act.from, to: act.to } }),
  };
};

const withinDays = (narrow: Days, wide: Days): boolean =>
  sameDays(narrow, wide) ||
  (narrow !== undefined && wide !== undefined && wide.from <= narrow.from && narrow.to <= wide.to);
/** Why a penalty is lighter (APL 28–33) is no other breach. */
const ofMeasure = (article: string): boolean => article.startsWith('行政处罚法 ');

/** It is that one, or less of it: fewer days, fewer articles. */
export const isPartOf = (one: Identity, notified: Identity): boolean =>
  one.breach === notified.breach &&
  one.articles.every((article) => ofMeasure(article) || notified.articles.includes(article)) &&
  withinDays(one.act, notified.act);

export const areSameFacts = (one: Breach, other: Breach): boolean => one.facts.trim() === other.facts.trim();

/** One act under two names: told with the same words, or on the same days under the same articles. */
export const isOneAct = (one: Breach, other: Breach): boolean =>
  areSameFacts(one, other) || (same(articlesOf(one), articlesOf(other)) && sameDays(one.act, other.act));
