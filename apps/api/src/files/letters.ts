import { caseProcedure } from '@anjuan/case';
import { Injectable } from '@nestjs/common';
import { CaseRecords } from '../cases/case-records.js';
import { handlingAgency } from '../http/handling-agency.js';
import { ActContext } from '../procedures/act-context.js';
import { Records } from '../procedures/records.js';
import type { Through, Who } from './file-rights.js';

const mayLook = ({ act, state }: Readonly<{ act: string; state: string }>): boolean =>
  act === 'reporter-identity/look' && state !== 'not-yet';

/** The letters of reporters are reached by a look at who reported, and by nothing else. */
@Injectable()
export class Letters {
  constructor(
    private readonly records: Records,
    private readonly cases: CaseRecords,
    private readonly context: ActContext,
  ) {}

  /** To who has looked at who reported in that case since the letter came, and still may (SAMR-C 37). */
  async through({ signedIn, seen }: Who, caseId: string, sha256: string): Promise<Through | undefined> {
    const record = await this.records.read(caseProcedure, caseId, handlingAgency(signedIn));
    const letters = await this.cases.letters(caseId);
    const looked = record.file.looks.filter(({ by }) => by === signedIn.person);
    const shown = letters.some(
      (one) => one.sha256 === sha256 && looked.some(({ entry }) => entry > one.entry),
    );
    if (!shown) return undefined;
    const { file, recordedAt } = record;
    for (const capacity of signedIn.capacities) {
      const asks = { by: signedIn, capacity, seen };
      const context = await this.context.of(asks, { procedure: caseProcedure, file, recordedAt });
      if (caseProcedure.actions(file, context).some(mayLook))
        return {
          record: { procedure: caseProcedure.name, id: caseId },
          hidden: true,
          personal: 'shown',
        };
    }
    return undefined;
  }
}
