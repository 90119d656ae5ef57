/** The edges of the API: how long hostile requests hold it up, what its checks and its log cost, who waits for sign-in tries. */
import { fork } from 'node:child_process';
import { startApi, type ApiProcess } from '../http/api-process.js';
import { prepareGround } from '../http/ground.js';
import type { Plan } from '../http/plan.js';
import { machine, median, rounded } from '../measure.js';
import { checkCost } from './check-cost.js';
import { commands, sent, watched, type Watched } from './commands.js';
import { hostileBodies } from './hostile.js';
import { logCost } from './log-cost.js';

const rounds = 5;
const commandsOfRound = 400;
const tries = 60;

const quantile = (values: readonly number[], part: number): number =>
  rounded([...values].sort((a, b) => a - b)[Math.floor(values.length * part)] ?? Number.NaN);

const hostile = async (plan: Plan): Promise<void> => {
  for (const body of hostileBodies) {
    const status = await sent(plan, body);
    if (status < 400 || status > 499)
      throw new Error(`${body.slice(0, 40)} was answered by ${String(status)}.`);
  }
};

/** A turn that the system interrupts lasts longer than the work in it: both are reported. */
const turns = (rounds: readonly Watched[]) => ({
  'processor time of the longest turn, ms': rounded(Math.max(...rounds.map((round) => round.longestCpuMs))),
  'median of the rounds, ms': rounded(median(rounds.map((round) => round.longestCpuMs))),
  'longest standstill by the clock, ms': rounded(Math.max(...rounds.map((round) => round.longestMs))),
});
const times = (took: readonly number[]) => ({ p50: quantile(took, 0.5), p99: quantile(took, 0.99) });

const standstill = async (api: ApiProcess, plan: Plan) => {
  const [quiet, attacked]: [Watched[], Watched[]] = [[], []];
  const [amidHostile, alone, cpu]: [number[], number[], number[]] = [[], [], []];
  for (let round = 0; round <= rounds; round += 1) {
    const before = await watched(api);
    const normal = await commands(plan, commandsOfRound);
    const after = await watched(api);
    const [, amid] = await Promise.all([hostile(plan), commands(plan, commandsOfRound / 8)]);
    const under = await watched(api);
    // The first round warms up.
    if (round === 0) continue;
    quiet.push(after);
    cpu.push((after.cpuMs - before.cpuMs) / commandsOfRound);
    attacked.push(under);
    alone.push(...normal);
    amidHostile.push(...amid);
    console.error(
      `round ${String(round)}: ${String(rounded(under.longestCpuMs))} ms, without ${String(rounded(after.longestCpuMs))} ms of the processor`,
    );
  }
  return {
    'under hostile bodies (aim: < 50 ms)': turns(attacked),
    'under normal commands alone': turns(quiet),
    'a normal command alone, ms': times(alone),
    'a normal command amid hostile ones, ms': times(amidHostile),
    cpuMsOfCommand: median(cpu),
  };
};

const upload = async ({ url, token }: Plan): Promise<number> => {
  const begun = performance.now();
  const answer = await fetch(`${url}/v1/files?name=a.txt`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'text/plain' },
    body: crypto.randomUUID().slice(0, 12),
  });
  if (!answer.ok) throw new Error(`An upload was answered by ${String(answer.status)}.`);
  await answer.arrayBuffer();
  return performance.now() - begun;
};

/** Sixty people who know no password, at once, and an officer who uploads twelve bytes meanwhile. */
const crowd = async (plan: Plan) => {
  const alone: number[] = [];
  for (let at = 0; at < 20; at += 1) alone.push(await upload(plan));
  const strangers = fork(new URL('tries.js', import.meta.url), [plan.url, String(tries)], { execArgv: [] });
  const amid: number[] = [];
  while (strangers.connected) amid.push(await upload(plan));
  const delay = Math.max(...amid) - median(alone);
  return {
    'an upload of 12 bytes alone, ms': rounded(median(alone)),
    [`the longest amid ${String(tries)} sign-in tries, ms`]: rounded(Math.max(...amid)),
    'its delay, ms (aim: < 200)': rounded(delay),
    'uploads meanwhile': amid.length,
  };
};

export const edgesBench = async (): Promise<string> => {
  const api = await startApi(['--import', new URL('watched.js', import.meta.url).href]);
  try {
    const plan = await prepareGround(api.url);
    const { cpuMsOfCommand, ...stood } = await standstill(api, plan);
    const checks = await checkCost(plan.lead, cpuMsOfCommand);
    const signIns = await crowd(plan);
    const log = await logCost();
    return JSON.stringify({ machine: machine(), standstill: stood, checks, signIns, log }, null, 2);
  } finally {
    await api.stop();
  }
};
