/** Normal commands sent to an API that `watched.js` was loaded into, and what it says of its event loop. */
import type { ApiProcess } from '../http/api-process.js';
import type { Plan } from '../http/plan.js';

export type Watched = Readonly<{ longestMs: number; longestCpuMs: number; cpuMs: number }>;

export const watched = ({ process: server }: ApiProcess): Promise<Watched> =>
  new Promise((resolve) => {
    const hear = (message: unknown) => {
      if (typeof message !== 'object' || message === null || !('watched' in message)) return;
      server.off('message', hear);
      resolve(message.watched as Watched);
    };
    server.on('message', hear).send({ watched: true });
  });

const headers = ({ token, capacity }: Plan) => ({
  authorization: `Bearer ${token}`,
  'acting-capacity': capacity,
  'content-type': 'application/json',
  'idempotency-key': crypto.randomUUID(),
});
const path = '/v1/cases/initiation/receive-lead';

export const sent = async (plan: Plan, body: string): Promise<number> => {
  const answer = await fetch(plan.url + path, { method: 'POST', headers: headers(plan), body }).catch(
    // Refused while it was still being sent.
    () => undefined,
  );
  await answer?.arrayBuffer();
  return answer?.status ?? 413;
};

/** Milliseconds of each normal command, one after the other. */
export const commands = async (plan: Plan, count: number): Promise<readonly number[]> => {
  const took: number[] = [];
  for (let at = 0; at < count; at += 1) {
    const begun = performance.now();
    const status = await sent(plan, JSON.stringify(plan.lead));
    if (status !== 201) throw new Error(`A command was answered by ${String(status)}.`);
    took.push(performance.now() - begun);
  }
  return took;
};
