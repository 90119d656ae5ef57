import { backingUp } from '../messages.js';

/** A line on standard error at most once a second: what, how much of it, how fast. */
export const progress = (): ((what: string, bytes: number) => void) => {
  const begun = performance.now();
  let reportedAt = begun;
  let total = 0;
  return (what, bytes) => {
    total += bytes;
    const now = performance.now();
    if (now - reportedAt < 1_000) return;
    reportedAt = now;
    const megabytes = total / 1e6;
    console.error(
      backingUp.progress(what, megabytes.toFixed(1), (megabytes / ((now - begun) / 1_000)).toFixed(1)),
    );
  };
};
