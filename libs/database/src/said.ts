/** What a connection string says, by libpq's own names; several hosts and ports as they stand, with commas. */
export type Said = Readonly<Record<string, string>>;

/** The string cannot be used; the message names the part, never a value: it may hold a password. */
export class ConnectionStringRefused extends Error {
  override readonly name = 'ConnectionStringRefused';
  constructor(zh: string, en: string) {
    super(`${zh}；${en}`);
  }
}
