/** `anjuan rules` and `anjuan count` read the same files as the server. */
import path from 'node:path';
import { RuleDataRefused } from '@anjuan/rule-data';
import { answer } from '../../apps/cli/src/count/answer.js';
import { rulesOf, rulesSaid } from '../../apps/cli/src/rules/rules.js';

const examples = { RULES_DIR: path.resolve('rules/examples') };

describe('the rules of the command line', () => {
  it('are those of RULES_DIR, else of ./rules, empty or not', () => {
    const own = JSON.parse(rulesSaid({}, true));
    expect(own).toStrictEqual(JSON.parse(rulesSaid({ RULES_DIR: '' }, true)));
    expect(own).toMatchObject({ folder: path.resolve('rules'), years: [2024, 2025, 2026] });
    const files = (own.rules as readonly { file: string }[]).map(({ file }) => file);
    expect(files).toStrictEqual(['packs/ecology.yaml', 'README.md', 'examples']);
    expect(rulesSaid({}, false)).toContain('packs/ecology.yaml  sha256 ');
  });

  it('are counted with', () => {
    const due = (...more: readonly string[]) =>
      answer(['2019-04-26', '3wd', ...more], () => rulesOf(examples).calendar).split('\n')[0];
    expect([due(), due('--known', '2019-03-21')]).toStrictEqual([
      '到期 due: 2019-04-30',
      '到期 due: 2019-05-02',
    ]);
  });

  it('stop with a folder that is not there', () => {
    expect(() => rulesSaid({ RULES_DIR: '/nowhere/rules' }, false)).toThrow(RuleDataRefused);
  });
});
