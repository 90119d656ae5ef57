import { caseProcedure, type Reporter } from '@anjuan/case';
import { disclose, EventStore, isCommitment, type Commitment } from '@anjuan/event-store';
import type { EntryNumber, Paper } from '@anjuan/procedure';
import { streamOf } from '@anjuan/record';
import { Injectable } from '@nestjs/common';

/** `entry`: the one that it was bound with. */
export type Letter = Paper & Readonly<{ entry: EntryNumber }>;

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

  /** The letters in which the reporter brought new facts, as far as they were not erased: files that no reader is shown. */
  async letters(caseId: string): Promise<readonly Letter[]> {
    const events = await this.store.read(streamOf(caseProcedure, caseId));
    return events
      .filter(({ type }) => type === 'LeadSupplemented')
      .flatMap(({ revision, data, disclosures }) => {
        const { report } = disclose(data, disclosures) as { report: Paper | Commitment };
        return isCommitment(report) ? [] : [{ entry: revision, ...report }];
      });
  }
}
