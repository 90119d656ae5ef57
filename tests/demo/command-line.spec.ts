import { UsageWrong } from '@anjuan/program';
import { readCommandLine } from '../../apps/demo/src/command-line.js';

describe('The command line of the demo', () => {
  it('is options anywhere and files in their order', () => {
    expect(readCommandLine([])).toStrictEqual({ json: false, exit: false, files: [] });
    expect(readCommandLine(['b.yaml', '--exit', 'a.yaml', '--json'])).toStrictEqual({
      json: true,
      exit: true,
      files: ['b.yaml', 'a.yaml'],
    });
  });

  it('answers unknown options with the usage, Chinese first', () => {
    expect(() => readCommandLine(['--jsno'])).toThrow(UsageWrong);
    expect(() => readCommandLine(['--jsno'])).toThrow(
      /^不认识的参数“--jsno”，是否指“--json”？\nunknown argument "--jsno", did you mean "--json"\?\n\n用法：[^]*Usage:/,
    );
  });
});
