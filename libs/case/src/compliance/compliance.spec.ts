import { shortCite, type SwitchedOff } from '@anjuan/law';
import { acts } from '../case.js';
import { eventVersions } from '../event-types.js';
import {
  concluded,
  decidedAfter,
  filed,
  investigated,
  lead,
  majorPenalty,
  minorPenalty,
  notified,
  seizedAt,
  served,
} from '../histories.testing.js';
import { noticeOf, readyToDecide, statementOf } from '../histories-to-decision.testing.js';
import { penaltiesOf } from '../penalty/heavier.js';
import { happened, morningOf, paper, type Happened } from '../testing.js';
import { checkPoints, type CheckPoint } from './checklist.js';
import { unproven } from './faulty-histories.testing.js';
import { but, measured } from './measured.testing.js';

const whole = decidedAfter(readyToDecide(majorPenalty), majorPenalty);

describe('the fatal list', () => {
  it('has nothing to say of a case that went its way', () => {
    const { fatal } = measured('2026-06-05', whole);
    expect(fatal.filter(({ state }) => state === 'not-met' || state === 'open')).toStrictEqual([]);
    expect(fatal.filter(({ state }) => state === 'met')).toHaveLength(12);
  });

  it('APL 45(2): finds a notice heavier than the one after which the party spoke, though that was served again', () => {
    const { fatal } = measured('2026-05-25', [
      ...notified(minorPenalty),
      statementOf('2026-05-08'),
      noticeOf(penaltiesOf(minorPenalty), '2026-05-13', '2026-05-20'),
      noticeOf(penaltiesOf(majorPenalty), '2026-05-20', '2026-05-27'),
    ]);
    expect(fatal.find(({ id }) => id === 'penalty-out-of-bounds')).toMatchObject({
      state: 'not-met',
      entries: [12],
    });
  });

  it('asks nothing yet of a lead', () => {
    const applicable = measured('2026-03-02', lead).fatal.filter(({ state }) => state !== 'not-applicable');
    expect(applicable).toStrictEqual([]);
  });

  it('says under which articles', () => {
    const [first] = measured('2026-03-02', lead).fatal;
    expect(first?.cites.map(shortCite)).toStrictEqual(['APL 17', 'APL 22', 'APL 38(1)']);
  });
});

describe('the reviewer’s eight points', () => {
  const dispute = happened('JurisdictionDisputed', '2026-03-12', 'lin', { agency: '通州', reason: '先立案' });
  const withShen = happened('SceneRecorded', '2026-04-13', ['lin', 'shen'], {
    officers: ['lin', 'shen'],
    signedPaper: paper('signed'),
    kind: '现场笔录',
    what: '复查',
    place: '东苇路',
    credentialShown: true,
    record: paper('scene'),
  });
  const excluded = happened('EvidenceExcluded', '2026-04-15', 'lin', {
    piece: 4,
    ground: 'not-verified',
    reason: '复印件无法核对',
  });
  const reported = happened('CrimeTransferProposed', '2026-03-12', ['lin', 'gao'], {
    officers: ['lin', 'gao'],
    signedPaper: paper('signed'),
    offence: '非法经营罪',
    report: paper('report'),
  });
  type Difference = readonly [before: readonly Happened[], after: readonly Happened[]];
  const differences: Readonly<Record<CheckPoint, Difference>> = {
    body: [investigated, [...investigated, dispute]],
    officers: [investigated, [...investigated, withShen]],
    procedure: [investigated, [...investigated, ...seizedAt(5, '腊肠')]],
    facts: [concluded(minorPenalty), [...concluded(minorPenalty), excluded]],
    law: [investigated, concluded(minorPenalty)],
    powers: [concluded(minorPenalty), but(concluded(minorPenalty), 'InvestigationConcluded', { basis: [] })],
    documents: [served(minorPenalty), but(served(minorPenalty), 'DecisionServed', unproven)],
    crime: [investigated, [...investigated, reported]],
  };
  const found = (point: string, history: readonly Happened[]) =>
    measured('2026-06-30', history)
      .checklist.find((one) => one.point === point)
      ?.findings.map(({ id, state }) => `${id} ${state}`);

  it('are eight, each in both languages and with findings of its own', () => {
    const { checklist } = measured('2026-06-05', whole);
    expect(checklist.map(({ point }) => point)).toStrictEqual(Object.keys(checkPoints));
    expect(checklist).toHaveLength(8);
    expect(checklist.every(({ findings }) => findings.length > 0)).toBe(true);
  });

  it.each(Object.entries(differences))('%s: an entry makes a difference', (point, [before, after]) => {
    expect(found(point, before)).not.toStrictEqual(found(point, after));
    expect(found(point, after)).toHaveLength(found(point, before)?.length ?? 0);
  });
});

