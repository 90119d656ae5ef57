import { existsSync, readFileSync } from 'node:fs';

/** Beyond 10080, the last of the ports that `fetch` never asks: it calls them bad. */
const first = 10_100;
const many = 21_900;
const listens = '0A';

/** Ports that somebody of this machine listens on, where the system says so: on Linux. */
const taken = (): ReadonlySet<number> => {
  const tables = ['/proc/net/tcp', '/proc/net/tcp6'].filter((table) => existsSync(table));
  const lines = tables.flatMap((table) => readFileSync(table, 'utf8').split('\n').slice(1));
  const fields = lines.map((line) => line.trim().split(/\s+/)).filter(([, , , state]) => state === listens);
  return new Set(fields.map(([, local = '']) => Number.parseInt(local.split(':').at(-1) ?? '', 16)));
};

/**
 * Below those that the system gives to connections that go out: they could have it while a program starts again. Nobody
 * listens on it, nor on the next one.
 */
export const somePort = (): number => {
  const busy = taken();
  for (;;) {
    const port = first + Math.floor(Math.random() * many);
    if (!busy.has(port) && !busy.has(port + 1)) return port;
  }
};
