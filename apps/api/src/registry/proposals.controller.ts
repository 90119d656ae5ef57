import { isDecidedAbove, Registry } from '@anjuan/registry';
import { holdsOneOf, rightTo } from '@anjuan/rights';
import {
  applyDecorators,
  Body,
  Controller,
  Get,
  HttpCode,
  HttpStatus,
  Param,
  Post,
  Req,
  Res,
} from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { SignedInRequest } from '../http/command-headers.js';
import { OpensGate } from '../http/fresh-sign-in.js';
import { agencyId, personId } from '../http/path-ids.js';
import { Problem } from '../http/problems.js';
import type { SignedIn } from '../http/signed-in.js';
import { ApproveDto, DeclineDto } from './registry.dto.js';
import { signInShown } from '../procedures/record-views.js';
import { FactorResets } from './factor-resets.js';
import { agencyJson } from './registry-as-json.js';
import { Key, Recorders } from './recorders.js';
import { agencyOfReader } from './agency-of-reader.js';

const Decides = (path: string, summary: string, operationId: string) =>
  applyDecorators(Post(path), HttpCode(204), Key(), ApiOperation({ summary, operationId }));

/** What one administrator has proposed, another person approves or declines; and who entered what, and when. */
@ApiTags('registry 登记')
@Controller('v1')
export class ProposalsController {
  constructor(
    private readonly registry: Registry,
    private readonly recorders: Recorders,
    private readonly factorResets: FactorResets,
  ) {}

  @Decides(
    'people/:person/proposals/approve',
    '批准对人员的登记；Approve what is proposed of a person',
    'registry/approve-of-person',
  )
  @OpensGate()
  @ApiResponse({
    status: 200,
    description:
      '批准重置两步验证的，答以一次性代码，只显示这一次，当面交给本人；Of a reset of second factors: the one-time code, shown this once, to be handed to the person',
  })
  async approveOfPerson(
    @Req() request: SignedInRequest,
    @Param('person', personId) person: string,
    @Body() { proposals }: ApproveDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const by = await this.recorders.approverOfPerson(request, person);
    await this.registry.changesOfPeople.approve(person, proposals, by);
    const codes = await this.factorResets.inForce(person, proposals, by);
    if (codes.length === 0) return undefined;
    reply.status(HttpStatus.OK);
    return { codes };
  }

  @Decides(
    'people/:person/proposals/decline',
    '不予批准或者撤回对人员的登记；Decline or take back what is proposed of a person',
    'registry/decline-of-person',
  )
  @OpensGate()
  async declineOfPerson(
    @Req() request: SignedInRequest,
    @Param('person', personId) person: string,
    @Body() declined: DeclineDto,
  ) {
    const by = await this.recorders.approverOfPerson(request, person);
    await this.registry.changesOfPeople.decline(person, declined, by);
  }

  @Decides(
    'agencies/:agency/proposals/approve',
    '批准机关的目录清单和设置；Approve lists and settings that are proposed',
    'registry/approve-of-agency',
  )
  @OpensGate()
  async approveOfAgency(
    @Req() request: SignedInRequest,
    @Param('agency', agencyId) agency: string,
    @Body() { proposals }: ApproveDto,
  ) {
    const by = this.recorders.approver(request, agency);
    await this.#decidesOn(request, agency, proposals);
    await this.registry.changesOfAgencies.approve(agency, proposals, by);
  }

  @Decides(
    'agencies/:agency/proposals/decline',
    '不予批准或者撤回机关的目录清单和设置；Decline or take back lists and settings that are proposed',
    'registry/decline-of-agency',
  )
  @OpensGate()
  async declineOfAgency(
    @Req() request: SignedInRequest,
    @Param('agency', agencyId) agency: string,
    @Body() declined: DeclineDto,
  ) {
    const by = this.recorders.approver(request, agency);
    await this.#decidesOn(request, agency, declined.proposals);
    await this.registry.changesOfAgencies.decline(agency, declined, by);
  }

  /** What an office is, and what a province charges it with, is neither approved nor kept by the office itself (APL 24). */
  async #decidesOn({ signedIn }: SignedInRequest, agency: string, numbers: readonly number[]): Promise<void> {
    if (signedIn.agency === undefined) return;
    const known = await this.registry.agency(agency);
    const ofProvince = known?.proposals.some(
      ({ number, change }) => numbers.includes(number) && isDecidedAbove(change),
    );
    if (ofProvince === true)
      throw new Problem(
        'not-competent',
        '机关层级和省级决定交由行使的行政处罚权，由系统管理员批准或者否决；The level of an agency, and what a province charges it with, is approved or declined by an administrator of the system',
      );
  }

  @Get('proposals')
  @ApiOperation({
    summary:
      '待批准的全部登记：本机关的；系统管理员为全部机关的；Everything that waits for approval in the agency, for an administrator of the system in all of them',
    operationId: 'registry/proposals',
  })
  async proposals(@Req() { signedIn }: SignedInRequest) {
    return { items: await this.registry.waiting(signedIn.agency) };
  }

  @Get('agencies/:agency/proposals')
  @ApiOperation({
    summary: '一个机关待批准的全部登记；Everything that waits for approval in one agency',
    operationId: 'registry/agency-proposals',
  })
  async proposalsOfAgency(@Req() request: SignedInRequest, @Param('agency', agencyId) id: string) {
    await agencyOfReader(this.registry, request, id);
    return { items: await this.registry.waiting(id) };
  }

  @Get('agencies/:agency')
  @ApiOperation({
    summary: '机关及其各版目录清单；An agency with every version of its lists',
    operationId: 'registry/agency',
  })
  async agency(@Req() request: SignedInRequest, @Param('agency', agencyId) id: string) {
    const agency = await agencyOfReader(this.registry, request, id);
    return agencyJson(agency);
  }

  @Get('agencies/:agency/history')
  @ApiOperation({
    summary: '机关登记的全过程记录；Every entry of an agency in the registry',
    description: signInShown,
    operationId: 'registry/agency-history',
  })
  async historyOfAgency(@Req() { signedIn }: SignedInRequest, @Param('agency', agencyId) id: string) {
    if (!belongsTo(signedIn, id) || !(await this.registry.agency(id)))
      throw new Problem('not-found', '无此机关；There is no such agency');
    return { items: await this.registry.historyOfAgency(id) };
  }

  @Get('people/:person/history')
  @ApiOperation({
    summary: '人员登记的全过程记录；Every entry of a person in the registry',
    description: signInShown,
    operationId: 'registry/person-history',
  })
  async historyOfPerson(@Req() { signedIn }: SignedInRequest, @Param('person', personId) id: string) {
    const known = await this.registry.standing(id);
    const own = id === signedIn.person;
    if (!known || !(own || (belongsTo(signedIn, known.agency) && readsHistories(signedIn))))
      throw new Problem(
        'not-found',
        '无此人员，或者无权查阅；There is no such person, or their entries are not yours to read',
      );
    return { items: await this.registry.historyOfPerson(id) };
  }
}

/** The administrator of the system belongs to every agency. */
const belongsTo = ({ agency }: SignedIn, id: string | undefined): boolean =>
  agency === undefined || agency === id;

const readsHistories = ({ capacities }: SignedIn): boolean =>
  holdsOneOf(capacities, rightTo('registry/person-history#of-others'));
