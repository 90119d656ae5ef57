import { Doorbell } from './doorbell.js';

/** How the parts of a runner wake each other. */
export class Bells {
  /** The record may have grown. */
  readonly news = new Doorbell();
  /** Lists may have taken something. */
  readonly progress = new Doorbell();
  /** Somebody waits: the next round need not keep its distance. */
  readonly hurry = new Doorbell();

  ringAll(): void {
    this.news.ring();
    this.progress.ring();
    this.hurry.ring();
  }
}
