/** How Jest reads TypeScript: Node takes the types away. They are checked by `npm run typecheck`. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire, stripTypeScriptTypes } from 'node:module';
import type ts from 'typescript';

const require = createRequire(import.meta.url);

/** Decorators, and parameters that are properties, are no JavaScript. */
const needsCompiler = (source: string): boolean =>
  /(^|[\s(,])@[A-Za-z]\w*\(/m.test(source) || /\(\s*(public|private|protected|readonly)\b/.test(source);

const settings = readFileSync('tsconfig.json', 'utf8');
let options: ts.CompilerOptions | undefined;

/** Loaded where a file needs it: that takes longer than the types of all others, and Jest keeps what was made of a file. */
const compiled = (source: string, fileName: string): string => {
  const compiler = require('typescript') as typeof ts;
  const { compilerOptions } = JSON.parse(settings) as { compilerOptions: object };
  options ??= {
    ...compiler.convertCompilerOptionsFromJson(compilerOptions, '.').options,
    module: compiler.ModuleKind.ESNext,
    inlineSourceMap: true,
  };
  return compiler.transpileModule(source, { compilerOptions: options, fileName }).outputText;
};

/** An import of types alone loads nothing, as in the build. */
const ofTypesAlone = /^(?:import|export) \{[\s,]*\} from '[^']*';/gm;
const stripped = (source: string): string =>
  stripTypeScriptTypes(source).replace(ofTypesAlone, (words) => words.replace(/\S/g, ' '));

const javascript = (source: string, fileName: string): string => {
  if (needsCompiler(source)) return compiled(source, fileName);
  try {
    return stripped(source);
  } catch {
    return compiled(source, fileName);
  }
};

const how = [
  process.version,
  settings,
  readFileSync(require.resolve('typescript/package.json')),
  readFileSync(import.meta.filename),
];

export default {
  process: (source: string, fileName: string) => ({ code: javascript(source, fileName) }),
  getCacheKey: (source: string, fileName: string) => {
    const hash = createHash('sha256');
    for (const text of [...how, fileName, source]) hash.update(text).update('\0');
    return hash.digest('hex');
  },
};
