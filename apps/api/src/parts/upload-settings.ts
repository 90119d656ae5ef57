import { clamdAddress, isKindName, kindNames, usualKinds, type KindName } from '@anjuan/documents';
import { ValidateBy } from 'class-validator';
import { says } from './says.js';

/** Stands for those that are taken where nothing else is said. */
export const usual = 'usual';

/** The kinds of files that a list names: `usual,doc,xls`. Undefined: it names one that is not known, or none. */
export const kindsIn = (list: string): readonly KindName[] | undefined => {
  const names = list.split(',').map((name) => name.trim().toLowerCase());
  const all = names.flatMap((name): readonly string[] => (name === usual ? usualKinds : [name]));
  return all.every(isKindName) ? [...new Set(all)] : undefined;
};

export const IsClamd = (): PropertyDecorator =>
  ValidateBy(
    {
      name: 'isClamd',
      validator: { validate: (value) => typeof value === 'string' && clamdAddress(value) !== undefined },
    },
    says(
      '须为 tcp://主机:端口 或 unix:///套接字路径',
      'write tcp://host:port, or unix:///path/of/the/socket',
    ),
  );

export const KindNames = (): PropertyDecorator =>
  ValidateBy(
    {
      name: 'isKindNames',
      validator: { validate: (value) => typeof value === 'string' && kindsIn(value) !== undefined },
    },
    says(
      `请以逗号分隔列出文件后缀，可用：${[usual, ...kindNames].join(' ')}`,
      `list endings of files with commas between them, of: ${[usual, ...kindNames].join(' ')}`,
    ),
  );
