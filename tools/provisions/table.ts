/** docs/provisions.md: what the law core demands, for those who read no TypeScript. */
import { shortCite, type Citation } from '@anjuan/law';
import type { Stated } from '@anjuan/procedure';
import { cureOf, procedures, type Demanded } from '@anjuan/record';
import type { Group } from './groups.js';
import { placeOf, type Places } from './places.js';

const head = `# 条文一览 · Provisions

<!-- 由 npm run provisions 生成，请勿手工修改；written by npm run provisions, not by hand -->

案件规则所要求的每一条：条款、编号、法律原文、英文释义、提出要求的行为、不符合时怎样补救（办理哪一行为，改正所填内容，或者为何无可补救）、定义所在文件和点名拒绝它的测试。
先列各步骤共用的条文，再按办案程序的顺序列出各步骤。\`policy\` 是本系统或者机关的规则，不是法律条文。

Every provision the law core asks: article, id, the statute's sentence, a plain rendering in English, the acts that ask it, the cure (the act that meets it, what to mend in the entry, or why there is none), the file (below \`libs\`) that defines it and the specs that refuse it by name. What several steps share comes first, then each step in the order of the procedure. \`policy\` is a rule of this system or of the agency, not an article.
`;

const columns =
  '| 条款 article | id | 原文 says | English | 行为 acts | 补救 cure | 定义 defined in | 测试 refused in |';
const rule = '| --- | --- | --- | --- | --- | --- | --- | --- |';

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ');
const code = (text: string): string => `\`${text}\``;
const link = (path: string): string =>
  `[${path.replace(/^libs\/(case\/src\/)?/, '').replace('/src/', '/')}](../${path})`;

const cited = (cites: Citation): string => ('policy' in cites ? `policy：${cites.policy}` : shortCite(cites));
const articles = ({ cites, also = [] }: Stated): string => [cites, ...also].map(cited).join('<br>');

const cured = (provision: Stated): string => {
  const found = cureOf(provision);
  if ('noCure' in found) return `无 none：${found.noCure.zh}；${found.noCure.en}`;
  const { zh, en, acts = [] } = found.cure;
  return [`${zh}；${en}`, ...acts.map(code)].join('<br>');
};

/** All acts of a procedure are not listed, but those of them that do not ask it. */
const asking = ({ provision, acts }: Demanded): readonly string[] => {
  const every = procedures.filter(
    (of) => of.always.some(({ id }) => id === provision.id) && acts.some((name) => name in of.acts),
  );
  const said = every.map((of) => {
    const others = Object.keys(of.acts).filter((name) => !acts.includes(name));
    const but = others.length === 0 ? '' : `，除 but ${others.map(code).join('、')}`;
    return `每一行为 every act：${of.title.zh} ${of.title.en}${but}`;
  });
  const listed = acts.filter((name) => every.every((of) => !(name in of.acts)));
  return [...said, ...listed.map(code)];
};

const row = (demanded: Demanded, places: Places): string => {
  const { provision } = demanded;
  const { file, specs } = placeOf(provision.id, places);
  const cells = [
    articles(provision),
    code(provision.id),
    provision.says,
    provision.en,
    asking(demanded).join('<br>'),
    cured(provision),
    link(file),
    specs.map(link).join('<br>'),
  ];
  return `| ${cells.map(cell).join(' | ')} |`;
};

const section = ({ name, stated }: Group, places: Places): string =>
  [`## ${name}`, '', columns, rule, ...stated.map((each) => row(each, places)), ''].join('\n');

/** The whole page. Throws NotFoundInSources. */
export const provisionsPage = (groups: readonly Group[], places: Places): string =>
  [head, ...groups.filter(({ stated }) => stated.length > 0).map((group) => section(group, places))].join(
    '\n',
  );
