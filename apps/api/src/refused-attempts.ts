import type { AnyActName, Refusal } from '@anjuan/case';
import { AttemptLog } from '@anjuan/attempt-log';
import { Injectable } from '@nestjs/common';
import { CaseContext } from './case-context.js';
import type { CommandRequest } from './http/command-request.js';
import { refusedFor } from './stated-for.js';

/** What the law refused: no fact of the case, but kept where auditors read it. */
@Injectable()
export class RefusedAttempts {
  constructor(
    private readonly attempts: AttemptLog,
    private readonly context: CaseContext,
  ) {}

  /** The refusal as it is told to the bureau of who asked, once it stands in the attempt log. */
  async told(request: CommandRequest, act: AnyActName, refusal: Refusal): Promise<Refusal> {
    const { by, caseId, capacity } = request;
    const told = refusedFor(await this.context.packOf(by.agency), refusal);
    await this.attempts.write({
      at: this.context.now(),
      agency: by.agency ?? '',
      ...(caseId !== undefined && { case: caseId }),
      person: by.person,
      capacity,
      act,
      refused: told.provisions,
    });
    return told;
  }
}
