/** Requests as they are, and what comes back. */
import { Agent, request as httpRequest } from 'node:http';
import { connect } from 'node:net';

export type Answer = Readonly<{ status: number; type: string; text: string }>;
export type Sent = Readonly<{
  method: string;
  path: string;
  /** an even list of names and values, so that a name may stand twice */
  headers?: readonly (readonly [string, string | readonly string[]])[];
  body?: Buffer | string;
}>;

export const agent = new Agent({ keepAlive: true, maxSockets: 8 });

const flat = (headers: NonNullable<Sent['headers']>): string[] =>
  headers.flatMap(([name, value]) =>
    (typeof value === 'string' ? [value] : value).flatMap((one) => [name, one]),
  );

/** One request through a pool of connections; rejects when the connection breaks without an answer. */
export const send = (url: string, { method, path, headers = [], body }: Sent): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const { hostname, port } = new URL(url);
    const given: (readonly [string, string | readonly string[]])[] = [
      ['Host', `${hostname}:${port}`],
      ...headers,
    ];
    if (body !== undefined) given.push(['Content-Length', String(Buffer.byteLength(body))]);
    const out = httpRequest({ hostname, port, method, path, headers: flat(given), agent }, (answer) => {
      const parts: Buffer[] = [];
      answer.on('data', (part: Buffer) => parts.push(part)).on('error', reject);
      answer.on('end', () => {
        const type = answer.headers['content-type'] ?? '';
        resolve({ status: answer.statusCode ?? 0, type, text: Buffer.concat(parts).toString('utf8') });
      });
    });
    out.on('error', reject).end(body);
  });

/** Bytes on a connection of their own, and everything that comes back until the other side closes it. */
export const raw = (url: string, bytes: Buffer | string, patienceMs = 15_000): Promise<string> =>
  new Promise((resolve, reject) => {
    const { hostname, port } = new URL(url);
    const socket = connect({ host: hostname, port: Number(port) });
    const parts: Buffer[] = [];
    const give = () => {
      socket.destroy();
      resolve(Buffer.concat(parts).toString('latin1'));
    };
    socket.setTimeout(patienceMs, give);
    socket.on('data', (part: Buffer) => parts.push(part));
    socket.on('end', give).on('close', give);
    socket.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'ECONNRESET' || error.code === 'EPIPE') give();
      else reject(error);
    });
    socket.on('connect', () =>
      socket.write(typeof bytes === 'string' ? Buffer.from(bytes, 'latin1') : bytes),
    );
  });

/** The answers of a connection, apart; their lengths are those that were promised. */
export const answersIn = (said: string): readonly Answer[] => {
  const answers: Answer[] = [];
  let rest = said;
  while (rest !== '') {
    const head = /^HTTP\/1\.1 (\d{3})[^\r\n]*\r\n((?:[^\r\n]+\r\n)*)\r\n/.exec(rest);
    if (!head) throw new Error(`no answer: ${JSON.stringify(rest.slice(0, 200))}`);
    const [all, status, lines = ''] = head;
    const field = (name: string) => new RegExp(`^${name}: *(.*?)\\r?$`, 'im').exec(lines)?.[1];
    const length = Number(field('content-length') ?? '0');
    const text = Buffer.from(rest.slice(all.length, all.length + length), 'latin1').toString('utf8');
    if (Number(status) >= 200)
      answers.push({ status: Number(status), type: field('content-type') ?? '', text });
    rest = rest.slice(all.length + length);
  }
  return answers;
};

/** Does it for all of them, so many at a time. */
export const each = async <Item>(
  items: readonly Item[],
  does: (item: Item) => Promise<void>,
): Promise<void> => {
  const waiting = items.values();
  await Promise.all(
    Array.from({ length: 8 }, async () => {
      for (const item of waiting) await does(item);
    }),
  );
};

/** What is wrong with a refusal; undefined when it is a problem document of a 4xx, or one of those allowed. */
export const fault = (
  { status, type, text }: Answer,
  allowed: readonly number[] = [],
): string | undefined => {
  if (allowed.includes(status)) return undefined;
  if (status < 400 || status > 499) return `answered ${String(status)} ${text.slice(0, 200)}`;
  return faultOfProblem({ status, type, text });
};

/** Of an answer of 4xx or 5xx that has to be a problem document. */
export const faultOfProblem = ({ status, type, text }: Answer): string | undefined => {
  if (!type.startsWith('application/problem+json'))
    return `${String(status)} as ${type}: ${text.slice(0, 120)}`;
  const reported = JSON.parse(text) as Readonly<Record<string, unknown>>;
  const whole =
    /\/problems\/[a-z-]+$/.test(String(reported['type'])) &&
    /.；./.test(String(reported['title'])) &&
    reported['status'] === status &&
    typeof reported['instance'] === 'string' &&
    typeof reported['requestId'] === 'string' &&
    reported['requestId'] !== '';
  if (!whole) return `no whole problem: ${text.slice(0, 300)}`;
  return text.length > 32_768 ? `a problem of ${String(text.length)} characters` : undefined;
};