describe('the provisions', () => {
  it('are known by the entries that the acts leave', () => {
    const types = new Set<string>(Object.values(acts).map(({ records }) => records));
    expect(Object.keys(eventVersions).filter((type) => !types.has(type))).toStrictEqual([]);
    const matters = Object.values(acts).flatMap(({ matter }) => matter ?? []);
    expect(new Set(matters).size).toBeGreaterThan(8);
  });

  const of = (id: string, history: readonly Happened[], switches: readonly SwitchedOff[] = []) =>
    measured('2026-06-08', history, switches).provisions.find(({ provision }) => provision.id === id);

  it('are met by the entries of the acts that ask them', () => {
    expect(of('decision/only-one', served(majorPenalty))).toMatchObject({
      state: 'met',
      entries: [10],
      acts: ['decision/make'],
    });
    expect(of('closure/case-under-way', served(majorPenalty))).toMatchObject({
      state: 'not-asked',
      entries: [],
      unasked: [],
    });
  });

  it('are not met by an entry that was withdrawn', () => {
    const id = 'evidence/credential-shown-at-the-scene';
    const withdrawn = happened('EntryWithdrawn', '2026-03-12', 'lin', { entry: 4, reason: '误录' });
    expect(of(id, investigated)).toMatchObject({ state: 'met', entries: [4] });
    expect(of(id, [...investigated, withdrawn])).toMatchObject({ state: 'not-asked', entries: [] });
  });

  it('are shown as switched off, with the reason, where the data do not ask them', () => {
    const off = (provision: SwitchedOff['provision'], validTo?: string): SwitchedOff => ({
      provision,
      domains: ['market-supervision'],
      why: '本局未建档次',
      validFrom: '2026-03-01',
      ...(validTo !== undefined && { validTo }),
    });
    const range = off('investigation/range-in-order');
    const history = concluded(minorPenalty);
    expect(of(range.provision, history)).toMatchObject({ state: 'met', entries: [5] });
    expect(of(range.provision, history, [range])).toMatchObject({
      state: 'switched-off',
      why: '本局未建档次',
      entries: [],
      unasked: [5],
    });
    const again = [
      ...history,
      ...history.slice(-1).map((one) => ({ ...one, occurredAt: morningOf('2026-05-06') })),
    ];
    expect(of(range.provision, again, [off(range.provision, '2026-04-30')])).toMatchObject({
      state: 'met',
      entries: [6],
      unasked: [5],
      why: '本局未建档次',
    });
    expect(of(range.provision, filed, [range])).toMatchObject({ state: 'switched-off', unasked: [] });
    expect(of(range.provision, filed, [off(range.provision, '2026-04-30')])).not.toHaveProperty('why');
  });
});

describe('what is late', () => {
  it('is every entry typed in too late, and every clock missed', () => {
    const late = { ...statementOf('2026-05-08'), recordedAt: morningOf('2026-06-06') };
    expect(measured('2026-06-06', [...whole, late]).late).toStrictEqual([whole.length]);
    expect(measured('2026-06-06', whole).late).toStrictEqual([]);
    expect(measured('2026-08-01', investigated).missed.map(({ id }) => id)).toContain('decision-period');
  });
});
