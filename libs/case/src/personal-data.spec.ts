import type { CaseEvent } from './case-event.js';
import { replay } from './case.js';
import { onTheSpot, served, majorPenalty } from './histories.testing.js';
import { personalData } from './event-types.js';
import { happened, paper, type Happened } from './testing.js';

const inquiry = happened('InquiryRecorded', '2026-03-13', ['lin', 'gao'], {
  officers: ['lin', 'gao'],
  signedPaper: paper('inquiry-signed'),
  kind: '当事人的陈述',
  person: '赵一鸣',
  record: paper('inquiry'),
});
const evidence = happened('EvidenceAdded', '2026-03-16', ['lin', 'gao'], {
  officers: ['lin', 'gao'],
  signedPaper: paper('evidence-signed'),
  kind: '书证',
  what: '台账',
  provider: '赵一鸣',
  papers: [paper('ledger')],
});
const corrected = happened('EntryCorrected', '2026-03-17', 'lin', {
  entry: 12,
  changes: { person: '赵一名' },
  reason: '笔误',
});

const without = (data: unknown, [field, ...rest]: readonly string[]): unknown => {
  if (field === undefined || typeof data !== 'object' || data === null) return data;
  const fields = Object.entries(data);
  if (rest.length === 0) return Object.fromEntries(fields.filter(([name]) => name !== field));
  return Object.fromEntries(
    fields.map(([name, value]) => [name, name === field ? without(value, rest) : value]),
  );
};

const hidden = (event: Happened): Happened => {
  const pointers = personalData[event.type].map(({ pointer }) => pointer.split('/').slice(1));
  return { ...event, data: pointers.reduce<unknown>(without, event.data) } as Happened;
};
const numbered = (history: readonly Happened[]) =>
  history.map((event, revision) => ({ ...event, revision }) as CaseEvent);

describe('personal data', () => {
  it.each([
    ['an ordinary case', [...served(majorPenalty), inquiry, evidence, corrected]],
    ['a case decided on the spot', onTheSpot],
  ])('can be hidden in %s: the file still replays, and says the same of every step', (_, history) => {
    const shown = replay(numbered(history));
    const file = replay(numbered(history.map(hidden)));
    expect(JSON.stringify(file)).not.toMatch(/赵一鸣|赵一名|王树林/);
    expect(file.revision).toBe(shown.revision);
    expect(file.evidence.pieces.map(({ entry }) => entry)).toStrictEqual(
      shown.evidence.pieces.map(({ entry }) => entry),
    );
    expect(file.service).toStrictEqual(shown.service);
    expect(file.summary?.penalties).toStrictEqual(shown.summary?.penalties);
  });
});
