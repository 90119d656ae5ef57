/** A server whose clock was ahead, then right again: what is entered after is never before what was. */
import { happenedAt, lateEntryExplained, notInTheFuture } from '@anjuan/procedure';
import { actions, decide } from './case.js';
import { decideErasure } from './erasure/erasure.js';
import { atHead, notBehind } from './head.js';
import { filed, inspected, onTheSpot, termsOn } from './histories.testing.js';
import { contextOn, fileOf, given, happened, morningOf, paper } from './testing.js';

describe('the law’s now', () => {
  const file = fileOf(...filed);

  it('is that of the clock after the last entry, and that of the last entry before', () => {
    expect(notBehind(file, morningOf('2026-03-11'))).toBe(morningOf('2026-03-11'));
    expect(notBehind(file, morningOf('2026-03-09'))).toBe(morningOf('2026-03-10'));
    expect(notBehind({ entries: [] }, morningOf('2026-03-09'))).toBe(morningOf('2026-03-09'));
  });

  it('moves the day with it, and leaves what is right as it is', () => {
    const behind = contextOn('2026-03-01', 'lin', file);
    expect(atHead(file, behind)).toMatchObject({ now: morningOf('2026-03-10'), today: '2026-03-10' });
    const right = contextOn('2026-03-11', 'lin', file);
    expect(atHead(file, right)).toBe(right);
  });

  it('dates an act inside the program', () => {
    const requested = [
      ...inspected,
      happened('ApprovalRequested', '2026-03-10', 'lin', { matter: 'filing', terms: termsOn() }),
    ];
    const standing = fileOf(...requested);
    const events = decide(
      'initiation/approve-filing',
      { approval: 2 },
      standing,
      contextOn('2026-03-05', 'tang', standing),
    );
    expect(events.map(({ occurredAt }) => occurredAt)).toStrictEqual(
      events.map(() => morningOf('2026-03-10')),
    );
    expect(events.at(-1)?.data).toMatchObject({ filedOn: '2026-03-10' });
  });

  it('is what an act outside happened before, and how late it is entered', () => {
    const entry = {
      officers: ['lin', 'gao'],
      kind: '书证',
      what: '台账',
      provider: '赵一鸣',
      papers: [paper('ledger')],
    } as const;
    const add = (occurredAt: string) =>
      given(...filed).when({
        on: '2026-03-02',
        by: 'lin',
        act: 'evidence/add',
        entry: { ...entry, occurredAt },
      });
    add(morningOf('2026-03-10')).thenRecords('EvidenceAdded');
    add(morningOf('2026-03-08')).thenRefused(lateEntryExplained);
    add(morningOf('2026-03-11')).thenRefused(notInTheFuture);
  });

  it('is that of what may be done next, and of an erasure', () => {
    const before = contextOn('2026-03-05', 'lin', file);
    expect(actions(file, before)).toStrictEqual(actions(file, atHead(file, before)));
    const over = fileOf(
      ...onTheSpot,
      happened('CaseClosed', '2026-06-20', 'tang', { approval: 0, ground: 'executed' }),
    );
    const beside = {
      ...over,
      personal: [{ kind: 'reporter', digest: 'of the name', entry: 0 }],
      erasures: [],
    };
    const requested = decideErasure(
      'erasure/ask',
      { kinds: ['reporter'], ground: '本人申请' },
      beside,
      contextOn('2026-06-18', 'lin', over),
    );
    expect(requested.map((event) => happenedAt(event, contextOn('2026-06-18', 'lin', over)))).toStrictEqual([
      morningOf('2026-06-20'),
    ]);
  });
});
