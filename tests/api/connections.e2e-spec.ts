import { once } from 'node:events';
import { request, type IncomingMessage } from 'node:http';
import { connect, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { engaged } from '../faults/support.js';
import { as, startApi, type Api, type Person } from '../support/api.js';

let api: Api;
let officer: Person;
beforeAll(async () => {
  api = await startApi();
  officer = await engaged(api);
});
afterAll(() => api.close());

const port = () => Number(new URL(api.url).port);

/** Resolves when the other side has closed. */
const halfSent = async (text: string): Promise<void> => {
  const socket: Socket = connect(port(), '127.0.0.1').on('error', () => undefined);
  await once(socket, 'connect');
  socket.write(text);
  socket.resume();
  await once(socket, 'close');
};

const upload = (content: Buffer) => as(api, officer).upload('照片.txt', content);

/** A kilobyte at a time, for longer than a body that stands still may take. */
const slowUpload = async (kilobytes: number): Promise<number> => {
  const asking = request(`${api.url}/v1/files?name=slow.txt`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${officer.token}`,
      'acting-capacity': 'officer',
      'content-type': 'application/octet-stream',
      'content-length': kilobytes * 1024,
    },
  });
  const answered = once(asking, 'response');
  for (let sent = 0; sent < kilobytes; sent++) {
    asking.write('x'.repeat(1024));
    await sleep(400);
  }
  asking.end();
  const [answer] = (await answered) as [IncomingMessage];
  answer.resume();
  return answer.statusCode ?? 0;
};

it('450 half-sent requests are dropped, while a slow line and everybody else go on', async () => {
  const at = `Host: 127.0.0.1:${String(port())}\r\n`;
  const kinds = [
    '',
    `GET /health/live HTTP/1.1\r\n${at}X-Half`,
    `POST /oidc/token HTTP/1.1\r\n${at}Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 100\r\n\r\ngrant`,
  ];
  const dropped = Promise.all(Array.from({ length: 450 }, (_, i) => halfSent(kinds[i % kinds.length]!)));
  const slow = slowUpload(70);
  expect((await upload(Buffer.from('a dozen byte')).expect(201)).body).toMatchObject({ bytes: 12 });
  await dropped;
  expect(await slow).toBe(201);
});
