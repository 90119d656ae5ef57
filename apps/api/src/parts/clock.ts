/** The program's one clock; the law gets its time from here and from nowhere else. */
export abstract class Clock {
  abstract now(): Date;
}

export class SystemClock extends Clock {
  override now(): Date {
    return new Date();
  }
}

/** Runs on from wherever it was last put. For tests and the demo, so that every date is checked as it was on its day. */
export class MovableClock extends Clock {
  #put = Date.now();
  #since = performance.now();

  override now(): Date {
    return new Date(this.#put + (performance.now() - this.#since));
  }

  moveTo(instant: Date): void {
    this.#put = instant.getTime();
    this.#since = performance.now();
  }
}
