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
    expect(readCommandLine(['demo'])).toStrictEqual({
      command: 'demo',
      options: { json: false, exit: false, files: [] },
    });
    expect(readCommandLine(['demo', 'b.yaml', '--exit', 'a.yaml', '--json'])).toStrictEqual({
      command: 'demo',
      options: { json: true, exit: true, files: ['b.yaml', 'a.yaml'] },
    });
  });

  it('leaves the words of `count` to whoever answers it', () => {
    expect(readCommandLine(['count', '2026-09-24', '5wd', '--json'])).toStrictEqual({
      command: 'count',
      words: ['2026-09-24', '5wd', '--json'],
    });
  });

  it('writes the page of provisions, or only compares it', () => {
    expect(readCommandLine(['provisions'])).toStrictEqual({ command: 'provisions', check: false });
    expect(readCommandLine(['provisions', '--check'])).toStrictEqual({ command: 'provisions', check: true });
    expect(wrong('provisions', '--chekc')).toMatch(/^不认识的参数“--chekc”/);
  });

  it.each(['backup', 'restore'] as const)('%s takes one folder, and --json anywhere', (command) => {
    expect(readCommandLine([command, 'a'])).toStrictEqual({ command, folder: 'a', json: false });
    expect(readCommandLine([command, '--json', 'a'])).toStrictEqual({ command, folder: 'a', json: true });
    expect(wrong(command)).toMatch(/^请给出备份目录\nname the folder of the backup\n\n用法：/);
    expect(wrong(command, '--json')).toMatch(/^请给出备份目录/);
    expect(wrong(command, 'a', 'b')).toMatch(/^不认识的参数“b”/);
    expect(wrong(command, '--force', 'a')).toMatch(/^不认识的参数“--force”/);
  });

  it('answers unknown words with the usage, Chinese first', () => {
    expect(wrong('demo', '--jsno')).toMatch(
      /^不认识的参数“--jsno”\nunknown argument "--jsno"\n\n用法：[^]*Usage:/,
    );
    expect(wrong('paly')).toMatch(/^不认识的参数“paly”/);
    expect(wrong()).toMatch(/^用法：/);
  });
});
