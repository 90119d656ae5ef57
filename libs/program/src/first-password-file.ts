import { join, resolve } from 'node:path';

/** Where the first start keeps the password that it made up for the administrator, until somebody deletes it. */
export const firstPasswordFile = (dataDir: string): string =>
  join(resolve(dataDir), 'first-administrator.txt');
