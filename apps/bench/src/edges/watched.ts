/** Loaded into the server before it starts: its longest turn of the event loop, and the processor time that it took. */

type Moment = Readonly<{ at: number; cpu: number }>;

/** ms, of this thread alone: time in which the system ran something else counts in `at`, not in `cpu`. */
const moment = (): Moment => {
  const { user, system } = process.threadCpuUsage();
  return { at: performance.now(), cpu: (user + system) / 1000 };
};

const resolutionMs = 1;
let last = moment();
let longestMs = 0;
let longestCpuMs = 0;

setInterval(() => {
  const now = moment();
  longestMs = Math.max(longestMs, now.at - last.at - resolutionMs);
  longestCpuMs = Math.max(longestCpuMs, now.cpu - last.cpu);
  last = now;
}, resolutionMs).unref();

process.on('message', (message) => {
  if (typeof message !== 'object' || message === null || !('watched' in message)) return;
  const { user, system } = process.cpuUsage();
  process.send?.({ watched: { longestMs, longestCpuMs, cpuMs: (user + system) / 1000 } });
  longestMs = 0;
  longestCpuMs = 0;
});
