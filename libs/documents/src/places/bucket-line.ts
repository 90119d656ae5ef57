import http, { type IncomingHttpHeaders, type IncomingMessage } from 'node:http';
import https from 'node:https';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { rootCertificates } from 'node:tls';
import { AwsV4Signer } from 'aws4fetch';
import { isPassing, noAnswer, silent, type Answered } from './bucket-answers.js';
import type { BucketSettings } from './bucket-settings.js';
import { FilesUnavailable } from './place-errors.js';

export type Asked = Readonly<{
  method: 'GET' | 'HEAD' | 'PUT';
  /** Of the object; absent: of the bucket itself. */
  key?: string;
  query?: Readonly<Record<string, string>>;
  headers?: Readonly<Record<string, string>>;
  /** Opened anew for each try. */
  body?: Readonly<{ open: () => Readable; bytes: number; sha256: string }>;
  /** Ends all of it, however often it is tried. */
  signal?: AbortSignal;
}>;
export type Answer = Readonly<{ status: number; headers: IncomingHttpHeaders; content: IncomingMessage }>;
/** Told of each try: `outcome` is the status, or `none`. */
export type OnTry = (method: string, outcome: string, seconds: number) => void;

const pausesMs = [100, 500];
const nothing = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';
/** Of the document of an error. */
const longestError = 64 * 1024;

/**
 * Signed requests to one bucket. The signature covers the SHA-256 of what is sent, so a server that checks it takes no
 * other bytes. What fails in passing is tried three times.
 */
export class BucketLine {
  readonly #base: string;
  readonly #agent: http.Agent;
  readonly #send: typeof http.request;

  constructor(
    private readonly settings: BucketSettings,
    private readonly onTry: OnTry = () => undefined,
  ) {
    const { endpoint, bucket, addressing, ca } = settings;
    const { protocol, host } = new URL(endpoint);
    this.#base =
      addressing === 'host' ? `${protocol}//${bucket}.${host}/` : `${protocol}//${host}/${bucket}/`;
    const secure = protocol === 'https:';
    const trusted = ca === undefined ? {} : { ca: [...rootCertificates, ca] };
    // As many connections as it takes: whoever reads a file slowly keeps nobody else waiting.
    this.#agent = secure
      ? new https.Agent({ keepAlive: true, ...trusted })
      : new http.Agent({ keepAlive: true });
    this.#send = secure ? https.request : http.request;
  }

  /** @throws FilesUnavailable where nothing was answered; what is wrong with the file that was to be sent */
  async ask(asked: Asked): Promise<Answer> {
    for (const pauseMs of pausesMs) {
      const answer = await this.#once(asked).catch((error: unknown) => {
        const why = whyNot(error);
        if (!(why instanceof FilesUnavailable) || why.refused) throw why;
      });
      if (answer && !isPassing(answer.status)) return answer;
      answer?.content.resume();
      await sleep(pauseMs);
    }
    return this.#once(asked).catch((error: unknown) => {
      throw whyNot(error);
    });
  }

  /** The content, each part of it awaited so long; it ends with FilesUnavailable where it breaks off. */
  async *contentOf({ content }: Answer): AsyncGenerator<Buffer> {
    const parts = content.iterator() as AsyncIterator<Buffer>;
    try {
      for (;;) {
        const patience = setTimeout(() => content.destroy(failure(silent)), this.settings.timeoutMs);
        const part = await parts.next().finally(() => {
          clearTimeout(patience);
        });
        if (part.done === true) return;
        yield part.value;
      }
    } catch (error) {
      throw noAnswer(error);
    } finally {
      content.destroy();
    }
  }

  /** What an answer that is no success says. */
  async answered(answer: Answer): Promise<Answered> {
    let text = '';
    for await (const part of this.contentOf(answer)) {
      text += part.toString('latin1');
      if (text.length > longestError) break;
    }
    return { status: answer.status, code: /<Code>([A-Za-z0-9.]{1,80})<\/Code>/.exec(text)?.[1] ?? '' };
  }

  async #once(asked: Asked): Promise<Answer> {
    const begun = performance.now();
    const tried = (outcome: string) => {
      this.onTry(asked.method, outcome, (performance.now() - begun) / 1000);
    };
    try {
      const answer = await this.#sent(asked);
      tried(String(answer.status));
      return answer;
    } catch (error) {
      tried('none');
      throw error;
    }
  }

  async #sent({ method, key = '', query = {}, headers = {}, body, signal }: Asked): Promise<Answer> {
    const { accessKeyId, secretAccessKey, region, timeoutMs } = this.settings;
    const signed = await new AwsV4Signer({
      method,
      url: `${this.#base}${key}?${new URLSearchParams(query).toString()}`.replace(/\?$/, ''),
      headers: { ...headers, 'x-amz-content-sha256': body?.sha256 ?? nothing },
      accessKeyId,
      secretAccessKey,
      region,
      service: 's3',
    }).sign();
    const { promise, resolve, reject } = Promise.withResolvers<Answer>();
    const request = this.#send(signed.url, {
      method,
      agent: this.#agent,
      timeout: timeoutMs,
      ...(signal && { signal }),
      headers: { ...Object.fromEntries(signed.headers), ...(body && { 'content-length': body.bytes }) },
    });
    request.on('timeout', () => request.destroy(failure(silent)));
    request.on('error', reject);
    request.on('response', (content) => {
      // From here on patience is with each part that is wanted: who reads slowly is not cut off.
      request.setTimeout(0);
      content.on('error', () => undefined);
      // What is answered before everything was sent is a refusal: the rest is not sent.
      content.once('close', () => {
        if (!request.writableFinished) request.destroy();
      });
      resolve({ status: content.statusCode ?? 0, headers: content.headers, content });
    });
    if (!body) request.end();
    else
      pipeline(
        body.open().once('error', (error) => {
          // A request that has failed ends its file with the same error.
          if (!request.destroyed) reject(new Unreadable(error));
        }),
        request,
      ).catch(reject);
    return promise;
  }
}

/** Of what was to be sent: nothing is wrong with the bucket. */
class Unreadable extends Error {
  constructor(readonly why: Error) {
    super(why.message);
  }
}

const whyNot = (error: unknown): Error => (error instanceof Unreadable ? error.why : noAnswer(error));

const failure = (code: string): Error => Object.assign(new Error(code), { code });
