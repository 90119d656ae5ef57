/**
 * `build`: compiles and bundles into a new folder and puts it in the place of `dist`, unless that is of these sources already.
 * `run PROGRAM …`: runs what is built, in this process. Node runs this file itself, from its source.
 */
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';

type Stamp = Readonly<{
  commit: string;
  /** hash of the names and sizes of the sources */
  list: string;
  /** hash of what is in them */
  content: string;
  /** ms since 1970, when they were read */
  at: number;
}>;

const root = path.resolve(import.meta.dirname, '..', '..');
const dist = path.join(root, 'dist');
const stampIn = (folder: string): string => path.join(folder, 'built.json');
const compiler = path.join(root, 'node_modules', '@nestjs', 'cli', 'bin', 'nest.js');

const sources = (): readonly string[] => {
  const settings = globSync('{tsconfig,tsconfig.build,nest-cli}.json', { cwd: root });
  const code = globSync('{apps,libs,tools}/**/*.ts', { cwd: root });
  return [...settings, ...code.filter((file) => !/(\.spec|testing)\.ts$/.test(file))].sort();
};

const hashOf = (texts: Iterable<string | Buffer>): string => {
  const hash = createHash('sha256');
  for (const text of texts) hash.update(text).update('\0');
  return hash.digest('hex');
};
const listOf = (files: readonly string[]): string =>
  hashOf(files.map((file) => `${file} ${String(statSync(path.join(root, file)).size)}`));
const contentOf = (files: readonly string[]): string =>
  hashOf(files.map((file) => readFileSync(path.join(root, file))));

const stamp = (): Stamp | undefined => {
  try {
    return JSON.parse(readFileSync(stampIn(dist), 'utf8')) as Stamp;
  } catch {
    return undefined;
  }
};

/** Contents are compared only where a file is newer than the build: that check takes some milliseconds. */
const isOf = (built: Stamp, files: readonly string[]): boolean =>
  built.list === listOf(files) &&
  (files.every((file) => statSync(path.join(root, file)).mtimeMs <= built.at) ||
    built.content === contentOf(files));

/** Each is one file after the build, with the ES modules of packages in it: a start reads 1,500 files fewer. */
const programs = ['api', 'cli', 'demo'].map((name) => `apps/${name}/src/main.js`);
/** Loaded by their path relative to the program. */
const threads = ['libs/identity/src/hashing-thread.js'];
/** Packages of hundreds of ES modules each. */
const taken =
  /^(@nestjs\/(common|core|cqrs|mapped-types|platform-fastify|swagger)|es-toolkit|jose|kysely|oidc-provider)(\/|$)/;

/**
 * In the place of a program, which is `program.js` then: what Node has compiled of it is kept for the next start, which
 * takes a sixth less of a processor. Node keeps each user's apart, and goes without where it may not write.
 */
const starting = `import { enableCompileCache } from 'node:module';
import { fileURLToPath } from 'node:url';
enableCompileCache(fileURLToPath(new URL('../../../compiled', import.meta.url)));
await import('./program.js');
`;

/** Every other package is loaded as it is, and is there once for all who import it. */
const bundled = async (made: string): Promise<void> => {
  const { build: bundle } = await import('esbuild');
  for (const program of programs) {
    await bundle({
      absWorkingDir: made,
      entryPoints: [program, ...threads],
      entryNames: '[name]',
      outdir: path.dirname(program),
      allowOverwrite: true,
      bundle: true,
      splitting: true,
      format: 'esm',
      platform: 'node',
      target: 'node24',
      // As Node resolves: without the condition `module`.
      conditions: [],
      keepNames: true,
      sourcemap: true,
      sourcesContent: false,
      logLevel: 'warning',
      plugins: [
        {
          name: 'packages',
          setup: (builder) => {
            builder.onResolve({ filter: /^[^./]/ }, ({ path: name, kind }) =>
              kind === 'entry-point' || taken.test(name) ? undefined : { path: name, external: true },
            );
          },
        },
      ],
    });
    const place = path.join(made, program);
    renameSync(place, path.join(path.dirname(place), 'program.js'));
    writeFileSync(place, starting);
  }
};

