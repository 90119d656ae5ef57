import { Doorbell } from './doorbell.js';

/** Signals between the parts of a runner. */
export class Bells {
  /** The record may have grown. */
  readonly news = new Doorbell();
  /** Lists may have changed. */
  readonly progress = new Doorbell();
  /** A caller waits: the next round starts without the usual pause. */
  readonly hurry = new Doorbell();

  ringAll(): void {
    this.news.ring();
    this.progress.ring();
    this.hurry.ring();
  }
}
