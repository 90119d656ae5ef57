import type { Position } from '../../event-store.js';
import type { Plan } from './plan.js';

type Sent = Readonly<{ commandId: string; position: Position; adrift: boolean }>;

/**
 * What a batch's commits may have stored although their answers are missing. One sent as a single statement is adrift:
 * it may come to the head's lock later than the next attempt, and do its work if that one fails.
 */
export class Unanswered {
  #sent: readonly Sent[] = [];

  sending({ commands }: Plan, { adrift }: Readonly<{ adrift: boolean }>): void {
    const added = commands.map(({ commandId, appended: { position } }) => ({ commandId, position, adrift }));
    this.#sent = [...this.#sent, ...added];
  }

  /** The plan's commit was answered: what it did is known. */
  answered({ commands }: Plan): void {
    const ids = new Set(commands.map(({ commandId, appended }) => `${appended.position} ${commandId}`));
    this.#sent = this.#sent.filter(({ commandId, position }) => !ids.has(`${position} ${commandId}`));
  }

  /** A plan made under the lock has seen what the earlier transactions did: only what it found stays. */
  seen({ outcomes }: Plan): void {
    const stored = new Set(
      outcomes.flatMap((one) => (one instanceof Error || !one.replayed ? [] : [one.position])),
    );
    this.#sent = this.#sent.filter(({ adrift, position }) => adrift || stored.has(position));
  }

  mayBeStored(id: string): boolean {
    return this.#sent.some(({ commandId }) => commandId === id);
  }

  /** True once: a lost commit of our own that is found again is no replay; for another caller of the command it is. */
  wrote(id: string, at: Position): boolean {
    const others = this.#sent.filter(({ commandId, position }) => commandId !== id || position !== at);
    const found = others.length < this.#sent.length;
    this.#sent = others;
    return found;
  }
}
