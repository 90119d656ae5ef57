import { readCommandLine, UsageWrong } from '../../apps/cli/src/command-line.js';

const wrong = (...words: string[]): string => {
  try {
    readCommandLine(words);
  } catch (error) {
    if (error instanceof UsageWrong) return error.message;
    throw error;
  }
  return 'accepted';
};

describe('The command line', () => {
  it('is `demo`, with options anywhere and files in their order', () => {
    expect(readCommandLine(['demo'])).toStrictEqual({ json: false, exit: false, files: [] });
    expect(readCommandLine(['demo', 'b.yaml', '--exit', 'a.yaml', '--json'])).toStrictEqual({
      json: true,
      exit: true,
      files: ['b.yaml', 'a.yaml'],
    });
  });

  it('answers unknown words with the usage, Chinese first', () => {
    expect(wrong('demo', '--jsno')).toMatch(
      /^不认识的参数“--jsno”\nunknown argument "--jsno"\n\n用法：[^]*Usage:/,
    );
    expect(wrong('paly')).toMatch(/^不认识的参数“paly”/);
    expect(wrong()).toMatch(/^用法：/);
  });
});
