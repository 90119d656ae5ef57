import type { Config } from '../parts/config.js';

const isSecret = /PASSWORD|SECRET|TOKEN|LOGIN|SUBJECT/;
const isConnection = /^(DATABASE|DATABASE_OWNER|EVENTSTOREDB)_URL$/;

/** The configuration as it may be logged: of a connection only its server. */
export const shown = (config: Config): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    Object.entries(config)
      .filter(([name, value]) => !isSecret.test(name) && value !== undefined)
      .map(([name, value]) => [name, isConnection.test(name) ? serverOf(String(value)) : value]),
  );

/** Everything up to the last @ may be a user with a password, and everything from the first ? on may hold one. */
const serverOf = (address: string): string =>
  /^[\w+]+:\/\/(?:.*@)?([^@?]*)(?:\?.*)?$/s.exec(address)?.[1] ?? 'given';
