/** docs/rights.md: the table of rights, a row each route, for those who read no TypeScript. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { capacities, relations, type Capacity, type Relation } from '@anjuan/procedure';
import { projectRoot } from '@anjuan/program';
import { rights, type Personal, type Right } from '@anjuan/rights';

type Route = Readonly<{ method: string; path: string; summary: string }>;
type Described = Readonly<{
  paths: Readonly<
    Record<string, Readonly<Record<string, Readonly<{ operationId: string; summary?: string }>>>>
  >;
}>;

const capacityNames: Readonly<Record<Capacity, string>> = {
  officer: '执法人员',
  'unit-head': '办案机构负责人',
  'legal-reviewer': '法制审核人员',
  'case-reviewer': '案件审核人员',
  leader: '负责人',
  principal: '主要负责人',
  'hearing-host': '听证主持人',
  auditor: '执法监督人员',
  administrator: '管理员',
};
const relationNames: Readonly<Record<Relation, string>> = {
  recused: '已被决定回避；taken off the case by a recusal',
  handler: '承办人，含立案申请中拟定的；handler, also one proposed in an open request for filing',
  reviewer: '审核过本案，或者本案待其身份审核；reviewed the case, or holds the capacity of an open review',
  host: '本案听证主持人；host of its hearing',
  'took-part': '以其他方式参与；took part otherwise: recorded, acted, attended a discussion',
  line: '办案机构负责人、负责人、主要负责人；unit head, leader, principal',
  auditor: '执法监督人员；auditor',
  none: '以上都不是；none of these',
};
const personalNames: Readonly<Record<Personal, string>> = {
  shown: '显示 shown',
  'for-a-purpose': '说明目的（`purpose`）后显示 shown for a stated purpose',
  withheld: '不显示 withheld',
};
const whoseNames: Readonly<Record<Right['whose'], string>> = {
  public: '公开 public',
  own: '本人 own',
  agency: '本机关 own agency',
  'agency-or-system': '本机关；系统管理员：各机关 own agency; administrators of the system: every agency',
  system: '系统管理员 administrators of the system',
};

const head = `# 权限表 · Rights

<!-- 由 npm run provisions 生成，请勿手工修改；written by npm run provisions, not by hand -->

谁可以做什么、看什么：每个接口一行，程序按本表放行（\`libs/rights\`）；没有列入本表的接口，程序不启动。其他机关的案件、人员、文件，一律如同不存在。
\`/oidc\`（登录）、\`/docs\`（登录后可看的接口说明）和单独地址上的指标不在本表之内：它们不触及案卷。

Who may do what, and read what: a row each route. The program lets in by this table (\`libs/rights\`) and does not start with a route that is not in it. What belongs to another agency is as if it were not there. \`/oidc\` (signing in), \`/docs\` (the description of the API, for who is signed in) and the metrics on an address of their own are not in it: they reach no record.

A name with \`#\` is a part of what the route of that name answers.
`;

const code = (text: string): string => `\`${text}\``;
const row = (...cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
const table = (columns: readonly string[], rows: readonly string[]): string =>
  [row(...columns), row(...columns.map(() => '---')), ...rows, ''].join('\n');

const whoMay = ({ who }: Right): string => {
  if (who === 'anybody') return '任何人 anybody';
  if (who === 'signed-in') return '已登录 anybody signed in';
  const others = capacities.filter((one) => !who.includes(one));
  if (others.length === 0) return '任一身份 any capacity';
  if (others.length === 1)
    return `除${others.map((one) => `${capacityNames[one]} ${code(one)}`).join('')}外任一身份 any other capacity`;
  return who.map((one) => `${capacityNames[one]} ${code(one)}`).join('<br>');
};

const relationsTable = (personal: Readonly<Record<Relation, Personal>>): string =>
  table(
    ['关系 relation', '是谁 who', '个人信息 personal data'],
    relations.map((one) => row(code(one), relationNames[one], personalNames[personal[one]])),
  );

const routesIn = ({ paths }: Described): ReadonlyMap<string, Route> =>
  new Map(
    Object.entries(paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, { operationId, summary = '' }]) => [
        operationId,
        { method: method.toUpperCase(), path, summary },
      ]),
    ),
  );

const rowOf = (name: string, right: Right, routes: ReadonlyMap<string, Route>): string => {
  const route = routes.get(name);
  const { method, path, summary } = route ?? { method: '', path: '', summary: '' };
  return row(
    code(name),
    route ? code(`${method} ${path}`) : '',
    summary,
    whoMay(right),
    whoseNames[right.whose],
    right.personal === undefined ? '' : '按关系 by relation',
  );
};

const columns = ['接口 route', '', '', '谁 who', '哪些 whose', '个人信息 personal data'];

const byRelation = (): readonly string[] => {
  const different = new Set([...rights.values()].flatMap(({ personal }) => (personal ? [personal] : [])));
  return [...different].map(relationsTable);
};

/** The whole page, with the paths and titles of docs/openapi.json, which `npm run openapi` writes before. */
export const rightsPage = async (): Promise<string> => {
  const text = await readFile(join(projectRoot(), 'docs', 'openapi.json'), 'utf8');
  const routes = routesIn(JSON.parse(text) as Described);
  const rows = [...rights];
  const printed = (of: readonly (readonly [string, Right])[]) =>
    table(
      columns,
      of.map(([name, right]) => rowOf(name, right, routes)),
    );
  return [
    head,
    '## 查阅与登记 · Reads and the registry',
    '',
    printed(rows.filter(([, { refusedBy }]) => refusedBy === undefined)),
    '## 个人信息 · Personal data in a record',
    '',
    '按关系从上到下，以先符合的为准。个人信息是 `docs/events.md` 中 Personal 一栏所列的字段；举报人及其再次举报的材料另行保密，任何人均须经 `reporter-identity/look` 查看，材料在查看后以 `look` 写明案件下载。文件经写明它的记录查阅：能看到其中个人信息的人员可以下载；尚无记录写明的，由上传的人员下载。',
    '',
    'The first relation that fits, from above. Personal is what the column Personal of `docs/events.md` names; who reported, and the letters in which they brought new facts, are shown to nobody but by `reporter-identity/look`; the letters are downloaded after it, with the case as `look`. A file is reached through a record that names it, by who is shown what is personal there; while none does, by who uploaded it.',
    '',
    ...byRelation(),
    '## 行为 · Acts',
    '',
    '不具备所列身份的，由该行为的条文拒绝（见 [provisions.md](provisions.md)），并留下记录。',
    '',
    'Who holds none of these capacities is refused by the provisions of the act ([provisions.md](provisions.md)), and the attempt is kept.',
    '',
    printed(rows.filter(([, { refusedBy }]) => refusedBy === 'law')),
  ].join('\n');
};
