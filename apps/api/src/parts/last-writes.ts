type Kind = 'record' | 'files';
/** `at`: when it ended. `error`: the name or code of why it failed, never what was written. */
export type LastWrite = Readonly<{ at: string; error?: string }>;

/** How the last writes of this process ended: what a disk is worth is known by writing to it. */
export class LastWrites {
  readonly #last = new Map<Kind, LastWrite>();

  done(kind: Kind): void {
    this.#last.set(kind, { at: new Date().toISOString() });
  }

  failed(kind: Kind, error: unknown): void {
    this.#last.set(kind, { at: new Date().toISOString(), error: nameOf(error) });
  }

  get all(): Readonly<Partial<Record<Kind, LastWrite>>> {
    return Object.fromEntries(this.#last);
  }

  get well(): boolean {
    return [...this.#last.values()].every(({ error }) => error === undefined);
  }
}

/** The innermost cause: `53100` says more than that the store was unavailable. */
export const nameOf = (error: unknown): string => {
  if (!(error instanceof Error)) return 'unknown';
  if (error.cause instanceof Error) return nameOf(error.cause);
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name;
};
