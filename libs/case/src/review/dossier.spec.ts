import { addHours } from '@anjuan/law';
import {
  hearingHeld,
  hearingPrepared,
  hearingReported,
  noticeOf,
  recheckedOn,
  statementOf,
} from '../histories-to-decision.testing.js';
import {
  concluded,
  filedAs,
  filingTerms,
  majorPenalty,
  notified,
  proposalApproved,
  seizedAt,
} from '../histories.testing.js';
import { emptyFile } from '../steps.js';
import { digestOf, fileOf, happened, paper, type Happened } from '../testing.js';
import { fileChangedSince } from './changed-since.js';
import { dossier } from './dossier.js';

const before = notified(majorPenalty);
/** Both in what is reviewed and in what the clock of a review looks at. */
const changes = (...more: Happened[]): readonly boolean[] => {
  const file = fileOf(...before, ...more);
  return [
    digestOf(file) !== digestOf(fileOf(...before)),
    fileChangedSince(file, before.length - 1) !== undefined,
  ];
};

const evidence: Happened = happened('EvidenceAdded', '2026-05-06', ['lin', 'gao'], {
  officers: ['lin', 'gao'],
  signedPaper: paper('evidence-signed'),
  kind: '书证',
  what: '销售出库单',
  provider: '赵一鸣',
  papers: [paper('ledger')],
});

const preserved: Happened = happened('EvidencePreserved', '2026-05-06', ['lin', 'gao'], {
  officers: ['lin', 'gao'],
  signedPaper: paper('preserved-signed'),
  items: '账册',
  reason: '可能灭失',
  listHandedOver: true,
  noticeHandedOver: true,
  list: paper('list'),
  urgent: true,
});

describe('the dossier: what makes a review stale', () => {
  it.each<[string, Happened[]]>([
    ['new evidence', [evidence]],
    ['evidence preserved', [preserved]],
    ['a statement', [statementOf('2026-05-06')]],
    ['its re-check', [statementOf('2026-05-06'), recheckedOn('2026-05-07')]],
    ['a hearing', [...hearingPrepared, hearingHeld]],
    ['its report', [...hearingPrepared, hearingHeld, hearingReported]],
    ['a new report', concluded({ kind: 'penalty', penalties: [{ kind: 'warning' }] }).slice(5)],
    ['evidence taken back', [happened('EntryWithdrawn', '2026-05-06', 'lin', { entry: 4, reason: '误录' })]],
    [
      'evidence corrected',
      [
        happened('EntryCorrected', '2026-05-06', 'lin', {
          entry: 4,
          changes: { place: '19号院' },
          reason: '笔误',
        }),
      ],
    ],
    ['goods seized', [...seizedAt(before.length, '腊肠')]],
  ])('%s', (_, more) => {
    expect(changes(...more)).toEqual([true, true]);
  });

  it.each<[string, Happened[]]>([
    ['a new notice', [noticeOf([], '2026-05-06', '2026-05-13')]],
    ['preparing a hearing', [...hearingPrepared]],
    ['an approval', proposalApproved(majorPenalty).slice(-1)],
  ])('and what does not: %s', (_, more) => {
    expect(changes(...more)).toEqual([false, false]);
  });

  it('a second correction of the same entry, in a field that is not itself part of it', () => {
    const corrected = (on: string, place: string): Happened =>
      happened('EntryCorrected', on, 'lin', { entry: 4, changes: { place }, reason: '笔误' });
    const once = [...before, corrected('2026-05-06', '19号院')];
    expect(digestOf(fileOf(...once, corrected('2026-05-07', '20号院')))).not.toBe(digestOf(fileOf(...once)));
  });

  it('keeps the hearing on a notice that was replaced', () => {
    const heardOnce = [...hearingPrepared, hearingHeld, hearingReported];
    const again = [noticeOf([], '2026-05-27', '2026-06-03'), ...hearingPrepared.slice(0, 1)];
    const { hearings } = dossier(fileOf(...before, ...heardOnce, ...again)).heard;
    expect(hearings.map(({ hash }) => hash)).toStrictEqual([
      paper('hearing-record').sha256,
      paper('hearing-report').sha256,
    ]);
  });

  it('is plain JSON without gaps', () => {
    for (const file of [emptyFile, fileOf(...before, evidence)]) {
      expect(JSON.parse(JSON.stringify(dossier(file)))).toStrictEqual(dossier(file));
    }
  });

  it('names no natural person, and stays the same when the name is erased', () => {
    const { kind, name = '', uscc = '' } = filingTerms.party;
    const nameless = { kind, name, uscc };
    const text = digestOf(fileOf(...filedAs(filingTerms)));
    expect(text).not.toContain('赵一鸣');
    expect(text).toBe(digestOf(fileOf(...filedAs({ ...filingTerms, party: nameless }))));
  });

  it('does not depend on the time of day', () => {
    const later = before.map((event) => ({ ...event, recordedAt: addHours(event.recordedAt, 1) }));
    expect(digestOf(fileOf(...later))).toBe(digestOf(fileOf(...before)));
  });
});
