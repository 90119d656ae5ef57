import { commandNames, usageOf } from '../../apps/cli/src/usage.js';
import { anjuan } from '../backup/command.js';
import { running } from '../support/built.js';

const demo = 'dist/apps/demo/src/main.js';

describe('What people type first', () => {
  it.each([['--help'], ['-h'], ['help']])('anjuan %s is the usage, on standard output', async (word) => {
    expect(await anjuan({}, word)).toEqual({ code: 0, out: `${usageOf()}\n`, said: '' });
  });

  it.each(commandNames)(
    'anjuan %s --help is how that is called, and nothing else is done',
    async (command) => {
      const help = { code: 0, out: `${usageOf(command)}\n`, said: '' };
      expect(await anjuan({}, command, '--help')).toEqual(help);
      expect(await anjuan({}, 'help', command)).toEqual(help);
      expect(usageOf(command)).toContain(`anjuan ${command}`);
      expect(usageOf(command).length).toBeLessThan(usageOf().length / 2);
    },
  );

  it('--version says version and commit', async () => {
    const { code, out } = await anjuan({}, '--version');
    expect({ code, out }).toEqual({
      code: 0,
      out: expect.stringMatching(/^Anjuan \d+\.\d+\.\d+ \([0-9a-f]{12}(-changed)?|unknown\)\n$/),
    });
  });

  it('the demo answers them too', async () => {
    const { code, out } = await running({}, demo, '--help').ended;
    expect({ code, out }).toEqual({ code: 0, out: expect.stringContaining('--exit') });
    expect((await running({}, demo, '--version').ended).out).toMatch(/^Anjuan \d/);
  });

  it.each([
    [['backpu', 'x'], /did you mean "backup"\?/],
    [['views', 'rety', 'x'], /did you mean "retry"\?/],
    [['admin', 'resett'], /did you mean "reset"\?/],
    [['count', '2026-09-24', '5wd', '--befor'], /did you mean "--before"\?/],
    [['quite-another-thing'], /unknown argument "quite-another-thing"\n/],
    [[], /^用法/],
  ])('%j is not understood: status 2, with what was probably meant', async (words, said) => {
    expect(await anjuan({}, ...words)).toEqual({ code: 2, out: '', said: expect.stringMatching(said) });
  });
});
