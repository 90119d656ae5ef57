import { chinaCalendar } from '@anjuan/law';
import type { CaseEvent } from '../case-event.js';
import { deadlines } from '../deadlines.js';
import { decided, filed, investigated, lead, majorPenalty, seizedAt, served } from '../histories.testing.js';
import { readyToDecide, statementOf } from '../histories-to-decision.testing.js';
import { decidedAfter } from '../histories.testing.js';
import { fileOf, happened, morningOf, sampleLists, type Happened } from '../testing.js';
import { eventVersions } from '../event-versions.js';
import { compliance } from './compliance.js';
import { leftBy } from './left-by.js';

const measured = (today: string, ...history: readonly Happened[]) => {
  const file = fileOf(...history);
  return compliance({
    file,
    history: history.map((event, revision) => ({ ...event, revision }) as CaseEvent),
    deadlines: deadlines(file, { calendar: chinaCalendar, today }),
    lists: sampleLists,
    today,
  });
};
const fault = (id: string, today: string, ...history: readonly Happened[]) =>
  measured(today, ...history).fatal.find((finding) => finding.id === id);
const whole = decidedAfter(readyToDecide(majorPenalty), majorPenalty);

describe('the fatal list', () => {
  it('is met by the entries of a case that went its way', () => {
    const states = Object.fromEntries(
      measured('2026-06-05', ...whole).fatal.map(({ id, state }) => [id, state]),
    );
    expect(states).toMatchObject({
      'FATAL-01': 'met',
      'FATAL-02': 'met',
      'FATAL-12': 'met',
      'FATAL-13': 'not-applicable',
      'FATAL-14': 'met',
      'FATAL-15': 'met',
      'FATAL-17': 'met',
      'FATAL-18': 'met',
      'FATAL-19': 'met',
      'FATAL-20': 'met',
      'FATAL-21': 'met',
    });
    expect(Object.values(states)).not.toContain('not-met');
  });

  it('says what is still open, and what is not yet asked', () => {
    expect(fault('FATAL-01', '2026-03-02', ...lead)).toMatchObject({ state: 'not-applicable' });
    expect(fault('FATAL-14', '2026-06-05', ...decided(majorPenalty))).toMatchObject({ state: 'met' });
    expect(fault('FATAL-17', '2026-06-05', ...decided(majorPenalty))).toMatchObject({
      state: 'not-met',
      entries: [10],
    });
  });

  it('finds what was typed in after the decision', () => {
    const late = { ...statementOf('2026-05-08'), recordedAt: morningOf('2026-06-06') };
    expect(fault('FATAL-15', '2026-06-06', ...whole, late)).toMatchObject({
      state: 'not-met',
      entries: [whole.length],
    });
    expect(measured('2026-06-06', ...whole, late).late).toStrictEqual([whole.length]);
  });

  it('finds a seizure over its term, a test nobody was told of, an entry not confirmed', () => {
    expect(fault('FATAL-25', '2026-05-01', ...investigated, ...seizedAt(5, '腊肠'))).toMatchObject({
      state: 'not-met',
    });
    expect(fault('FATAL-25', '2026-04-01', ...investigated, ...seizedAt(5, '腊肠'))).toMatchObject({
      state: 'met',
    });
    const test = happened('TestCommissioned', '2026-03-12', 'lin', {
      body: '检验院',
      periodDays: 20,
      toldInWriting: true,
    });
    const result = happened('TestResultRecorded', '2026-03-30', 'lin', {
      test: 5,
      kind: '鉴定意见',
      what: '检验报告',
      report: { sha256: 'a'.repeat(64), name: 'report' },
    });
    expect(fault('FATAL-14', '2026-04-01', ...investigated, test, result)).toMatchObject({
      state: 'not-met',
      entries: [5],
    });
    const alone = happened('SceneRecorded', '2026-03-11', ['lin', 'gao'], {
      officers: ['lin', 'gao'],
      kind: '现场笔录',
      what: '现场检查',
      place: '东苇路18号院',
      credentialShown: true,
      record: { sha256: 'b'.repeat(64), name: 'scene' },
    });
    expect(fault('FATAL-02', '2026-03-12', ...filed, alone)).toMatchObject({
      state: 'not-met',
      entries: [4],
    });
  });

  it('finds another agency competent', () => {
    const dispute = happened('JurisdictionDisputed', '2026-03-12', 'lin', {
      agency: '通州',
      reason: '先立案',
    });
    expect(fault('FATAL-01', '2026-03-13', ...investigated, dispute)).toMatchObject({
      state: 'not-met',
      entries: [5],
    });
  });
});

describe('the rest of it', () => {
  it('knows for every entry which acts leave it', () => {
    const types = new Set(Object.values(leftBy).flatMap((left) => left.map(({ type }) => type)));
    expect(Object.keys(eventVersions).filter((type) => !types.has(type as CaseEvent['type']))).toStrictEqual(
      [],
    );
    const matters = Object.values(leftBy).flatMap((left) => left.flatMap(({ matter }) => matter ?? []));
    expect(new Set(matters).size).toBeGreaterThan(8);
  });

  it('fills the reviewer’s eight points', () => {
    const { checklist } = measured('2026-06-05', ...whole);
    expect(checklist.map(({ point }) => point)).toHaveLength(8);
    expect(checklist.every(({ findings }) => findings.length > 0)).toBe(true);
  });

  it('names for each provision the entries that were asked for it', () => {
    const { provisions } = measured('2026-06-08', ...served(majorPenalty));
    const of = (id: string) => provisions.find(({ provision }) => provision.id === id);
    expect(of('decision/only-one')).toMatchObject({ state: 'met', entries: [10], acts: ['decision/make'] });
    expect(of('closure/case-under-way')).toMatchObject({ state: 'not-asked', entries: [] });
  });

  it('keeps missed clocks in sight', () => {
    expect(measured('2026-08-01', ...investigated).missed.map(({ id }) => id)).toContain('C21');
  });
});
