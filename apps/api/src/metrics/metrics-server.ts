import { createServer, type Server } from 'node:http';
import { closedHeaders } from '../http/addressed.js';
import { boundConnections } from '../http/connections.js';
import { endWith, refuseExpectations, refusingOptions } from '../http/no-request.js';
import { Problem } from '../http/problems.js';
import type { Metrics } from './metrics.js';

/** Answers GET /metrics on an address of its own, for those who watch the program; nothing else. */
export async function serveMetrics(metrics: Metrics, port: number, host: string): Promise<Server> {
  const { http, clientErrorHandler } = refusingOptions('');
  const server = createServer(http, (request, response) => {
    if (request.url !== '/metrics') {
      endWith(new Problem('not-found', '只有 /metrics；/metrics alone'), request, response, '');
      return;
    }
    if (request.method !== 'GET') {
      response.setHeader('allow', 'GET');
      endWith(new Problem('method-not-allowed', '', { allow: 'GET' }), request, response, '');
      return;
    }
    metrics.text().then(
      (text) =>
        response
          .writeHead(200, {
            'content-type': metrics.contentType,
            'cache-control': 'no-store',
            ...closedHeaders(''),
          })
          .end(text),
      // The database does not answer: the scraper sees the program as down, which it is.
      () => {
        endWith(new Problem('unavailable', ''), request, response, '');
      },
    );
  });
  server.on('clientError', clientErrorHandler);
  boundConnections(server, () => false);
  refuseExpectations(server, '');
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(port, host, resolve);
  });
  return server;
}
