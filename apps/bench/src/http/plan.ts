/** What is said between the benchmark and the process that makes the load. */
export type Plan = Readonly<{
  url: string;
  token: string;
  capacity: string;
  lead: object;
  piece: object;
  /** on file, at these revisions */
  cases: readonly Readonly<{ case: string; revision: number }>[];
}>;

/** `signed in`: a route that says who asks, and does nothing further behind the sign-in that commands pass. */
export type Wanted = 'commands' | 'empty route' | 'signed in';

/** Milliseconds, as the clients saw them. */
export type Load = Readonly<{ perSecond: number; p50: number; p99: number }>;

export type ToLoad = Readonly<{ plan: Plan } | { run: Wanted }>;
export type FromLoad = Readonly<{ ready: true } | { load: Load } | { failed: string }>;

export const connections = 32;
