import { OutcomeUnknown, StoreUnavailable } from '../../event-store.js';
import type { Submission } from '../../submission.js';
import type { Plan } from './plan.js';
import type { Caller } from './caller.js';
import { Unanswered } from './unanswered.js';

/** Each caller's submission at the caller's index. */
export type Batch = Readonly<{ callers: readonly Caller[]; submissions: readonly Submission[] }>;

/** Why an attempt failed, as far as is known. */
export class Failure {
  constructor(readonly cause: unknown) {}
}

export type Written = Readonly<{ batch: Batch; planned: Plan }>;

/** Callers whose append has been sent, and the events that the statements sent for them may have stored. */
export class InFlight {
  readonly unanswered = new Unanswered();

  constructor(readonly callers: readonly Caller[]) {}

  /** Those of `callers` who have no answer yet. */
  waiting(callers = this.callers): Batch {
    const drafted = callers.flatMap((caller) => {
      const submission = caller.draft();
      return submission === undefined || caller.over ? [] : [{ caller, submission }];
    });
    return {
      callers: drafted.map(({ caller }) => caller),
      submissions: drafted.map(({ submission }) => submission),
    };
  }

  answer({ batch: { callers, submissions }, planned: { outcomes } }: Written): void {
    callers.forEach((caller, index) => {
      const outcome = outcomes[index];
      const id = submissions[index]?.command.id ?? '';
      if (outcome === undefined || outcome instanceof Error) caller.reject(outcome);
      else if (outcome.replayed && this.unanswered.wrote(id, outcome.position))
        caller.resolve({ ...outcome, replayed: false });
      else caller.resolve(outcome);
    });
  }

  /** Rejects callers whose time is up, whatever the state of the database. */
  giveUp(now: number, cause: unknown): void {
    giveUp(this.callers, now, (caller) => {
      const id = caller.draft()?.command.id;
      return id !== undefined && this.unanswered.mayBeStored(id)
        ? new OutcomeUnknown({ cause })
        : new StoreUnavailable(undefined, { cause });
    });
  }
}

export function giveUp(callers: Iterable<Caller>, now: number, why: (caller: Caller) => Error): void {
  for (const caller of callers) if (!caller.over && caller.deadline <= now) caller.reject(why(caller));
}

/** A caller that gave up has got "nothing is stored", which must stay true; the others' appends are written anew. */
export function allWaiting({ callers }: Batch): void {
  if (callers.some(({ over }) => over)) throw new Error('A caller gave up before the commit.');
}
