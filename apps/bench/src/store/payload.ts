import type { Json, NewEvent } from '@anjuan/event-store';

/** What every side records: a piece of evidence as an officer enters it, about 700 bytes of JSON. */
export const payload = (n: number) =>
  ({
    kind: '书证',
    what: `进货台账第${n}页，记载2026年1月5日至2月20日购进腊肠原料32箱，其中18箱已超过保质期`,
    provider: '朝阳区禾木食品加工坊',
    papers: [{ sha256: 'a'.repeat(64), name: '进货台账.pdf' }],
    officers: ['0198f2c4-5d1e-8a3b-9c47-1f2e3d4c5b6a', '0198f2c4-5d1e-8a3b-9c47-6a5b4c3d2e1f'],
    signedPaper: { sha256: 'b'.repeat(64), name: '证据提取单.pdf' },
  }) satisfies Json;

export const eventType = 'EvidenceAdded';

export const newEvent = (n: number): NewEvent => ({
  type: eventType,
  v: 1,
  occurredAt: '2026-03-10T02:00:00.000Z',
  actors: [{ person: '0198f2c4-5d1e-8a3b-9c47-1f2e3d4c5b6a', capacity: 'officer' }],
  recordedBy: '0198f2c4-5d1e-8a3b-9c47-1f2e3d4c5b6a',
  agency: '0198f2c4-5d1e-8a3b-9c47-000000000001',
  rules: { lists: '2025-01-01/1', calendar: '2026' },
  data: payload(n),
});

const dataBytes = 600;
const filler = '核查笔录'.repeat(50);

/** Data of 600 bytes of JSON in an envelope of some 300. */
export const eventOf600 = (n: number): NewEvent => {
  const what = `第${String(n).padStart(8, '0')}页，记载`;
  const rest = Math.floor((dataBytes - Buffer.byteLength(JSON.stringify({ kind: '书证', what }))) / 3);
  const envelope = { actors: [], rules: {}, recordedBy: 'officer-17', agency: 'agency-3' };
  return { ...newEvent(n), ...envelope, data: { kind: '书证', what: `${what}${filler.slice(0, rest)}` } };
};

/** The same facts where the others put them: the payload as data, the rest as metadata. */
export const emmettEvent = (n: number) => {
  const { type, data: _, ...metadata } = newEvent(n);
  return { type, data: payload(n), metadata };
};
