/** The part of docs/provisions.md that goes by the rules of the law instead of by provision. */
import type { Rule, Section } from './rule.js';

const head = `# 规则一览 · Rules

法律法规的每一条规则：由哪些条文执行，由哪个期限或者函数计算，由哪些数据配置；未建的写明原因。
“核实”一栏：\`K\` 为凭记忆、未重读原文；\`UNSURE\` 为理解未定，可按所列数据调整。

Every rule of the law: the provisions that enforce it, the clock or function that computes it, the data that configure it; what is left out says why. In the column "sure?", \`K\` is from memory, \`UNSURE\` an open reading; the datum named there changes it without code.
`;

const columns =
  '| 规则 rule | 依据 cites | 执行 enforced by | 计算 computed by | 配置 configured by | 未建 left out | 核实 sure? |';
const line = '| --- | --- | --- | --- | --- | --- | --- |';

const cell = (text: string): string => text.replaceAll('|', '\\|');

const placed = (name: string): string => {
  const [path = '', what] = name.split('#');
  return what === undefined ? `\`${name}\`` : `[${what}](../${path})`;
};

const row = ({
  id,
  cites,
  enforced = [],
  computed = [],
  configured = [],
  leftOut,
  sure,
  key,
}: Rule): string => {
  const cells = [
    `\`${id}\``,
    cites,
    enforced.map((provision) => `\`${provision}\``).join('<br>'),
    computed.map(placed).join('<br>'),
    configured.map(placed).join('<br>'),
    leftOut ?? '',
    [sure, key && placed(key)].filter((part) => part !== undefined).join('<br>'),
  ];
  return `| ${cells.map(cell).join(' | ')} |`;
};

const section = ({ title, rules }: Section): string =>
  [`## ${title}`, '', columns, line, ...rules.map(row), ''].join('\n');

const unnamed = (sections: readonly Section[], provisions: readonly string[]): string => {
  const named = new Set(sections.flatMap(({ rules }) => rules.flatMap(({ enforced = [] }) => enforced)));
  const others = provisions.filter((id) => !named.has(id));
  return [
    '## 不属于任何一条规则的条文；provisions that no rule names',
    '',
    ...(others.length === 0 ? ['无；none'] : others.map((id) => `- \`${id}\``)),
    '',
  ].join('\n');
};

/** provisions: the ids of all, for the list of those that no rule names. */
export const rulesPage = (sections: readonly Section[], provisions: readonly string[]): string =>
  [head, ...sections.map(section), unnamed(sections, provisions)].join('\n');
