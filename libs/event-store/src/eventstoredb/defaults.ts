/** Of EventStoreDbOptions, what counts where nothing is said. */
export const defaults = {
  prefix: 'anjuan.',
  patienceMs: 10_000,
  callMs: 3_000,
  pollMs: 2_000,
  settleMs: 5_000,
} as const;

/** Letters, digits and hyphens, and one dot at the end: so that no prefix begins another one. */
export function isPrefix(text: string): boolean {
  return /^[A-Za-z0-9][A-Za-z0-9_-]{0,79}\.$/.test(text);
}
