import { mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import ts from 'typescript';
import { temporaryFolder } from '../support/folder.js';

const store = join('libs', 'event-store', 'src');
const programs = ['journals', 'reader', 'tasks', 'writer'].map((name) =>
  join('tests', 'oracle', `${name}.ts`),
);
const compilerOptions = { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2024 };

/** Writers and readers as JavaScript, once for all of their processes: they are begun too often to compile themselves. */
export async function compiled(): Promise<string> {
  const folder = await temporaryFolder();
  await symlink(join(process.cwd(), 'node_modules'), join(folder, 'node_modules'));
  await writeFile(join(folder, 'package.json'), '{ "type": "module" }');
  const found = await readdir(store, { recursive: true });
  const sources = found.filter((path) => path.endsWith('.ts')).map((path) => join(store, path));
  for (const path of [...sources, ...programs, join('tests', 'law', 'adversary', 'dice.ts')]) {
    const source = (await readFile(path, 'utf8')).replace(
      '@anjuan/event-store',
      '../../libs/event-store/src/index.js',
    );
    const target = join(folder, path.replace(/\.ts$/, '.js'));
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, ts.transpileModule(source, { compilerOptions }).outputText);
  }
  return folder;
}
