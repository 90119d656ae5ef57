/** What the pages tell a reader to type does what they say: run for real, with the answers shown compared. */
import path from 'node:path';
import { joinEmbeddedPostgres } from '@anjuan/embedded-postgres';
import { readRuleData } from '@anjuan/rule-data';
import { mkdirSync, writeFileSync } from 'node:fs';
import pg from 'pg';
import { readCommandLine } from '../../apps/cli/src/command-line.js';
import { readInput } from '../../apps/demo/src/play/case-folder.js';
import { schedule } from '../../apps/demo/src/play/schedule.js';
import { administrators } from '../support/api.js';
import { temporaryFolder } from '../support/postgres.js';
import { notRun } from './not-run.js';
import { asTyped, blocksOf, commandsOf, pages, type Block, type Command } from './pages.js';
import { bash, hasScript, started, withoutNpm, type Running, type Said } from './program.js';
import { isShown } from './shown.js';
import { removeFolder } from '../support/folder.js';
import { somePort } from '../support/ports.js';

const shellBlocks = pages.flatMap(blocksOf).filter(({ language }) => language === 'sh');
const commands = pages.flatMap(commandsOf);
const readme = blocksOf('README.md');
const session = readme.filter(({ language, text }) => language === 'sh' && !(asTyped(text) in notRun));
/** The answer shown right after a block. */
const shownAfter = (block: Block): string | undefined => {
  const next = readme[readme.indexOf(block) + 1];
  return next?.language === '' ? next.text : undefined;
};

let folder = '';
let port = 0;
let server: Running | undefined;
let env: Record<string, string> = {};

/** What stands for the reader's own: address, password, folders, the name of a list. */
const asHere = (text: string): string =>
  text
    .replaceAll('http://127.0.0.1:3000', `http://127.0.0.1:${String(port)}`)
    .replaceAll('<password>', administrators.ADMIN_PASSWORD)
    .replaceAll('<other password>', administrators.SECOND_ADMIN_PASSWORD)
    .replaceAll('/safe/place/2026-11-25', path.join(folder, 'backup'))
    .replaceAll('./new', path.join(folder, 'new'))
    .replaceAll(/\bVIEW\b/g, 'docket');

beforeAll(async () => {
  folder = await temporaryFolder();
  port = somePort();
  env = { PORT: String(port), DATA_DIR: path.join(folder, 'data'), ...administrators };
  server = await started(withoutNpm('npm start'), env, /answers at http/);
}, 200_000);
afterAll(async () => {
  await server?.stop();
  await removeFolder(folder);
});

describe('every command of the pages', () => {
  const isBlock = ({ text }: Block) => asTyped(text);

  it('is run here, or listed with the reason why not', () => {
    const ran = new Set([...session.map(isBlock), ...inText, ...sql, 'npm start']);
    const given = [
      ...shellBlocks.map((block) => ({ ...block, text: isBlock(block) })),
      ...commands.filter(({ text }) => !text.startsWith('anjuan ')),
    ];
    expect(given.filter(({ text }) => !ran.has(text) && !Object.hasOwn(notRun, text))).toStrictEqual([]);
    const texts = new Set(given.map(({ text }) => text));
    expect(Object.keys(notRun).filter((text) => !texts.has(text))).toStrictEqual([]);
  });

  it('names scripts that package.json has', () => {
    const scripts = [...commands, ...shellBlocks].flatMap(({ page, line, text }) =>
      [...text.matchAll(/npm run (?:--silent )?([\w:-]+)/g)].map(([, name = '']) => ({ page, line, name })),
    );
    expect(scripts.length).toBeGreaterThan(20);
    expect(scripts.filter(({ name }) => !hasScript(name))).toStrictEqual([]);
  });

  it('`anjuan …` is a command of the command line', () => {
    const named = commands.filter(({ text }) => text.startsWith('anjuan '));
    const wrong = named.filter(({ text }: Command) => {
      const words = text.split(' ').slice(1);
      try {
        readCommandLine([
          ...words,
          ...(words.length === 1 && needsOne.includes(words[0] ?? '') ? ['x'] : []),
        ]);
        return false;
      } catch {
        return true;
      }
    });
    expect(wrong).toStrictEqual([]);
  });

  it('is the same in both languages of the README', () => {
    const typedIn = (page: string) =>
      blocksOf(page)
        .filter(({ language }) => language === 'sh')
        .map(isBlock);
    expect(typedIn('README.zh-CN.md')).toStrictEqual(typedIn('README.md'));
    const shown = (page: string) =>
      blocksOf(page)
        .filter(({ language }) => language === '')
        .map(({ text }) => text);
    expect(shown('README.zh-CN.md')).toStrictEqual(shown('README.md'));
  });
});

