import type { Bilingual } from '@anjuan/program';

const mostNamed = 50;
const named = (streams: readonly string[]): string =>
  `${streams.slice(0, mostNamed).join(', ')}${streams.length > mostNamed ? `, … (${String(streams.length)}; --json)` : ''}`;

const checks: Readonly<Record<string, string>> = {
  connection: '连接 connection',
  version: '版本 version',
  read: '读取权限 right to read',
  write: '写入权限 right to write',
  limits: '会删除记录的设定 settings that delete events',
  accounts: '他人的权限 what others may do',
  prefix: '流名的开头 beginning of the streams’ names',
  halves: '与 PostgreSQL 一致 agrees with PostgreSQL',
};

type Found = Readonly<{ found?: string; warnings?: readonly string[]; fault?: string }>;

export const examining = {
  line: (what: string, { found, warnings = [], fault }: Found): string => {
    const state = fault !== undefined ? 'fault' : warnings.length > 0 ? 'warning' : 'ok';
    const head = `${checks[what] ?? what}: ${state}${found === undefined ? '' : ` (${found})`}`;
    return [head, ...(fault === undefined ? warnings : [fault])].join('\n  ');
  },
};

type Lack = Readonly<{ commands: number; from: string; to: string; streams: readonly string[] }>;

export const settlingText = {
  acceptMissing: {
    zh: '--accept 之后请写记录末条的位置，或者 empty（启动时的提示中有）',
    en: 'after --accept write the position of the last event of the log, or empty; the start says which',
  },
  done: (events: number, derived: number): Bilingual => ({
    zh: `已通读记录 ${String(events)} 条，重新推导指令 ${String(derived)} 项。`,
    en: `${String(events)} events were read; ${String(derived)} commands were derived from them.`,
  }),
  derivedIn: (streams: readonly string[]): Bilingual => ({
    zh: `推导出的指令涉及：${named(streams)}。其中的记录自此视为本程序所写。`,
    en: `They stand in: ${named(streams)}. What stands there counts as written by this program from now on.`,
  }),
  withoutDigest: (commands: number): Bilingual => ({
    zh: `其中 ${String(commands)} 项没有请求的摘要：再次发送的同一请求会被当作另一请求而拒绝。`,
    en: `${String(commands)} of them are without the digest of their request: the same request sent again is refused as another one.`,
  }),
  notDerived: (commands: number, streams: readonly string[]): Bilingual => ({
    zh: `未能推导的指令 ${String(commands)} 项：${named(streams)}。其记录与一次写入所留不符。`,
    en: `${String(commands)} commands could not be derived, in: ${named(streams)}. Their events are not such as one append leaves.`,
  }),
  lost: ({ commands, from, to, streams }: Lack): Bilingual => ({
    zh: `已丢失的指令 ${String(commands)} 项，${from} 至 ${to}：${named(streams)}。这些行为须重新办理；有清单显示 ahead-of-store 的，运行 anjuan rebuild。`,
    en: `${String(commands)} commands are lost, from ${from} to ${to}: ${named(streams)}. These acts must be done again; where a list says ahead-of-store, run anjuan rebuild.`,
  }),
  disclosures: (missing: number, streams: readonly string[]): Bilingual => ({
    zh: `无法取回的个人信息 ${String(missing)} 项，涉及：${named(streams)}。记录本身完整，这些内容显示为已隐去。`,
    en: `${String(missing)} disclosures of personal data cannot be had again, in: ${named(streams)}. The record itself is whole; these values are shown as withheld.`,
  }),
  removed: (count: number): Bilingual => ({
    zh: `随丢失的行为一并删除的个人信息 ${String(count)} 项。`,
    en: `${String(count)} disclosures of lost acts were removed with them.`,
  }),
  accounts: (people: readonly string[]): Bilingual => ({
    zh: `数据库中已无账号的人员 ${String(people.length)} 人：${named(people)}。管理员请运行 anjuan admin reset，其他人员的账号由一名管理员销户，另一名管理员重新开通。`,
    en: `${String(people.length)} people have no account any more: ${named(people)}. The administrator runs anjuan admin reset; the accounts of the others are closed by one administrator and opened anew by another.`,
  }),
} as const;
