import { mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import ts from 'typescript';
import { temporaryFolder } from '../support/folder.js';

const store = pathToFileURL(join(process.cwd(), 'dist', 'libs', 'event-store', 'src', 'index.js')).href;
const programs = ['journals', 'reader', 'tasks', 'writer'].map((name) =>
  join('tests', 'oracle', `${name}.ts`),
);
const compilerOptions = { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2024 };

/**
 * Writers and readers as JavaScript on the built store, once for all of their processes: they are begun too often to
 * compile themselves.
 */
export async function compiled(): Promise<string> {
  const folder = await temporaryFolder();
  await symlink(join(process.cwd(), 'node_modules'), join(folder, 'node_modules'));
  await writeFile(join(folder, 'package.json'), '{ "type": "module" }');
  for (const path of [...programs, join('tests', 'law', 'adversary', 'dice.ts')]) {
    const source = (await readFile(path, 'utf8')).replace('@anjuan/event-store', store);
    const target = join(folder, path.replace(/\.ts$/, '.js'));
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, ts.transpileModule(source, { compilerOptions }).outputText);
  }
  return folder;
}