const needsOne = ['rebuild', 'backup', 'restore', 'count'];

const inText = [
  ...new Set(
    commands
      .map(({ text }) => text)
      .filter(
        (text) =>
          text.startsWith('npm run anjuan -- ') && !/ DIR$/.test(text) && !Object.hasOwn(notRun, text),
      ),
  ),
  'npm run anjuan -- backup DIR',
  'npm run anjuan -- restore DIR',
];
const sql = ['SELECT ledger.begin_incarnation();', 'TRUNCATE issuer.artifacts;'];

describe('the README, from top to bottom', () => {
  const answers: Said[] = [];
  let whole: Said = { code: null, out: '', err: '' };
  const ofServer = session.filter(({ text }) => !/npm (start|run demo)/.test(text));
  beforeAll(async () => {
    const end = '\u{1E}';
    const script = ofServer.map(({ text }) => `${withoutNpm(asHere(text))}\nprintf '${end}'\n`).join('');
    whole = await bash(`set -eo pipefail\n${script}`, env);
    answers.push(...whole.out.split(end).map((out) => ({ code: whole.code, out, err: whole.err })));
  }, 300_000);

  it('every block ends well', () => {
    expect([whole.code, whole.code === 0 ? '' : whole.err]).toStrictEqual([0, '']);
    expect(ofServer.length).toBeGreaterThan(3);
  });

  it('each answer is the one shown', () => {
    const shown = ofServer.map((block, index) => ({ block, answer: answers[index]?.out ?? '' }));
    const compared = shown.filter(({ block }) => shownAfter(block) !== undefined);
    expect(compared).toHaveLength(2);
    expect(
      compared.filter(({ block, answer }) => !isShown(asHere(shownAfter(block) ?? ''), answer)),
    ).toStrictEqual([]);
  });

  it('the demo plays the files named, and tells the story shown', async () => {
    const [play] = session.filter(({ text }) => text.includes('npm run demo'));
    const shown = readme.find(({ text }) => text.includes('小结 SUMMARY'))?.text ?? '';
    const { code, out } = await bash(withoutNpm(play?.text ?? ''), {});
    expect(code).toBe(0);
    expect(isShown(shown, out)).toBe(true);
    const steps = schedule(readInput([], 'tests/cases').cases);
    const attempts = steps.filter(({ line }) => line.attempt).length;
    expect(shown).toContain(
      `acts accepted: ${String(steps.length - attempts)}/${String(steps.length - attempts)}`,
    );
    expect(shown).toContain(`attempts refused: ${String(attempts)}/${String(attempts)}`);
  }, 300_000);
});

describe('commands in the text', () => {
  const folderFor = (text: string): string =>
    text.replace(/\bDIR$/, path.join(folder, text.includes('restore') ? 'backup' : 'backup-in-text'));

  it.each(inText)('%s', async (text) => {
    const restoring = text.includes('restore');
    const rules = text.includes('2019') ? { RULES_DIR: 'rules/examples' } : {};
    const said = await bash(withoutNpm(asHere(folderFor(text))), {
      ...env,
      ...rules,
      ...(restoring && { DATA_DIR: path.join(folder, 'restored') }),
    });
    expect([said.code, said.code === 0 ? '' : said.err]).toStrictEqual([0, '']);
    expect(said.out).not.toBe('');
  });

  it('the SQL for restores with other tools', async () => {
    const joined = await joinEmbeddedPostgres({ dataDir: path.join(folder, 'data') });
    const client = new pg.Client(joined.connection);
    await client.connect();
    try {
      for (const statement of sql) await client.query(statement);
      const { rows } = await client.query('SELECT 1 FROM ledger.incarnations');
      expect(rows).toHaveLength(2);
    } finally {
      await client.end();
      await joined.stop();
    }
  });

  it('the files of rules that rules/README.md shows can be read', () => {
    const shown = blocksOf('rules/README.md').filter(({ language }) => language === 'yaml');
    expect(shown).toHaveLength(1);
    const rules = path.join(folder, 'rules');
    mkdirSync(path.join(rules, 'holidays'), { recursive: true });
    writeFileSync(path.join(rules, 'holidays', 'shown.yaml'), shown[0]?.text ?? '');
    expect(readRuleData(rules).calendar.years).toContain(2019);
  });
});
