/** What a review is given for, as one plain JSON value: if any of it changes, the review no longer counts. */
import { goodsOf, goodsPartOf } from '../goods/ledger.js';
import { allRechecked } from '../statement/provisions.js';
import type { CaseFile } from '../steps.js';
import type { Basis, Marks } from '../initiation/initiation.js';
import type { Findings } from '../investigation/investigation.js';
import type { Breach } from '../investigation/breaches.js';
import { gradingOf } from '../investigation/grading.js';
import { droppedOf } from '../penalty/heavier.js';
import type { Outcome } from '../penalty/penalty.js';

const basisOf = (basis: readonly Basis[] = []) =>
  basis.map(({ law, article, says = null }) => ({ law, article, says }));

const marksOf = ({ majorPublicInterest, complex, reviewRequiredByOtherLaw }: Marks = {}) => ({
  majorPublicInterest: majorPublicInterest ?? false,
  complex: complex ?? false,
  reviewRequiredByOtherLaw: reviewRequiredByOtherLaw ?? false,
});

const outcomeOf = (outcome: Outcome) => {
  if (outcome.kind !== 'penalty') return { ...outcome };
  const penalties = outcome.penalties.map(({ kind, fen = null, what = null, days = null, ...of }) => {
    // Only of several breaches, and only where it says where its goods are: files reviewed before either was recorded
    // keep their digest.
    const { items, fromParty, breach } = of;
    const where = { ...(items && { items: items.map(goodsPartOf) }), ...(fromParty && { fromParty }) };
    return { kind, fen, what, days, ...(breach !== undefined && { breach }), ...where };
  });
  const { dropped } = outcome;
  return {
    kind: outcome.kind,
    penalties,
    ...(dropped !== undefined && { dropped: dropped.map(droppedOf) }),
  };
};

/** No natural person's name: the party is its kind, its code and the entries that name it. */
const filingOf = ({ filing, party, joinedParties = [] }: CaseFile) =>
  filing === undefined
    ? null
    : {
        entry: filing.entry,
        party: { kind: filing.party.kind, uscc: filing.party.uscc ?? null },
        cause: filing.cause,
        basis: basisOf(filing.basis),
        act: { from: filing.act.from, to: filing.act.to },
        discoveredOn: filing.discoveredOn,
        // Only where another party answers: files without keep their digest.
        ...(party.anotherSince !== undefined && { anotherSince: party.anotherSince }),
        marks: marksOf(filing.marks),
        // Only where others were joined.
        ...(joinedParties.length > 0 && {
          joined: joinedParties.map(({ entry, part, left }) => ({ entry, part, left: left?.way ?? null })),
        }),
      };

/** Only what the report says: files reviewed before it was recorded keep their digest. */
const establishedOf = ({ cause, act, discoveredOn, endangersLifeOrProperty, ourJurisdiction }: Findings) => ({
  ...(cause !== undefined && { cause }),
  ...(act !== undefined && { act: { from: act.from, to: act.to } }),
  ...(discoveredOn !== undefined && { discoveredOn }),
  ...(endangersLifeOrProperty !== undefined && { endangersLifeOrProperty }),
  ...(ourJurisdiction !== undefined && { ourJurisdiction }),
});

/** Only where it is said: files reviewed before it could be keep their digest. */
const withoutBenchmark = ({ noBenchmark }: Pick<Findings, 'noBenchmark'>) => ({
  ...(noBenchmark !== undefined && { noBenchmark }),
});

const breachOf = ({ breach, facts, basis, act, discoveredOn, ...measured }: Breach) => ({
  breach,
  facts,
  basis: basisOf(basis),
  act: { from: act.from, to: act.to },
  discoveredOn,
  endangersLifeOrProperty: measured.endangersLifeOrProperty ?? false,
  benchmark: measured.benchmark ?? null,
  ...withoutBenchmark(measured),
  discretion: measured.discretion ?? null,
  grading: measured.grading === undefined ? null : gradingOf(measured.grading),
  goodsValueFen: measured.goodsValueFen ?? null,
  illegalGainsFen: measured.illegalGainsFen ?? null,
});

const findingsOf = ({ investigation }: CaseFile) =>
  investigation === undefined
    ? null
    : {
        entry: investigation.entry,
        facts: investigation.facts,
        basis: basisOf(investigation.basis),
        benchmark: investigation.benchmark ?? null,
        ...withoutBenchmark(investigation),
        discretion: investigation.discretion ?? null,
        // Only where there is one: files reviewed before it was recorded keep their digest.
        ...(investigation.grading !== undefined && { grading: gradingOf(investigation.grading) }),
        goodsValueFen: investigation.goodsValueFen ?? null,
        illegalGainsFen: investigation.illegalGainsFen ?? null,
        marks: marksOf(investigation.marks),
        ...establishedOf(investigation),
        ...(investigation.breaches !== undefined && { breaches: investigation.breaches.map(breachOf) }),
        proposal: outcomeOf(investigation.proposal),
        report: investigation.report.sha256,
      };

