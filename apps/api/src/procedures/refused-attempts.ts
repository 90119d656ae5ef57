import type { Refusal } from '@anjuan/procedure';
import { AttemptLog } from '@anjuan/attempt-log';
import { Injectable } from '@nestjs/common';
import { ActContext } from './act-context.js';
import type { CommandRequest } from '../http/command-request.js';
import { refusedFor } from './stated-for.js';

/** What the law refused: no fact of the record, but kept where auditors read it. */
@Injectable()
export class RefusedAttempts {
  constructor(
    private readonly attempts: AttemptLog,
    private readonly context: ActContext,
  ) {}

  /** The refusal as it is told to the bureau of who asked, once it stands in the attempt log. */
  async told(request: CommandRequest, act: string, refusal: Refusal): Promise<Refusal> {
    const { by, recordId, capacity } = request;
    const told = refusedFor(await this.context.packOf(by.agency), refusal);
    await this.attempts.write({
      at: this.context.now(),
      agency: by.agency ?? '',
      ...(recordId !== undefined && { case: recordId }),
      person: by.person,
      capacity,
      act,
      refused: told.provisions,
    });
    return told;
  }
}
