import type { IncomingMessage } from 'node:http';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { request } from 'node:https';
import { connect } from 'node:tls';

export const host = 'anjuan.example';

export type Options = Readonly<{
  method?: string;
  headers?: Readonly<Record<string, string>>;
  body?: string | Buffer;
}>;
export type Answer = Readonly<{ status: number; headers: Headers; text: string }>;

/** Who knows the proxy's certificate, and reaches anjuan.example on this machine. */
export class Visitor {
  readonly #ca: Buffer;
  readonly origin: string;

  constructor(
    readonly port: number,
    certificate: string,
  ) {
    this.#ca = readFileSync(certificate);
    this.origin = `https://${host}:${String(port)}`;
  }

  async ask(path: string, { method = 'GET', headers = {}, body }: Options = {}): Promise<Answer> {
    const asking = request({
      host: '127.0.0.1',
      port: this.port,
      servername: host,
      ca: this.#ca,
      agent: false,
      path,
      method,
      headers: {
        host: `${host}:${String(this.port)}`,
        ...(body !== undefined && { 'content-length': String(Buffer.byteLength(body)) }),
        ...headers,
      },
    });
    asking.end(body);
    const [answer] = (await once(asking, 'response')) as [IncomingMessage];
    const found = new Headers();
    for (let place = 0; place < answer.rawHeaders.length; place += 2)
      found.append(answer.rawHeaders[place]!, answer.rawHeaders[place + 1]!);
    let text = '';
    for await (const chunk of answer.setEncoding('utf8')) text += String(chunk);
    return { status: answer.statusCode ?? 0, headers: found, text };
  }

  /** For `signIn`: fetch as a browser that resolves anjuan.example to this machine. */
  readonly fetch: typeof globalThis.fetch = async (input, init) => {
    const url = new URL(input instanceof Request ? input.url : input);
    if (url.origin !== this.origin) throw new Error(`The browser was sent to ${url.origin}.`);
    const form = init?.body instanceof URLSearchParams ? init.body.toString() : undefined;
    const { status, headers, text } = await this.ask(`${url.pathname}${url.search}`, {
      method: init?.method ?? 'GET',
      headers: {
        ...(init?.headers as Record<string, string>),
        ...(form !== undefined && { 'content-type': 'application/x-www-form-urlencoded' }),
      },
      ...(form !== undefined && { body: form }),
    });
    return new Response([204, 304].includes(status) ? null : text, { status, headers });
  };

  /** Bytes as they are; what was answered until the proxy closed, or until it was silent for a second. */
  async send(bytes: string): Promise<string> {
    const socket = connect({ host: '127.0.0.1', port: this.port, servername: host, ca: this.#ca });
    let answered = '';
    socket.setEncoding('latin1').on('data', (text) => (answered += String(text)));
    socket.on('error', () => undefined);
    await once(socket, 'secureConnect');
    socket.write(bytes, 'latin1');
    socket.setTimeout(1_000, () => socket.destroy());
    await once(socket, 'close');
    return answered;
  }
}
