/** docs/configuration.md has every variable of the program, with its default, and no other. */
import { globSync, readFileSync } from 'node:fs';
import { Config } from '../../apps/api/src/parts/config.js';

const page = readFileSync('docs/configuration.md', 'utf8');
const rows = [...page.matchAll(/^\| `([A-Z0-9_]+)` +\| (.*?) +\|/gm)].map(([, name = '', without = '']) => ({
  name,
  without,
}));

/** Set by the shell and npm, or read by a build or a benchmark alone. */
const notOurs = ['PATH', 'INIT_CWD', 'COMMIT', 'CPU_PROF_DIR'];

describe('docs/configuration.md', () => {
  it('has the variables that the server reads', () => {
    expect(rows.map(({ name }) => name).sort()).toStrictEqual(Object.keys(new Config()).sort());
  });

  it('says the default of each that has one', () => {
    const defaults = Object.entries(new Config()).filter(([, value]) => value !== undefined);
    expect(defaults.length).toBeGreaterThan(5);
    for (const [name, value] of defaults)
      expect(rows.find((row) => row.name === name)).toStrictEqual({ name, without: `\`${String(value)}\`` });
  });

  it('has every variable that a command or a library reads', () => {
    const sources = globSync('{apps,libs,tools}/**/*.ts')
      .filter((file) => !/(\.spec|testing)\.ts$/.test(file))
      .map((file) => readFileSync(file, 'utf8'));
    const read = sources.flatMap((text) =>
      [...text.matchAll(/\benv(?:\[['"]|\.|, ')([A-Z][A-Z0-9_]+)\b/g)].map(([, name = '']) => name),
    );
    const destructured = sources.flatMap((text) =>
      [...text.matchAll(/\{([^{}]*)\} = process\.env/g)].flatMap(([, names = '']) =>
        [...names.matchAll(/[A-Z][A-Z0-9_]+/g)].map(([name]) => name),
      ),
    );
    const inWords = [...page.matchAll(/`(PG[A-Z]+)`/g)].map(([, name = '']) => name);
    const known = [...inWords, ...rows.map(({ name }) => name), ...notOurs];
    expect(new Set(read).size).toBeGreaterThan(4);
    expect([...new Set([...read, ...destructured])].filter((name) => !known.includes(name))).toStrictEqual(
      [],
    );
  });
});
