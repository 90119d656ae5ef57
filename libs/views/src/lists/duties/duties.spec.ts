import {
  concluded,
  entry,
  filed,
  filingRequested,
  fine,
  lead,
  notified,
  sent,
  served,
  viewCaseOf,
  type Entry,
} from '../../testing.js';
import { dutiesView, type DutyRow } from './duties.js';

const rows = (history: readonly Entry[]) => dutiesView.rows(viewCaseOf(history)) as readonly DutyRow[];
const borne = (history: readonly Entry[]) =>
  rows(history).map(({ duty, person, entry: number }) => [duty, person, number]);
const handlers = [
  ['handler', 'lin', null],
  ['handler', 'gao', null],
];

describe('duties in a case', () => {
  it('are of who took the lead down and of whom a request for filing names, then of the handlers', () => {
    expect(borne([lead])).toStrictEqual([['lead', 'lin', null]]);
    expect(borne(filingRequested)).toStrictEqual([
      ['lead', 'lin', null],
      ['lead', 'gao', null],
      ['approval', null, 1],
    ]);
    expect(borne(filed)).toStrictEqual(handlers);
    expect(rows(filed)[0]).toMatchObject({
      caseId: 'a-case',
      agency: 'an-agency',
      number: '朝市监案〔2026〕1号',
      cause: '使用超过保质期的食品原料生产食品',
      stage: 'filed',
      openedOn: '2026-03-02',
    });
  });

  it('are of those named to check the lead, until it is dealt with together with another', () => {
    const named = entry('LeadCheckersNamed', '2026-03-03', 'zhou', { checkers: ['gao'] });
    expect(borne([lead, named])).toStrictEqual([['lead', 'gao', null]]);
    const merged = entry('LeadMerged', '2026-03-04', 'tang', {
      ground: 'same-matter',
      into: '朝市监案〔2026〕1号',
      reason: '同一事实',
    });
    expect(borne([lead, named, merged])).toStrictEqual([]);
  });

  it('end with a lead that is not filed, and with the archive, not with the closure', () => {
    const notFiled = entry('LeadNotFiled', '2026-03-10', 'tang', {
      approval: 1,
      ground: 'no-fault',
      reason: '没有主观过错',
    });
    expect(borne([lead, notFiled])).toStrictEqual([]);
    const closed = [
      ...served,
      entry('CaseClosed', '2026-07-01', 'tang', { approval: 1, ground: 'executed' }),
    ];
    expect(borne(closed)).toStrictEqual(handlers);
    const archived = entry('CaseArchived', '2026-07-20', 'lin', { mainVolume: [], subVolume: [] });
    expect(borne([...closed, archived])).toStrictEqual([]);
  });

  it('are to confirm what another officer has entered for both', () => {
    const inspected = entry('SceneRecorded', '2026-03-11', 'lin', {
      officers: ['lin', 'gao'],
      kind: '现场笔录',
      what: '现场检查',
      place: '东苇路18号院',
      credentialShown: true,
      record: { sha256: 'a'.repeat(64), name: '笔录' },
    });
    expect(borne([...filed, inspected])).toStrictEqual([...handlers, ['confirmation', 'gao', 4]]);
    const confirmed = entry('EntryConfirmed', '2026-03-12', 'gao', { entry: 4 });
    expect(borne([...filed, inspected, confirmed])).toStrictEqual(handlers);
    const withdrawn = entry('EntryWithdrawn', '2026-03-12', 'lin', { entry: 4, reason: '误录' });
    expect(borne([...filed, inspected, withdrawn])).toStrictEqual(handlers);
  });

  it('are of any reviewer while a review is open', () => {
    expect(borne([...concluded, sent('2026-04-22', '2026-05-09')])).toStrictEqual([
      ...handlers,
      ['legal-review', null, 5],
    ]);
  });

  it('are of who is named to review, once, where the file was changed and sent anew', () => {
    const first = [...concluded, sent('2026-04-22', '2026-05-09')];
    const named = (reviewer: string, review: number) =>
      entry('ReviewerNamed', '2026-04-23', 'tang', { review, kind: 'legal', reviewer });
    const anew = [...first, named('fang', 5), sent('2026-04-24', '2026-05-11')];
    expect(borne(anew)).toStrictEqual([...handlers, ['legal-review', 'fang', 7]]);
    expect(borne([...anew, named('xue', 7)])).toStrictEqual([...handlers, ['legal-review', 'xue', 7]]);
  });

  it('are of the host until the hearing is reported or ended', () => {
    const asked = [...notified, entry('HearingRequested', '2026-05-08', 'lin', { inTime: true })];
    const named = [...asked, entry('HearingHostNamed', '2026-05-09', 'tang', { host: 'qiu' })];
    expect(borne(asked)).toStrictEqual(handlers);
    expect(borne(named)).toStrictEqual([...handlers, ['hearing', 'qiu', 9]]);
    const ended = entry('HearingEnded', '2026-05-12', 'qiu', { ground: 'withdrawn', reason: '撤回' });
    expect(borne([...named, ended])).toStrictEqual(handlers);
  });

  it('are of the chair and of those who have not spoken while a discussion is open', () => {
    const opened = entry('DiscussionOpened', '2026-05-18', 'he', {
      attending: ['he', 'tang'],
      handlersReport: ['lin'],
      chair: 'he',
    });
    expect(borne([...notified, opened])).toStrictEqual([
      ...handlers,
      ['discussion', 'he', 9],
      ['discussion', 'tang', 9],
    ]);
    const concludedBy = entry('DiscussionConcluded', '2026-05-18', 'he', {
      outcome: fine,
      conclusion: '同意',
      discussion: 9,
    });
    expect(borne([...notified, opened, concludedBy])).toStrictEqual(handlers);
  });
});
