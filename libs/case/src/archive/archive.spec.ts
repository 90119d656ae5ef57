import { byThoseInCharge } from '../execution/provisions.js';
import { eventAttributes } from '../event-types.js';
import {
  disposedOf,
  firstBreach,
  investigated,
  minorPenalty,
  paid,
  seizedAt,
  served,
  summaryFinished,
} from '../histories.testing.js';
import { fileOf, given, happened, paper, type Happened } from '../testing.js';
import { afterClosure, archivedOnce } from './archive.js';
import { volumes } from './volumes.js';

const archive = { on: '2026-09-10', by: 'lin', act: 'archive/archive', entry: {} } as const;
const closedAt = (approval: number): readonly Happened[] => [
  happened('ApprovalRequested', '2026-09-03', 'lin', { matter: 'closure', terms: { ground: 'executed' } }),
  happened('ApprovalGiven', '2026-09-03', 'tang', { approval, matter: 'closure' }),
  happened('CaseClosed', '2026-09-03', 'tang', { approval, ground: 'executed' }),
];
// 0 lead, 1–3 filing, 4 scene, 5 report, 6–7 review, 8 proposal, 9 notice, 10 decision, 11 service, 12 payment
const ordinary = [...served(minorPenalty), paid('2026-06-20', 'fine', 100_000), ...closedAt(13)];

describe('the archive', () => {
  it('puts the entries in the order of article 78', () => {
    given(...ordinary)
      .when(archive)
      .then({
        type: 'CaseArchived',
        data: { mainVolume: [1, 2, 3, 10, 11, 9, 4, 12], subVolume: [0, 5, 6, 7, 13, 14, 15, 8] },
      });
  });

  it('leaves withdrawn entries out of the main volume and lists them in the other', () => {
    const added = happened('EvidenceAdded', '2026-03-12', ['lin', 'gao'], {
      officers: ['lin', 'gao'],
      kind: '书证',
      what: '台账',
      provider: '赵一鸣',
      papers: [paper('ledger')],
    });
    const withdrawn = happened('EntryWithdrawn', '2026-06-12', 'lin', { entry: 12, reason: '重复' });
    const { mainVolume, subVolume } = volumes(fileOf(...served(firstBreach), added, withdrawn));
    expect(mainVolume).not.toContain(12);
    expect(subVolume.at(-1)).toBe(12);
    expect([...mainVolume, ...subVolume].sort((a, b) => a - b)).toStrictEqual(
      Array.from({ length: 14 }, (_, entry) => entry),
    );
  });

  it('78, SAMR-C 37: a correction or confirmation is filed with its entry, of a withdrawn one in the sub-volume', () => {
    const changes = { summary: '举报人称' };
    const ofLead = happened('EntryCorrected', '2026-03-12', 'lin', { entry: 0, changes, reason: '笔误' });
    const evidence = happened('EvidenceAdded', '2026-03-12', ['lin', 'gao'], {
      officers: ['lin', 'gao'],
      kind: '书证',
      what: '台账',
      provider: '赵一鸣',
      papers: [paper('ledger')],
    });
    const confirmed = happened('EntryConfirmed', '2026-03-12', 'gao', { entry: 6 });
    const history = [...investigated, ofLead, evidence, confirmed];
    expect(volumes(fileOf(...history))).toStrictEqual({ mainVolume: [1, 2, 3, 4, 6, 7], subVolume: [0, 5] });
    const withdrawn = happened('EntryWithdrawn', '2026-03-13', 'lin', { entry: 6, reason: '重复' });
    expect(volumes(fileOf(...history, withdrawn)).mainVolume).toStrictEqual([1, 2, 3, 4]);
  });

  it('78: a transfer to the police is no evidence: reports aside, letters and answers last, goods before them', () => {
    const headings = ([...types]: readonly (keyof typeof eventAttributes)[]) => [
      ...new Set(types.map((type) => eventAttributes[type].volume)),
    ];
    expect(headings(['CrimeTransferProposed', 'CrimeTransferDecided'])).toStrictEqual(['other-sub']);
    expect(
      headings([
        'CrimeTransferSent',
        'PoliceAnswered',
        'ReconsiderationAsked',
        'ReconsiderationAnswered',
        'CriminalOutcomeRecorded',
      ]),
    ).toStrictEqual(['other-main']);
    expect(headings(['GoodsHandedToPolice'])).toStrictEqual(['property']);
  });

  it('keeps who looked at the reporter out of the main volume', () => {
    const look = happened('ReporterIdentityLookedAt', '2026-06-12', 'lin', { purpose: '核实' });
    expect(volumes(fileOf(...served(firstBreach), look)).subVolume).toContain(12);
  });

  it('puts what leaders said of seizures aside, goods among the property papers', () => {
    const file = fileOf(...served(minorPenalty), ...seizedAt(12, '原料'), disposedOf('2026-07-06'));
    const { mainVolume, subVolume } = volumes(file);
    expect(subVolume.slice(-2)).toStrictEqual([12, 13]);
    expect(mainVolume.slice(-1)).toStrictEqual([15]);
  });

  it('comes after the closure, once, by those in charge', () => {
    given(...served(minorPenalty))
      .when(archive)
      .thenRefused(afterClosure);
    given(...ordinary, happened('CaseArchived', '2026-09-08', 'lin', { mainVolume: [], subVolume: [] }))
      .when(archive)
      .thenRefused(archivedOnce);
    given(...ordinary)
      .when({ ...archive, by: 'tang' })
      .thenRefused(byThoseInCharge);
  });

  it('takes in what was entered since: SAMR-P 78 leaves nothing of the case out', () => {
    const archived = [
      ...ordinary,
      happened('CaseArchived', '2026-09-08', 'lin', { mainVolume: [], subVolume: [] }),
    ];
    const accepted = happened('RemedyAccepted', '2026-09-09', 'lin', {
      kind: 'litigation',
      organ: '朝阳区人民法院',
      number: '（2026）京0105行初9号',
      notice: paper('accepted'),
    });
    const looked = happened('ReporterIdentityLookedAt', '2026-09-09', 'tang', { purpose: '督办' });
    given(...archived, looked)
      .when(archive)
      .thenRefused(archivedOnce);
    given(...archived, accepted)
      .when(archive)
      .thenRecords('CaseArchived');
    const { mainVolume, subVolume } = volumes(fileOf(...archived, accepted));
    expect([...mainVolume, ...subVolume]).toContain(17);
  });

  it('is remembered with its entry and its day', () => {
    const archived = happened('CaseArchived', '2026-09-10', 'lin', { mainVolume: [], subVolume: [] });
    expect(fileOf(...ordinary, archived).archived).toStrictEqual({ entry: 16, archivedOn: '2026-09-10' });
  });

  it('takes a case decided on the spot as well, with its note', () => {
    given(...summaryFinished, ...closedAt(5))
      .when({ ...archive, entry: { note: '简易程序' } })
      .then({
        type: 'CaseArchived',
        data: { mainVolume: [0, 1, 2, 3, 4], subVolume: [5, 6, 7], note: '简易程序' },
      });
  });
});