const git = (...words: readonly string[]): string => {
  const { status, stdout } = spawnSync('git', words, { cwd: root, encoding: 'utf8' });
  return status === 0 ? stdout.trim() : '';
};
/** Where there is no repository, as in an image, what builds it says so in COMMIT. */
const commit = (): string => {
  const found = git('rev-parse', '--short=12', 'HEAD');
  if (found === '') return process.env['COMMIT'] ?? 'unknown';
  const changed = git('status', '--porcelain', '--untracked-files=no', '--', 'apps', 'libs', 'tools');
  return changed === '' ? found : `${found}-changed`;
};

const compiled = (settings: string): Promise<number> => {
  const child = spawn(process.execPath, [compiler, 'build', '--path', settings], {
    cwd: root,
    stdio: ['ignore', 2, 2],
  });
  const end = (signal: NodeJS.Signals): void => {
    child.kill(signal);
  };
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.once(signal, end);
  return new Promise((resolve, reject) => {
    child.once('error', reject).once('exit', (code) => {
      for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.off(signal, end);
      resolve(code ?? 1);
    });
  });
};

/** A server that runs from `dist` keeps what it has open; what starts from then on is the new one. */
const put = (made: string): void => {
  const old = `${made}.old`;
  if (existsSync(dist)) renameSync(dist, old);
  renameSync(made, dist);
  rmSync(old, { recursive: true, force: true });
};

const build = async (): Promise<number> => {
  const files = sources();
  const made = path.join(root, `dist.new-${String(process.pid)}`);
  const settings = path.join(root, `tsconfig.new-${String(process.pid)}.json`);
  const read: Stamp = { commit: commit(), list: listOf(files), content: contentOf(files), at: Date.now() };
  try {
    writeFileSync(
      settings,
      JSON.stringify({ extends: './tsconfig.build.json', compilerOptions: { outDir: made } }),
    );
    const code = await compiled(path.basename(settings));
    if (code !== 0) return code;
    await bundled(made);
    writeFileSync(stampIn(made), `${JSON.stringify(read)}\n`);
    put(made);
    return 0;
  } finally {
    for (const left of [settings, made]) rmSync(left, { recursive: true, force: true });
  }
};

const unlessBuilt = async (): Promise<number> => {
  const built = stamp();
  return built !== undefined && isOf(built, sources()) ? 0 : build();
};

/** After `npm ci`: not where the sources or the compiler are not there, as in an image that is being made. */
const wherePossible = async (): Promise<number> => {
  if (existsSync(compiler) && existsSync(path.join(root, 'nest-cli.json'))) return unlessBuilt();
  console.error(
    '未编译：缺少源代码或开发用的包。Not built: the sources or the development packages are missing.',
  );
  return 0;
};

const run = async (program: string, words: readonly string[]): Promise<number> => {
  const file = path.join(dist, program);
  const built = stamp();
  if (built === undefined || !existsSync(file)) {
    console.error('尚未编译，正在编译… Not built yet; building …');
    const code = await build();
    if (code !== 0) return code;
  } else if (existsSync(path.join(root, 'nest-cli.json')) && !isOf(built, sources()))
    console.error(
      '源代码在编译之后有改动，运行的仍是编译时的程序；要更新请运行 npm run build。The sources have changed since the build, and what runs is the build: npm run build makes it anew.',
    );
  process.argv = [process.execPath, file, ...words];
  await import(file);
  return Number(process.exitCode ?? 0);
};

const main = (): Promise<number> => {
  const [mode, program = '', ...words] = process.argv.slice(2);
  if (mode === 'run') return run(program, words);
  return program === '--where-possible' ? wherePossible() : unlessBuilt();
};
process.exitCode = await main();