const evidenceOf = ({ evidence }: CaseFile) => ({
  pieces: evidence.pieces.map(({ entry, kind, what, takenOn, hashes, excluded }) => {
    // Only where it is excluded: files reviewed before that was recorded keep their digest.
    const ground = excluded && { excluded: excluded.ground };
    return { entry, kind, what, takenOn, hashes: [...hashes], ...ground };
  }),
  tests: evidence.tests.map(({ entry, commissionedOn, resultOn = null, toldOn = null }) => {
    return { entry, commissionedOn, resultOn, toldOn };
  }),
});

/** What was taken, not what became of it; a list that was recorded as one text is its text. */
const listOf = (goods: CaseFile['goods'], entry: number) => {
  const lines = goodsOf({ goods }, entry);
  return lines.length === 0 || lines.some(({ asText }) => asText === true)
    ? {}
    : {
        lines: lines.map(({ what, quantity, unit, fen = null, noValue = null }) => {
          return { what, quantity, unit, fen, noValue };
        }),
      };
};

/** That a measure was taken, not how long it lasts: lifting it on its day changes nothing that was reviewed. */
const measuresOf = ({ seizures, corrections, preservations, goods }: CaseFile) => ({
  seizures: seizures.map(({ entry, items, takenOn }) => ({ entry, items, takenOn, ...listOf(goods, entry) })),
  corrections: corrections.map(({ entry, orderedOn, until, verifiedOn = null, corrected = null }) => {
    return { entry, orderedOn, until, verifiedOn, corrected };
  }),
  // Only where there is one: files without keep their digest.
  ...(preservations.length > 0 && {
    preservations: preservations.map(({ entry, takenOn }) => ({ entry, takenOn, ...listOf(goods, entry) })),
  }),
});

const heardOf = ({ statements, hearing }: CaseFile) => ({
  statements: statements.made.map(({ entry, hash }) => ({ entry, hash })),
  rechecks: statements.rechecks.map(({ entry, result, reason }) => ({ entry, result, reason })),
  hearings: [...(hearing.earlier ?? []), ...(hearing.sessions ?? []), hearing.held, hearing.report]
    .filter((record) => record !== undefined)
    .map(({ entry, hash }) => ({ entry, hash })),
});

const amendedOf = ({ entries }: CaseFile) =>
  entries
    .filter(({ attributes, state }) => state !== 'standing' && attributes.inDossier === true)
    .map(({ entry, state, changedBy = null }) => ({ entry, state, changedBy }));

/** Plain JSON without gaps (`null` for missing values); the review is bound to its digest. */
export const dossier = (file: CaseFile) => ({
  // Only of a party that was joined: a review of one is none of another.
  ...(file.ofParty !== undefined && { ofParty: file.ofParty }),
  filing: filingOf(file),
  findings: findingsOf(file),
  evidence: evidenceOf(file),
  measures: measuresOf(file),
  heard: heardOf(file),
  amended: amendedOf(file),
});

/** An order to correct says what the law demands anyway; what is found when it is verified is evidence. */
const ordersSince = ({ corrections }: CaseFile, sent: number): CaseFile['corrections'] =>
  corrections.filter(({ entry, verifiedOn }) => entry <= sent || verifiedOn !== undefined);

/** What was said after the file was sent has been re-checked, nothing of it was adopted, and no hearing was held. */
const saysNothingNew = (file: CaseFile, sent: number): boolean =>
  file.hearing.held === undefined &&
  (file.hearing.sessions ?? []).length === 0 &&
  (file.hearing.earlier ?? []).length === 0 &&
  allRechecked(file) &&
  file.statements.rechecks.every(({ entry, result }) => entry < sent || result === 'not-adopted');

const silent: ReadonlySet<string> = new Set(['StatementMade', 'StatementRechecked', 'CorrectionOrdered']);

/**
 * The same without what came in since the last sending and asks for no other review: SAMR-P 58 demands a re-check
 * (复核) of what the party says, and a review after a hearing (50(2)) or of another file. Only this may be left out, so
 * that it is the file that was reviewed, or another one.
 */
export const reviewedDossier = (file: CaseFile) => {
  const sent = file.reviews.at(-1)?.entry;
  if (sent === undefined || !saysNothingNew(file, sent)) return dossier(file);
  const { statements, entries } = file;
  return dossier({
    ...file,
    corrections: ordersSince(file, sent),
    statements: {
      ...statements,
      made: statements.made.filter(({ entry }) => entry < sent),
      rechecks: statements.rechecks.filter(({ entry }) => entry < sent),
    },
    entries: entries.filter(({ entry, type }) => entry < sent || !silent.has(type)),
  });
};
