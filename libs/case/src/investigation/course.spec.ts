/** A case walked act by act, from the lead to the second sending for review: each act rests on what the last one left. */
import { Refusal } from '@anjuan/procedure';
import { decide, replay, type ActName, type EntryOf } from '../case.js';
import type { CaseEvent } from '../case-event.js';
import { majorPenalty, termsOn } from '../histories.testing.js';
import { formalities } from '../seizure/seizing.testing.js';
import { contextOn, paper, type Person } from '../testing.js';

const course = () => {
  const history: CaseEvent[] = [];
  return {
    file: () => replay(history),
    /** Number of the first entry that the act left. */
    act: <Name extends ActName>(on: string, by: Person, name: Name, entry: EntryOf<Name>): number => {
      const file = replay(history);
      const context = contextOn(on, by, file);
      const first = history.length;
      decide(name, entry, file, context).forEach((event, index) => {
        history.push({
          ...event,
          revision: first + index,
          recordedAt: context.now,
          recordedBy: by,
        });
      });
      return first;
    },
  };
};

const officers = ['lin', 'gao'];

describe('From the lead to the second review', () => {
  const { act, file } = course();
  const together = <Name extends ActName>(on: string, name: Name, entry: EntryOf<Name>): number => {
    const number = act(on, 'lin', name, entry);
    act(on, 'gao', 'entry/confirm', { entry: number });
    return number;
  };

  it('is filed, seized, tested and concluded', () => {
    act('2026-03-02', 'lin', 'initiation/receive-lead', { source: '食品安全监督抽检', summary: '不合格' });
    const scene = together('2026-03-04', 'evidence/record-scene', {
      officers,
      kind: '现场笔录',
      what: '现场检查',
      place: '东苇路18号院',
      credentialShown: true,
      recordSigned: true,
      record: paper('scene'),
      media: [paper('film')],
    });
    const filing = act('2026-03-10', 'lin', 'initiation/request-filing', termsOn(scene));
    act('2026-03-10', 'tang', 'initiation/approve-filing', { approval: filing });
    const requested = act('2026-03-11', 'lin', 'seizure/request', {
      items: '腊肠原料32箱',
      basis: { law: '食品安全法', article: '110(4)' },
      days: 30,
      reason: '涉案物品',
    });
    act('2026-03-11', 'tang', 'seizure/approve', { approval: requested });
    const seizure = together('2026-03-11', 'seizure/seize', {
      officers,
      approval: requested,
      ...formalities,
    });
    const test = act('2026-03-12', 'lin', 'evidence/commission-test', {
      body: '北京市食品检验研究院',
      periodDays: 30,
      toldInWriting: true,
    });
    together('2026-03-13', 'evidence/record-inquiry', {
      officers,
      kind: '当事人的陈述',
      person: '赵一鸣',
      record: paper('inquiry'),
    });
    const longer = act('2026-04-09', 'lin', 'seizure/request-extension', {
      seizure,
      days: 30,
      reason: '案情复杂',
    });
    act('2026-04-09', 'tang', 'seizure/approve-extension', { approval: longer });
    const result = { test, kind: '鉴定意见', what: '检验报告', report: paper('test') } as const;
    act('2026-04-10', 'lin', 'evidence/record-test-result', result);
    act('2026-04-13', 'lin', 'evidence/tell-test-result', { test });
    together('2026-04-14', 'investigation/conclude', {
      officers,
      facts: '使用超过保质期的食品原料',
      basis: termsOn().basis,
      proposal: majorPenalty,
      discretion: '从轻（货值金额十倍）',
      report: paper('report'),
    });
    expect(file()).toMatchObject({
      filing: { filedOn: '2026-03-10', approvedBy: 'tang' },
      seizures: [{ takenOn: '2026-03-11', until: '2026-05-10', extended: true }],
      evidence: { credentialShownOn: '2026-03-04', pieces: { length: 3 } },
      investigation: { concludedOn: '2026-04-14', proposal: majorPenalty },
    });
    expect(file().entries.flatMap(({ awaits }) => awaits)).toStrictEqual([]);
  });

  it('takes the evidence a review asked for, and is sent again without a new conclusion', () => {
    act('2026-04-14', 'zhou', 'legal-review/send', {});
    const expired = {
      officers: ['lin', 'shen'],
      kind: '当事人的陈述',
      person: '赵一鸣',
      record: paper('i'),
    } as const;
    expect(() => act('2026-04-16', 'lin', 'evidence/record-inquiry', expired)).toThrow(Refusal);
    act('2026-04-17', 'fang', 'legal-review/give-opinion', {
      opinion: 'supplement',
      points: { evidence: '缺少成品销售去向' },
    });
    together('2026-04-20', 'evidence/add', {
      officers,
      kind: '书证',
      what: '销售出库单及收款流水',
      provider: '赵一鸣',
      papers: [paper('sales')],
    });
    act('2026-04-22', 'zhou', 'legal-review/send', {});
    act('2026-04-28', 'fang', 'legal-review/give-opinion', { opinion: 'agree' });
    expect(file().reviews.map(({ opinion }) => opinion)).toStrictEqual(['supplement', 'agree']);
  });
});
