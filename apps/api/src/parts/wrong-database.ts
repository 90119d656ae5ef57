import { ConnectionStringRefused, connectionOf } from '@anjuan/database';

type Addresses = Readonly<{ DATABASE_URL?: string; DATABASE_OWNER_URL?: string }>;

/** The faults of the addresses of the database, as sentences; empty: they can be used. */
export const wrongDatabase = ({ DATABASE_URL, DATABASE_OWNER_URL }: Addresses): readonly string[] => [
  ...Object.entries({ DATABASE_URL, DATABASE_OWNER_URL }).flatMap(wrongAddress),
  ...(DATABASE_OWNER_URL !== undefined && DATABASE_URL === undefined
    ? [
        'DATABASE_OWNER_URL：须与 DATABASE_URL 合用；内置数据库无需设置，请删去；goes with DATABASE_URL, the embedded database needs none: leave it out',
      ]
    : []),
];

const wrongAddress = ([name, text]: readonly [string, string | undefined]): readonly string[] => {
  try {
    if (text !== undefined) connectionOf(text);
    return [];
  } catch (error) {
    if (!(error instanceof ConnectionStringRefused)) throw error;
    return [`${name}：${error.message}`];
  }
};
