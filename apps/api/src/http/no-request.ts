import { randomUUID } from 'node:crypto';
import { STATUS_CODES, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { closedHeaders } from './addressed.js';
import { headersInTime } from './connections.js';
import { problemDocument, problemType } from './problem-document.js';
import { Problem, problems, type ProblemType } from './problems.js';

const byCode: Readonly<Record<string, ProblemType>> = {
  ERR_HTTP_REQUEST_TIMEOUT: 'request-timeout',
  HPE_HEADER_OVERFLOW: 'headers-too-large',
  HPE_CHUNK_EXTENSIONS_OVERFLOW: 'body-too-large',
};
const typeOf = (code: string): ProblemType =>
  (Object.hasOwn(byCode, code) ? byCode[code] : undefined) ?? 'malformed-request';

/** The request that came in whole on this connection, or was answered, before what cannot be read. */
const answering = (socket: Socket & { _httpMessage?: ServerResponse | null }): ServerResponse | undefined => {
  const response = socket._httpMessage ?? undefined;
  return response?.headersSent === true || response?.req.complete === true ? response : undefined;
};

const closing = new WeakSet<Socket>();
/** A refusal written now would be taken for the answer to that request: its own goes out, and nothing more is read. */
const closeAfter = (response: ServerResponse, socket: Socket): void => {
  if (closing.has(socket)) return;
  closing.add(socket);
  socket.pause();
  response.once('finish', () => {
    socket.destroySoon();
  });
};

/** Bytes that are no HTTP, headers beyond measure, a request that never ends: there is no request to answer yet. */
const answerNoRequest =
  (publicUrl: string) =>
  (error: Error & { code?: string }, socket: Socket): void => {
    if (error.code === 'ECONNRESET' || !socket.writable) {
      socket.destroy();
      return;
    }
    const response = answering(socket);
    if (response !== undefined) {
      closeAfter(response, socket);
      return;
    }
    endSocketWith(new Problem(typeOf(error.code ?? ''), ''), socket, publicUrl);
  };

const endSocketWith = (problem: Problem, socket: Duplex, publicUrl: string): void => {
  const { status } = problems[problem.type];
  const body = problemDocument(problem, { publicUrl, instance: '', requestId: randomUUID() });
  const head = [
    `HTTP/1.1 ${String(status)} ${STATUS_CODES[status] ?? ''}`,
    `Content-Type: ${problemType}`,
    `Content-Length: ${String(Buffer.byteLength(body))}`,
    'Cache-Control: no-store',
    'Connection: close',
    ...Object.entries(closedHeaders(publicUrl)).map(([name, value]) => `${name}: ${value}`),
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`, () => {
    socket.destroy();
  });
};

/** Refusals of what never becomes a request to a route. `publicUrl`: where the problem pages are. */
export const refusingOptions = (publicUrl: string) => ({
  // Node answers a request without Host by a bare 400; ours says why.
  http: { ...headersInTime, requireHostHeader: false },
  clientErrorHandler: answerNoRequest(publicUrl),
  frameworkErrors: ({ code }: FastifyError, { raw, id }: FastifyRequest, reply: FastifyReply): void => {
    const problem = new Problem(
      code === 'FST_ERR_MAX_PARAM_LENGTH' ? 'address-too-long' : 'malformed-request',
      '地址无法读取；The address cannot be read',
    );
    const [instance = ''] = (raw.url ?? '').split('?');
    void reply
      .status(problems[problem.type].status)
      .type(problemType)
      .send(problemDocument(problem, { publicUrl, instance, requestId: id }));
  },
});

/** A problem written where no framework is: the answer ends, and the connection with it. */
export const endWith = (
  problem: Problem,
  { url = '' }: IncomingMessage,
  response: ServerResponse,
  publicUrl: string,
): void => {
  const [instance = ''] = url.split('?');
  const { status } = problems[problem.type];
  const body = problemDocument(problem, { publicUrl, instance, requestId: randomUUID() });
  response
    .writeHead(status, {
      'content-type': problemType,
      'content-length': Buffer.byteLength(body),
      'cache-control': 'no-store',
      connection: 'close',
      ...closedHeaders(publicUrl),
    })
    .end(body);
};

/**
 * An `Expect` other than 100-continue (RFC 9110, 10.1.1), which Node would answer with a bare 417, and CONNECT, on
 * which it would close the connection without a word.
 */
export const refuseExpectations = (server: Server, publicUrl: string): void => {
  server.on('connect', (_request, socket) => {
    socket.on('error', () => undefined);
    endSocketWith(
      new Problem('method-not-allowed', '本系统不是代理；This program is no proxy', {
        allow: 'GET, HEAD, POST',
      }),
      socket,
      publicUrl,
    );
  });
  server.on('checkExpectation', (request: IncomingMessage, response: ServerResponse) => {
    endWith(new Problem('expectation-unknown', ''), request, response, publicUrl);
  });
};
