import type { Party } from '@anjuan/case';
import {
  concluded,
  entry,
  filed,
  filedAs,
  filingRequested,
  fine,
  instalmentsAskedFor,
  lead,
  notified,
  reviewed,
  sent,
  served,
  statement,
  terms,
  viewCaseOf,
  type Entry,
} from '../../testing.js';
import { chinaCalendar, marketSupervision } from '@anjuan/law';
import { docketBy, type DocketRow } from './docket.js';
import { stageOf } from './stage.js';

const docket = docketBy({ calendar: chinaCalendar, packs: [marketSupervision] });

const rowOf = (...history: readonly Entry[]): DocketRow => {
  const [row] = docket.rows(viewCaseOf(history));
  return row as DocketRow;
};

describe('docket', () => {
  it('gives a case one row with its numbers, party and handlers', () => {
    expect(rowOf(...served)).toMatchObject({
      caseId: 'a-case',
      agency: 'an-agency',
      number: '朝市监案〔2026〕1号',
      documentNumber: '朝市监处罚〔2026〕1号',
      cause: '使用超过保质期的食品原料生产食品',
      partyKind: 'entity',
      partyName: '京味源肉制品有限公司',
      handlers: ['lin', 'gao'],
      openedOn: '2026-03-02',
      filedOn: '2026-03-10',
      revision: 10,
    });
  });

  it('puts a lead on the docket of who took it down and of those it shall be filed with', () => {
    expect(rowOf(lead).handlers).toStrictEqual(['lin']);
    expect(rowOf(...filingRequested)).toMatchObject({
      number: null,
      partyName: null,
      handlers: ['lin', 'gao'],
    });
  });

  it('names no party whose personal data were erased', () => {
    const erased: unknown = { _sd: 'digest' };
    const party = { kind: 'natural-person', person: erased } as Party;
    const history = filedAs({ ...terms, party });
    expect(rowOf(...history)).toMatchObject({ partyKind: 'natural-person', partyName: null });
  });

  it('says what is known of a party that nobody knows yet, until it is identified or that was erased', () => {
    const partyDescribed = '无招牌促销摊位的经营者';
    const unknown = { ...terms, party: { kind: 'individual-business' }, partyUnknown: true } as const;
    const history = filedAs({ ...unknown, partyDescribed });
    const seen = { partyKind: 'individual-business', partyName: null };
    expect(rowOf(...history)).toMatchObject({ ...seen, partyDescribed });
    const erased: unknown = { _sd: 'digest' };
    expect(rowOf(...filedAs({ ...unknown, partyDescribed: erased as string }))).toMatchObject({
      ...seen,
      partyDescribed: null,
    });
    const party = { kind: 'individual-business', name: '朝阳区拾光百货店' } as const;
    const found = entry('PartyIdentified', '2026-03-12', 'lin', { party, evidence: [1], how: '租赁合同' });
    expect(rowOf(...history, found)).toMatchObject({ partyName: '朝阳区拾光百货店', partyDescribed: null });
    expect(rowOf(...filed)).toMatchObject({ partyDescribed: null });
  });

  it('shows the clocks that run, the earliest first', () => {
    const { dates } = rowOf(...notified);
    expect(dates.map(({ id, due }) => ({ id, due }))).toStrictEqual([
      { id: 'statement', due: '2026-05-11' },
      { id: 'decision-period', due: '2026-06-08' },
    ]);
  });

  it('keeps a clock that was missed, and leaves out one that was met', () => {
    const late = entry('LeadReceived', '2026-03-02', 'lin', {
      source: '',
      summary: '',
      receivedOn: '2026-01-05',
      realName: false,
    });
    expect(rowOf(late).dates.map(({ id }) => id)).toStrictEqual(['lead-check']);
    expect(rowOf(...filed).dates.map(({ id }) => id)).not.toContain('lead-check');
  });
});

describe('stage of a case', () => {
  const stage = (...history: readonly Entry[]) => stageOf(viewCaseOf(history).file);
  const hearingRequested = entry('HearingRequested', '2026-05-08', 'lin', { inTime: true });
  const discussion = [
    entry('DiscussionOpened', '2026-05-18', 'he', {
      attending: ['he', 'tang'],
      handlersReport: ['lin'],
      chair: 'he',
    }),
    entry('DiscussionConcluded', '2026-05-18', 'he', {
      outcome: fine,
      conclusion: '同意',
      discussion: 9,
    }),
  ];
  const closed = [...served, entry('CaseClosed', '2026-07-01', 'tang', { approval: 1, ground: 'executed' })];

  it.each([
    ['lead', filingRequested],
    [
      'not-filed',
      [
        ...filingRequested.slice(0, 1),
        entry('LeadNotFiled', '2026-03-10', 'tang', {
          approval: 1,
          ground: 'no-fault',
          reason: '没有主观过错',
        }),
      ],
    ],
    ['filed', filed],
    ['investigating', concluded],
    ['in-review', [...concluded, sent('2026-04-22', '2026-05-09')]],
    ['in-review', reviewed],
    [
      'investigating',
      [
        ...concluded,
        sent('2026-04-22', '2026-05-09'),
        entry('LegalReviewOpinionGiven', '2026-04-28', 'fang', { opinion: 'correct', sent: 5, digest: 'd' }),
      ],
    ],
    ['notified', notified],
    ['notified', [...notified, statement]],
    ['hearing', [...notified, hearingRequested]],
    [
      'notified',
      [
        ...notified,
        hearingRequested,
        entry('HearingEnded', '2026-05-12', 'qiu', { ground: 'withdrawn', reason: '撤回' }),
      ],
    ],
    ['discussed', [...notified, ...discussion]],
    ['notified', [...notified, ...discussion.slice(0, 1)]],
    ['decided', served.slice(0, -1)],
    ['served', served],
    ['executing', [...served, instalmentsAskedFor]],
    ['closed', closed],
    ['archived', [...closed, entry('CaseArchived', '2026-07-20', 'lin', { mainVolume: [], subVolume: [] })]],
  ] as const)('is %s', (expected, history) => {
    expect(stage(...history)).toBe(expected);
  });
});
