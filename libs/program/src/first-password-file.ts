import path from 'node:path';

export type WhichAdministrator = 'first' | 'second';

/** Where the first start leaves the password that it made up for an administrator. */
export const firstPasswordFile = (dataDir: string, which: WhichAdministrator = 'first'): string =>
  path.join(path.resolve(dataDir), `${which}-administrator.txt`);
