import 'reflect-metadata';
import { defaultLists } from '@anjuan/law';
import { validation } from '../../apps/api/src/http/validation.js';
import { Problem } from '../../apps/api/src/http/problems.js';
import { SetListsDto } from '../../apps/api/src/registry/registry.dto.js';

const { majorDecisions, hearingThresholds, collectiveDiscussion, lateEntry } = defaultLists;
const lists = { validFrom: '2026-01-01', majorDecisions, hearingThresholds, collectiveDiscussion, lateEntry };
const amount = { comparator: '>=', fen: 500_000 };
const fines = { naturalPerson: amount, entity: { comparator: '>', fen: 1_000_000 } };
const benchmark = { name: '裁量基准（2026年版）', publishedOn: '2025-12-20', validFrom: '2026-01-01' };
const specialLaw = {
  law: '化妆品监督管理条例',
  article: '68',
  takes: 'goods',
  conditions: ['duties-done', 'unaware'],
  validFrom: '2021-01-01',
};

const checked = (body: unknown): Promise<unknown> =>
  validation().transform(body, { type: 'body', metatype: SetListsDto });

describe('the lists an agency enters', () => {
  it.each<[string, object]>([
    ['no more than they must hold', lists],
    [
      'every trigger that can be listed',
      { ...lists, majorDecisions: { ...majorDecisions, triggers: ['every-penalty'] } },
    ],
    ['fines that make a decision major', { ...lists, majorDecisions: { ...majorDecisions, fines } }],
    ['how long files are kept', { ...lists, retention: { basis: '保管期限表', summaryYears: 10 } }],
    ['benchmarks', { ...lists, benchmarks: [benchmark, { ...benchmark, validTo: '2026-12-31' }] }],
    ['special laws', { ...lists, specialLaws: [specialLaw, { ...specialLaw, validTo: '2026-12-31' }] }],
    [
      'the breaches that a special law lets off',
      { ...lists, specialLaws: [{ ...specialLaw, of: [{ law: '食品安全法', article: '第一百二十四条' }] }] },
    ],
  ])('take %s', async (_, body) => {
    expect(await checked(body)).toEqual(body);
  });

  it.each<[string, object]>([
    [
      'a statutory trigger, as if it could be left out',
      { ...lists, majorDecisions: { ...majorDecisions, triggers: ['complex'] } },
    ],
    [
      'the amount of one kind of party only',
      { ...lists, majorDecisions: { ...majorDecisions, fines: { entity: amount } } },
    ],
    [
      'an amount with parts of a fen',
      {
        ...lists,
        majorDecisions: { ...majorDecisions, fines: { ...fines, entity: { comparator: '>=', fen: 0.5 } } },
      },
    ],
    [
      'a benchmark without the day it was published',
      { ...lists, benchmarks: [{ name: '基准', validFrom: '2026-01-01' }] },
    ],
    ['a file kept for less than ten years', { ...lists, retention: { basis: '表', summaryYears: 9 } }],
    ['a retention without its basis', { ...lists, retention: { ordinaryYears: 30 } }],
    ['a benchmark without a name', { ...lists, benchmarks: [{ ...benchmark, name: '' }] }],
    ['a benchmark of no day', { ...lists, benchmarks: [{ ...benchmark, publishedOn: '2026-02-30' }] }],
    ['a special law without a condition', { ...lists, specialLaws: [{ ...specialLaw, conditions: [] }] }],
    ['a special law of two articles', { ...lists, specialLaws: [{ ...specialLaw, article: '68、69' }] }],
    [
      'one of an article written by no rule',
      { ...lists, specialLaws: [{ ...specialLaw, article: '第六十条等' }] },
    ],
    ['a special law that takes the shop', { ...lists, specialLaws: [{ ...specialLaw, takes: 'shop' }] }],
    [
      'a condition that nobody knows',
      { ...lists, specialLaws: [{ ...specialLaw, conditions: ['unaware', 'sorry'] }] },
    ],
  ])('refuse %s', async (_, body) => {
    await expect(checked(body)).rejects.toThrow(Problem);
  });
});
