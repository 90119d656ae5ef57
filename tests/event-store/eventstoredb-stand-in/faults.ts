/** What becomes of an append. */
export type Fault =
  /** not stored, never answered */
  | 'silent'
  /** stored, never answered */
  | 'stored and silent'
  /** stored, answered after a second */
  | 'stored and late'
  /** not stored, every connection cut */
  | 'cut'
  /** stored, every connection cut */
  | 'stored and cut'
  /** not stored, answered with an error that says nothing of the cause */
  | 'rejected'
  /** not stored, the account may not */
  | 'denied'
  /** stored, and answered without the position */
  | 'stored without position'
  /** not stored, and said to be too large */
  | 'too large';

/** The next appends meet these, one each; then all is well. */
export class Faults {
  readonly #next: Fault[] = [];
  /** reads are accepted and never answered */
  readsAreSilent = false;

  next(...faults: readonly Fault[]): void {
    this.#next.push(...faults);
  }

  clear(): void {
    this.#next.length = 0;
    this.readsAreSilent = false;
  }

  take(): Fault | undefined {
    return this.#next.shift();
  }
}

export const stores = (fault: Fault | undefined): boolean =>
  fault === undefined || fault.startsWith('stored');
