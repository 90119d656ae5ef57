import { UsageWrong } from '@anjuan/program';
import { readCommandLine } from '../../apps/cli/src/command-line.js';

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
  it('leaves the words of `count` to whoever answers it', () => {
    expect(readCommandLine(['count', '2026-09-24', '5wd', '--json'])).toStrictEqual({
      command: 'count',
      words: ['2026-09-24', '5wd', '--json'],
    });
  });

  it.each(['backup', 'restore'] as const)('%s takes one folder, and --json anywhere', (command) => {
    expect(readCommandLine([command, 'a'])).toStrictEqual({ command, folder: 'a', json: false });
    expect(readCommandLine([command, '--json', 'a'])).toStrictEqual({ command, folder: 'a', json: true });
    expect(wrong(command)).toMatch(/^请给出备份目录\nname the folder of the backup\n\n用法：/);
    expect(wrong(command, '--json')).toMatch(/^请给出备份目录/);
    expect(wrong(command, 'a', 'b')).toMatch(/^不认识的参数“b”/);
    expect(wrong(command, '--force', 'a')).toMatch(/^不认识的参数“--force”/);
  });

  it('rules takes --json and nothing else', () => {
    expect(readCommandLine(['rules'])).toStrictEqual({ command: 'rules', json: false });
    expect(readCommandLine(['rules', '--json'])).toStrictEqual({ command: 'rules', json: true });
    expect(wrong('rules', 'holidays')).toMatch(/^不认识的参数“holidays”/);
  });

  it('settle takes the log that counts, and doctor nothing', () => {
    expect(readCommandLine(['settle'])).toStrictEqual({ command: 'settle', accept: undefined, json: false });
    expect(readCommandLine(['settle', '--json', '--accept', 'empty'])).toStrictEqual({
      command: 'settle',
      accept: 'empty',
      json: true,
    });
    expect(wrong('settle', '--accept')).toMatch(/^--accept 之后请写/);
    expect(wrong('settle', '--accept', '--json')).toMatch(/^--accept 之后请写/);
    expect(wrong('settle', 'empty')).toMatch(/^不认识的参数“empty”/);
    expect(readCommandLine(['doctor', '--json'])).toStrictEqual({ command: 'doctor', json: true });
    expect(wrong('doctor', 'x')).toMatch(/^不认识的参数“x”/);
  });

  it('admin reset takes a login, or the subject of one of the two administrators', () => {
    const none = { command: 'admin reset', login: undefined, subject: undefined, second: false, json: false };
    expect(readCommandLine(['admin', 'reset'])).toStrictEqual(none);
    expect(readCommandLine(['admin', 'reset', 'admin2'])).toStrictEqual({ ...none, login: 'admin2' });
    const first = { ...none, subject: 'sub' };
    expect(readCommandLine(['admin', 'reset', '--subject', 'sub'])).toStrictEqual(first);
    for (const words of [
      ['--subject', 'sub', '--second'],
      ['--second', '--subject', 'sub'],
    ])
      expect(readCommandLine(['admin', 'reset', ...words])).toStrictEqual({ ...first, second: true });
    expect(wrong('admin', 'reset', '--second')).toMatch(
      /^--second 只与 --subject 一起使用[^]+--second goes with --subject/,
    );
    expect(wrong('admin', 'reset', '--subject', '--second')).toMatch(/^使用外部登录服务/);
    expect(wrong('admin', 'reset', 'a', 'b')).toMatch(/^admin reset 至多写一个登录名/);
    expect(wrong('admin', 'reset', '--third', '--subject', 'sub')).toMatch(/^不认识的参数“--third”/);
    expect(wrong('admin')).toMatch(/--subject SUB \[--second\][^]+--subject SUB \[--second\]/);
  });

  it('answers unknown words with the usage, Chinese first', () => {
    expect(wrong('views', '--jsno')).toMatch(
      /^不认识的参数“--jsno”，是否指“--json”？\nunknown argument "--jsno", did you mean "--json"\?\n\n用法：[^]*Usage:/,
    );
    expect(wrong('paly')).toMatch(/^不认识的参数“paly”/);
    expect(wrong()).toMatch(/^用法：/);
  });
});
