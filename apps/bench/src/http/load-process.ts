/** Makes the load, apart from the server and the benchmark: the clients must not share an event loop with either. */
import autocannon, { type Request } from 'autocannon';
import { connections, type FromLoad, type Load, type Plan, type ToLoad, type Wanted } from './plan.js';

const amounts: Readonly<Record<Wanted, number>> = {
  commands: 3_200,
  'empty route': 12_800,
  'signed in': 6_400,
};
/** of the amount, before what is measured */
const warmUp = 0.25;

type Standing = { case: string; revision: number };
type RequestContext = { standing?: Standing | undefined };

/** Half of the commands open a case, half add to one on file, at the revision the last answer gave. */
function commandsOf({ url, token, capacity, lead, piece, cases }: Plan): readonly Request[] {
  const free: Standing[] = [...cases];
  const headers = {
    authorization: `Bearer ${token}`,
    'acting-capacity': capacity,
    'content-type': 'application/json',
  };
  const keyed = (more: Readonly<Record<string, string>> = {}) => ({
    ...headers,
    'idempotency-key': crypto.randomUUID(),
    ...more,
  });
  return [
    {
      method: 'POST',
      path: new URL('/v1/cases/initiation/receive-lead', url).pathname,
      body: JSON.stringify(lead),
      setupRequest: (request) => ({ ...request, headers: keyed() }),
    },
    {
      method: 'POST',
      body: JSON.stringify(piece),
      setupRequest: (request, context: RequestContext) => {
        const standing = free.shift();
        if (standing === undefined) throw new Error('More connections than cases on file.');
        context.standing = standing;
        return {
          ...request,
          path: `/v1/cases/${standing.case}/evidence/add`,
          headers: keyed({ 'if-match': `"${String(standing.revision)}"` }),
        };
      },
      onResponse: (status, _body, { standing }: RequestContext) => {
        if (standing === undefined) return;
        free.push(status === 200 ? { ...standing, revision: standing.revision + 1 } : standing);
      },
    },
  ];
}

const emptyRoute: readonly Request[] = [{ method: 'GET', path: '/health/live' }];
const signedIn = ({ token }: Plan): readonly Request[] => [
  { method: 'GET', path: '/v1/me', headers: { authorization: `Bearer ${token}` } },
];

async function loaded(url: string, requests: readonly Request[], amount: number): Promise<Load> {
  const refused: string[] = [];
  let last = 0;
  const watched = requests.map((request): Request => ({
    ...request,
    onResponse: (status, body, context, headers) => {
      last = performance.now();
      if (status >= 300) refused.push(`${String(status)} ${body}`);
      if (typeof request.onResponse === 'function') request.onResponse(status, body, context, headers);
    },
  }));
  const begun = performance.now();
  const { latency, errors, timeouts } = await autocannon({
    url,
    connections,
    amount,
    requests: watched,
    timeout: 60,
  });
  const [first] = refused;
  if (first !== undefined) throw new Error(`${String(refused.length)} of ${String(amount)}: ${first}`);
  if (errors + timeouts > 0)
    throw new Error(`${String(errors + timeouts)} of ${String(amount)} were not answered.`);
  return { perSecond: (amount * 1000) / (last - begun), p50: latency.p50, p99: latency.p99 };
}

const say = (message: FromLoad): void => {
  process.send?.(message);
};
const decoded = (message: unknown): ToLoad => message as ToLoad;

let requestsOf: Readonly<Record<Wanted, readonly Request[]>> | undefined;
let url = '';
process.on('message', (message) => {
  const received = decoded(message);
  if ('plan' in received) {
    url = received.plan.url;
    requestsOf = {
      commands: commandsOf(received.plan),
      'empty route': emptyRoute,
      'signed in': signedIn(received.plan),
    };
    say({ ready: true });
    return;
  }
  const requests = requestsOf?.[received.run] ?? [];
  const amount = amounts[received.run];
  loaded(url, requests, amount * warmUp)
    .then(() => loaded(url, requests, amount))
    .then(
      (load) => {
        say({ load });
      },
      (error: unknown) => {
        say({ failed: String(error) });
      },
    );
});
