import { caseProcedure, compliance, deadlines, partiesIn, type CaseFile, type Deadline } from '@anjuan/case';
import { longCite, shortCite } from '@anjuan/law';
import { Controller, Get, Param, Query, Req } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { SignedInRequest } from '../http/command-headers.js';
import { caseId as caseIdForm } from '../http/path-ids.js';
import { ActContext } from '../procedures/act-context.js';
import { RecordViews } from '../procedures/record-views.js';
import { statedFor } from '../procedures/stated-for.js';
import { PartyDto } from './case-view.dto.js';
import { partyIn } from './party-in.js';

/** The case measured: what inspectors treat as fatal, the reviewer's checklist, every provision. */
@ApiTags('cases 案件')
@Controller('v1/cases/:caseId/compliance')
export class ComplianceController {
  constructor(
    private readonly views: RecordViews,
    private readonly context: ActContext,
  ) {}

  @Get()
  @ApiOperation({
    summary: '合规检查；The case measured against the fatal list, its clocks and every provision',
    operationId: 'case/compliance',
  })
  async compliance(
    @Req() request: SignedInRequest,
    @Param('caseId', caseIdForm) caseId: string,
    @Query() { party }: PartyDto,
  ) {
    const record = await this.views.read(caseProcedure, request, caseId);
    const { events, agency, revision } = record;
    // Of several parties each is measured for itself: of another one nothing is found here.
    const ofParty = party ?? record.file.filing?.entry;
    const file = partyIn(record.file, ofParty);
    const seen = new Set(file.entries.map(({ entry }) => entry));
    const history = events.filter((event) => seen.has(event.revision));
    const today = this.views.today();
    const stated = statedFor(await this.context.packOf(agency));
    // The rules of the decision's own day apply.
    const day = file.decision?.decidedOn ?? today;
    const lists = await this.context.lists(agency, caseProcedure.lists?.(file), day);
    const clocks = deadlines(record.file, await this.context.day(agency, today)).filter(
      (clock) => clock.ofParty === undefined || clock.ofParty === ofParty,
    );
    const switches = await this.context.switches(agency);
    const measured = compliance({ file, history, deadlines: clocks, lists, today, switches });
    return {
      case: caseId,
      revision,
      today,
      ...ofSeveral(record.file, ofParty),
      ...measured,
      fatal: measured.fatal.map(({ cites, ...finding }) => ({
        ...finding,
        cites: cites.map(shortCite),
        article: cites.map(longCite),
      })),
      checklist: measured.checklist.map(({ point, title, findings }) => ({
        point,
        title,
        findings: findings.map(({ id, state, entries }) => ({ id, state, entries })),
      })),
      provisions: measured.provisions.map(({ provision, ...found }) => {
        const { id, cites, says, en } = stated(provision);
        return { id, cites: shortCite(cites), article: longCite(cites), says, en, ...found };
      }),
      missed: measured.missed.map(asMissed),
    };
  }
}

/** Which of several parties was measured, and by which numbers the others are. */
const ofSeveral = (file: CaseFile, ofParty: number | undefined) =>
  file.joinedParties === undefined || file.filing === undefined
    ? {}
    : {
        ofParty,
        otherParties: partiesIn(file)
          .map((party) => party ?? file.filing?.entry)
          .filter((party) => party !== ofParty),
      };

const asMissed = ({ id, title, startedBy, due, metBy, daysLate, cites }: Deadline) => ({
  id,
  title,
  startedBy,
  due,
  metBy,
  daysLate,
  cites: cites.map(shortCite),
});
