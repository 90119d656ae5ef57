import { caseProcedure, type Reporter } from '@anjuan/case';
import { disclose, EventStore, isCommitment, type Commitment } from '@anjuan/event-store';
import { streamOf } from '@anjuan/record';
import { Injectable } from '@nestjs/common';

/** What of a case no other reader is shown. */
@Injectable()
export class CaseRecords {
  constructor(private readonly store: EventStore) {}

  /** The reporter, for a recorded look; undefined where no name was given, or it was erased. */
  async reporter(caseId: string): Promise<Reporter | undefined> {
    const [lead] = await this.store.read(streamOf(caseProcedure, caseId), 0);
    if (lead?.type !== 'LeadReceived') return undefined;
    const { reporter } = disclose(lead.data, lead.disclosures) as { reporter?: Reporter | Commitment };
    return isCommitment(reporter) ? undefined : reporter;
  }
}
