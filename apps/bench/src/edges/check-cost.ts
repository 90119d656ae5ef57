/** A body read with the checks of the edge and without them, in turns in one process. */
import { join } from 'node:path';
import { median, rounded, seconds } from '../measure.js';

const times = 20_000;
const turns = 11;

/** Of the API as it was built, which is another program. */
const reader = async (): Promise<{ jsonIn: (bytes: Uint8Array) => unknown }> => {
  const built = join(import.meta.dirname, '..', '..', '..', 'api', 'src', 'http', 'json-body.js');
  return (await import(built)) as { jsonIn: (bytes: Uint8Array) => unknown };
};

/** `cpuMs`: processor time that the server takes for one command, checks included. */
export const checkCost = async (body: object, cpuMs: number) => {
  const { jsonIn } = await reader();
  const bytes = Buffer.from(JSON.stringify(body));
  let kept: unknown;
  const withChecks = () => {
    for (let at = 0; at < times; at += 1) kept = jsonIn(bytes);
  };
  const without = () => {
    for (let at = 0; at < times; at += 1) kept = JSON.parse(bytes.toString('utf8'));
  };
  const [checked, plain]: [number[], number[]] = [[], []];
  for (let turn = 0; turn <= turns; turn += 1) {
    const [one, other] = [seconds(withChecks), seconds(without)];
    if (turn === 0) continue;
    checked.push((one * 1e6) / times);
    plain.push((other * 1e6) / times);
  }
  if (kept === undefined) throw new Error('Nothing was read.');
  const more = median(checked) - median(plain);
  return {
    'bytes of the body': bytes.length,
    'read with the checks, µs': rounded(median(checked)),
    'read without, µs': rounded(median(plain)),
    'a command in all, processor µs': rounded(cpuMs * 1000),
    'share of the checks (aim: ≤ 0.03)': rounded(more / (cpuMs * 1000)),
  };
};
