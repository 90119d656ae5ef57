import { blankText, entry, fen, list, one, optional, people, person, variants, word } from './entry.js';
import { fieldsAt, whereNamed } from './pointed.js';
import { words } from './words.js';

const kind = word(words({ warning: '警告；A warning', fine: '罚款；A fine' }), '种类；The kind.');
const warning = entry('Warning', '警告；A warning.', { kind });
const fine = entry('Fine', '罚款；A fine.', { kind, fen: fen('金额；The amount.') });
const grading = entry('Grading', '裁量；The grading.', {
  grounds: blankText(100, '情节；The grounds.'),
  by: optional(person(['leader'], '批准人；Who approved.')),
});
const instalment = entry('Instalment', '一期；An instalment.', { fen: fen('金额；The amount.') });
const schema = entry('Decide', '决定；A decision.', {
  officers: people(5, ['officer'], '执法人员；The officers.'),
  penalties: variants({ warning, fine }, 5, '处罚；The penalties.'),
  grading: optional(one(grading, '裁量；The grading.')),
  plan: optional(list(instalment, 5, '分期；The plan.')),
});
const entered = {
  officers: ['lin', 'gao'],
  penalties: [{ kind: 'warning' }, { kind: 'fine', fen: 1 }, { kind: 'fine', fen: 2 }],
  grading: { grounds: '', by: 'gao' },
};

describe('the fields of an entry that a pointer leads to', () => {
  it.each([
    ['/penalties', ['/penalties']],
    ['/penalties/*/kind', ['/penalties/0/kind', '/penalties/1/kind', '/penalties/2/kind']],
    // A warning has no amount.
    ['/penalties/*/fen', ['/penalties/1/fen', '/penalties/2/fen']],
    ['/grading/grounds', ['/grading/grounds']],
    // Not filled in, and there all the same.
    ['/plan', ['/plan']],
    ['/plan/*/fen', ['/plan']],
    // In no form of the act.
    ['/occurredAt', []],
  ] as const)('%s', (pointer, fields) => {
    expect(fieldsAt(schema, entered, pointer)).toStrictEqual(fields);
  });

  it('is the part where the part is left out, the list where it is empty, and anything may be entered', () => {
    expect(fieldsAt(schema, { penalties: [] }, '/penalties/*/fen')).toStrictEqual(['/penalties']);
    expect(fieldsAt(schema, { penalties: [{ kind: 'warning' }] }, '/penalties/*/fen')).toStrictEqual([
      '/penalties',
    ]);
    expect(fieldsAt(schema, {}, '/grading/grounds')).toStrictEqual(['/grading']);
    for (const anything of [undefined, null, 'x', 1, [], { penalties: [null, 'x'] }])
      expect(fieldsAt(schema, anything, '/penalties/*/fen')).toStrictEqual(['/penalties']);
  });
});

it('says where somebody is named, also in a part', () => {
  expect(whereNamed(schema, entered, 'gao')).toStrictEqual(['/officers/1', '/grading/by']);
  expect(whereNamed(schema, entered, 'he')).toStrictEqual([]);
});
