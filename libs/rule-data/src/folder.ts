/** Which files of the folder are rules. A name that is neither a rule's nor one of the named exceptions is refused. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { gather, refusedAt, RuleDataRefused } from './refused.js';
import { textOf } from './utf8.js';

export const kinds = ['holidays', 'packs', 'switches'] as const;
export type Kind = (typeof kinds)[number];

/** `file` is the path within the folder, `place` the one to name in a refusal. */
export type Page = Readonly<{ kind: Kind; file: string; place: string; bytes: Uint8Array; text: string }>;
export type NotRead = Readonly<{ file: string; notRead: string }>;

const mostBytes = 128 * 1024;

const isKind = (name: string): name is Kind => kinds.some((kind) => kind === name);

/** Names that are no rules, and why they are left unread. */
const passedOver = (name: string): string | undefined => {
  if (/^README([.-][\w-]+)*\.md$/.test(name)) return '说明文件；a text for people';
  if (name === '.gitkeep') return '占位文件；keeps an empty folder in git';
  // A Kubernetes volume contains these in addition to the visible files.
  if (name.startsWith('..')) return 'Kubernetes 卷的内部文件；the volume’s own, by Kubernetes';
  return undefined;
};

const unknownOnTop = (place: string, name: string): RuleDataRefused => {
  const page = /\.ya?ml$/i.test(name);
  return new RuleDataRefused([
    page
      ? `${place}: 规则文件须放在 ${kinds.join('/、')}/ 之一中，请移入；a file of rules belongs into one of these folders: move it there`
      : `${place}: 不认识的名称，可用的目录为 ${kinds.join('、')}、examples，请改名或者移走；unknown name: the folders are ${kinds.join(', ')} and examples; rename it or take it away`,
  ]);
};

const unknownPage = (place: string, name: string): RuleDataRefused => {
  const renamed = `${name.replace(/\.[^.]*$/, '')}.yaml`;
  return new RuleDataRefused([
    /\.ya?ml$/i.test(name)
      ? `${place}: 规则文件的扩展名须为 .yaml，请改名为 ${renamed}；a file of rules ends in .yaml: rename it to ${renamed}`
      : `${place}: 不是规则文件（*.yaml），请改名或者移走；no file of rules (*.yaml): rename it or take it away`,
  ]);
};

const reasonOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : String(error);

const cannot = (place: string, error: unknown): RuleDataRefused =>
  new RuleDataRefused([
    `${place}: 无法读取（${reasonOf(error)}），请检查名称和权限；it cannot be read (${reasonOf(error)}): check the name and the rights`,
  ]);

const namesIn = (folder: string): readonly string[] => {
  try {
    return readdirSync(folder).sort();
  } catch (error) {
    throw cannot(folder, error);
  }
};

const bytesOf = (place: string): Uint8Array => {
  try {
    const found = statSync(place);
    if (!found.isFile())
      throw new RuleDataRefused([`${place}: 不是普通文件，请移走；no regular file: take it away`]);
    if (found.size > mostBytes)
      throw new RuleDataRefused([`${place}: 超过 128 KiB，请拆分；larger than 128 KiB: split it`]);
    return readFileSync(place);
  } catch (error) {
    throw error instanceof RuleDataRefused ? error : cannot(place, error);
  }
};

const pageOf = (folder: string, kind: Kind, name: string): Page => {
  const place = path.join(folder, kind, name);
  if (!name.endsWith('.yaml') || name === '.yaml') throw unknownPage(place, name);
  const bytes = bytesOf(place);
  const text = textOf(bytes);
  if (typeof text === 'string') return { kind, file: `${kind}/${name}`, place, bytes, text };
  const column = String(text.column);
  throw refusedAt(
    place,
    text.line,
    `第 ${column} 列 column ${column}`,
    '不是 UTF-8 文本，请另存为 UTF-8；no UTF-8 text: save it as UTF-8',
  );
};

type Found = Readonly<{ pages: readonly Page[]; notRead: readonly NotRead[] }>;

const inKind = (folder: string, kind: Kind): Found => {
  const names = namesIn(path.join(folder, kind));
  return {
    pages: gather(
      names.filter((name) => passedOver(name) === undefined).map((name) => () => pageOf(folder, kind, name)),
    ),
    notRead: names.flatMap((name) => {
      const why = passedOver(name);
      return why === undefined ? [] : [{ file: `${kind}/${name}`, notRead: why }];
    }),
  };
};

const onTop = (folder: string, name: string): Found => {
  if (isKind(name)) return inKind(folder, name);
  const why = name === 'examples' ? '样例，不作为规则；examples are no rules' : passedOver(name);
  if (why === undefined) throw unknownOnTop(path.join(folder, name), name);
  return { pages: [], notRead: [{ file: name, notRead: why }] };
};

const namesOnTop = (folder: string): readonly string[] => {
  try {
    return namesIn(folder);
  } catch (error) {
    if (!(error instanceof RuleDataRefused)) throw error;
    const cure =
      'RULES_DIR 须为规则文件的目录，没有规则文件的，可为空目录；RULES_DIR must be the folder of rules, an empty one where there are none';
    throw new RuleDataRefused([...error.reasons, cure]);
  }
};

/** Every page of the folder, and what was left unread. Throws RuleDataRefused with everything that is in the way. */
export const readFolder = (folder: string): Found => {
  const found = gather(namesOnTop(folder).map((name) => () => onTop(folder, name)));
  return {
    pages: found.flatMap(({ pages }) => pages),
    notRead: found.flatMap(({ notRead }) => notRead),
  };
};
