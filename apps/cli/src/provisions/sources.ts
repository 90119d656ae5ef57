/** Where a provision is written down and which specs name it: read from the sources as text. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';

/** path: below libs/case/src, with '/'. */
type Source = Readonly<{ path: string; text: string }>;
export type Sources = Readonly<{ law: readonly Source[]; specs: readonly Source[] }>;
/** file: where it is defined; specs: those that name it. Both below libs/case/src. */
export type Place = Readonly<{ file: string; specs: readonly string[] }>;

/** A provision of which the sources show no definition under a name. */
export class NotFoundInSources extends Error {
  override readonly name = 'NotFoundInSources';
  constructor(id: string) {
    super(
      `源文件中找不到条文“${id}”：请用 export const 定义，并以字面文字书写其 id；` +
        `the sources do not define "${id}": define it with export const and write its id out`,
    );
  }
}

export const lawFolder = posix.join('libs', 'case', 'src');

export const readSources = (root: string): Sources => {
  const folder = join(root, lawFolder);
  const all = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts') && !path.endsWith('testing.ts'))
    .map((path) => ({ path: path.replaceAll('\\', '/'), text: readFileSync(join(folder, path), 'utf8') }))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
  const isSpec = ({ path }: Source): boolean => path.endsWith('.spec.ts');
  return { law: all.filter((source) => !isSpec(source)), specs: all.filter(isSpec) };
};

type Definition = Readonly<{ file: string; name: string }>;

/** The constant whose definition holds the position. */
const constantAt = ({ path, text }: Source, position: number): Definition | undefined => {
  const name = [...text.slice(0, position).matchAll(/^(?:export )?const (\w+)/gm)].at(-1)?.[1];
  return name === undefined ? undefined : { file: path, name };
};

/** `id: 'step/what'`; or 'what' handed to a function that makes the id of it. */
const definitionOf = (id: string, { law }: Sources): Definition => {
  const [step = '', what = ''] = id.split('/');
  const made = law.filter(({ text }) => text.includes(`id: \`${step}/\${`));
  const found = [
    ...law.map((source) => ({ source, at: source.text.indexOf(`id: '${id}'`) })),
    ...made.map((source) => ({ source, at: source.text.indexOf(`'${what}'`) })),
  ].find(({ at }) => at >= 0);
  const definition = found && constantAt(found.source, found.at);
  if (definition === undefined) throw new NotFoundInSources(id);
  return definition;
};

const imports = /^import (?<bound>[^;]*?) from '(?<from>[^']+)';$/gms;
const reexports = /^export \{(?<bound>[^}]*)\} from '(?<from>[^']+)';$/gms;

const word = (name: string): RegExp => new RegExp(`\\b${name}\\b`);

const comesFrom = ({ path, text }: Source, by: RegExp, { file, name }: Definition): boolean =>
  [...text.matchAll(by)].some(({ groups: { bound = '', from = '' } = {} }) => {
    const module = posix.join(posix.dirname(path), from).replace(/\.js$/, '.ts');
    return module === file && (word(name).test(bound) || bound.startsWith('* as'));
  });

/** The definition, the modules that pass it on, and the same sentence asked in another way (`{ ...it, holds }`). */
const alsoKnownAs = (definition: Definition, { law }: Sources): readonly Definition[] => {
  const passedOn = law.filter((source) => comesFrom(source, reexports, definition)).map(({ path }) => path);
  const text = law.find(({ path }) => path === definition.file)?.text ?? '';
  const asked = text.matchAll(
    new RegExp(`^export const (\\w+)[^;=]*= \\{\\s+\\.\\.\\.${definition.name},`, 'gm'),
  );
  return [
    definition,
    ...passedOn.map((file) => ({ file, name: definition.name })),
    ...[...asked].map(([, name = '']) => ({ file: definition.file, name })),
  ];
};

// Asked directly (`it.holds(…)`) a provision is tested, but refuses no act.
const names = (spec: Source, known: Definition): boolean =>
  comesFrom(spec, imports, known) &&
  new RegExp(`\\b${known.name}\\b(?!\\.holds)`).test(spec.text.replaceAll(imports, ''));

/** Throws NotFoundInSources. */
export const placeOf = (id: string, sources: Sources): Place => {
  const definition = definitionOf(id, sources);
  const known = alsoKnownAs(definition, sources);
  const specs = sources.specs.filter((spec) => known.some((one) => names(spec, one))).map(({ path }) => path);
  return { file: definition.file, specs };
};
