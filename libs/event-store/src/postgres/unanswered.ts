import type { Position } from '../event-store.js';
import type { Plan } from './batch.js';

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

  /** The plan's commit was answered: it is not stored. */
  refused({ commands }: Plan): void {
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

  /** A lost commit of our own that is found again is no replay. */
  wrote(id: string, at: Position): boolean {
    return this.#sent.some(({ commandId, position }) => commandId === id && position === at);
  }
}
