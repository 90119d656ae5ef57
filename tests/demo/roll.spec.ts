import { readCaseFile } from '../../apps/demo/src/play/case-file.js';
import { CaseFileUnreadable } from '../../apps/demo/src/play/form/unreadable.js';
import { rollOf } from '../../apps/demo/src/play/roll.js';
import { fileOf } from './stand-in.js';

const text = fileOf([]);
const named = (name: string, of: string) => readCaseFile(`${name}.yaml`, of);

describe('People of several files', () => {
  it('are one for each key, with the roles of every file', () => {
    const other = text.replace('name: 高远, role: officer', 'name: 高远, role: [officer, hearing-host]');
    const [roll, ...more] = rollOf([named('one', text), named('two', other)], []);
    expect(more).toStrictEqual([]);
    expect(roll?.people.map(({ key, roles }) => [key, ...roles])).toStrictEqual([
      ['lin', 'officer'],
      ['gao', 'officer', 'hearing-host'],
      ['zhou', 'unit-head'],
      ['fang', 'legal-reviewer'],
      ['tang', 'leader'],
      ['he', 'principal'],
    ]);
  });

  it('are two when their agencies are two', () => {
    const other = text.replace('11110105000067897H', '11110106000067897H');
    const rolls = rollOf([named('one', text), named('two', other)], []);
    expect(rolls.map(({ agency }) => agency.uscc)).toStrictEqual([
      '11110105000067897H',
      '11110106000067897H',
    ]);
  });

  it.each([
    ['another name', text.replace('name: 高远', 'name: 高原')],
    ['another credential', text.replace('2027-05-31', '2027-06-30')],
  ])('cannot have %s under the same key', (_, other) => {
    const two = named('two', other);
    expect(() => rollOf([named('one', text), two], [])).toThrow(CaseFileUnreadable);
    expect(() => rollOf([named('one', text), two], [])).toThrow(/^two\.yaml:4: “people\[1\]”/);
  });
});
