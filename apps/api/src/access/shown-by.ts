import type { FieldClass } from '@anjuan/access-log';

const classes: readonly (readonly [RegExp, FieldClass])[] = [
  [/^case\/view$/, 'case-file'],
  [/\/history$/, 'entries'],
  [/\/(actions|deadlines|compliance)$/, 'measures'],
  [/^files\//, 'papers'],
  [/^lists\//, 'list'],
  [/^registry\//, 'registry'],
  [/^audit\//, 'access'],
];

/** What an operation of the API shows its reader, as a class of fields. */
export const shownBy = (operation: string): FieldClass =>
  classes.find(([of]) => of.test(operation))?.[1] ?? 'record';

/** Reading one's own data is not recorded as a read. */
export const isOfOneself = (operation: string): boolean => operation === 'registry/me';
