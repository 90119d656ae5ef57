import { dayOf } from '@anjuan/law';
import { Registry, type PersonChange, type Recorder } from '@anjuan/registry';
import { holdsOneOf, rightTo } from '@anjuan/rights';
import { Body, Controller, Get, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Clock } from '../parts/clock.js';
import type { SignedInRequest } from '../http/command-headers.js';
import { AnySignIn, OpensGate } from '../http/fresh-sign-in.js';
import { Problem } from '../http/problems.js';
import { agencyId, personId } from '../http/path-ids.js';
import { Rules } from '../parts/rules.js';
import { answered, answeredOrEmpty } from './answered.js';
import { endsAfterBeginning, headsAUnit, knownDomain, someOf } from './checked.js';
import { Key, Recorders } from './recorders.js';
import { onDayJson, registeredJson, seesAccountsOf } from './registry-as-json.js';
import {
  CorrectRegistrationDto,
  EndCapacityDto,
  EndCredentialDto,
  EndQualificationDto,
  GrantCapacityDto,
  IssueCredentialDto,
  RecordQualificationDto,
  RegisterAgencyDto,
  RegisterPersonDto,
  SetListsDto,
} from './registry.dto.js';

/** Agencies, people, capacities and credentials, with dates: the administrator's part. */
@ApiTags('registry 登记')
@Controller('v1')
export class RegistryController {
  constructor(
    private readonly registry: Registry,
    private readonly recorders: Recorders,
    private readonly clock: Clock,
    private readonly rules: Rules,
  ) {}

  @Post('agencies')
  @AnySignIn({
    zh: '机关登记后，其目录清单和人员身份另须批准',
    en: 'Lists and capacities of the agency are entered and approved afterwards',
  })
  @Key()
  @ApiOperation({ summary: '登记机关；Register an agency', operationId: 'registry/register-agency' })
  async registerAgency(@Req() request: SignedInRequest, @Body() facts: RegisterAgencyDto) {
    const by = this.recorders.ofSystem(request);
    knownDomain(facts.domain, this.rules.packs);
    return { agency: await this.registry.registerAgency(facts, by) };
  }

  @Post('agencies/:agency/lists')
  @OpensGate()
  @Key()
  @ApiOperation({ summary: '设定目录清单；Set a version of the lists', operationId: 'registry/set-lists' })
  async setLists(
    @Req() request: SignedInRequest,
    @Param('agency', agencyId) agency: string,
    @Body() lists: SetListsDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const by = this.recorders.of(request, agency);
    endsAfterBeginning(
      ...(['benchmarks', 'specialLaws'] as const).flatMap((list) =>
        (lists[list] ?? []).map(({ validFrom: from, validTo: to }, index) => ({
          at: `#/${list}/${String(index)}/validTo`,
          from,
          to,
        })),
      ),
    );
    return answered(reply, await this.registry.setLists(agency, lists, by));
  }

  @Post('people')
  @AnySignIn({
    zh: '登记人员不授予身份，也不开通账号',
    en: 'Somebody registered holds no capacity and has no account yet',
  })
  @Key()
  @ApiOperation({ summary: '登记人员；Register a person', operationId: 'registry/register-person' })
  async registerPerson(@Req() request: SignedInRequest, @Body() facts: RegisterPersonDto) {
    return { person: await this.registry.registerPerson(facts, this.recorders.of(request, facts.agency)) };
  }

  @Post('people/:person/capacities')
  @OpensGate()
  @HttpCode(204)
  @Key()
  @ApiOperation({ summary: '授予身份；Grant a capacity', operationId: 'registry/grant-capacity' })
  async grantCapacity(
    @Req() request: SignedInRequest,
    @Param('person', personId) person: string,
    @Body() granted: GrantCapacityDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const by = await this.recorders.ofPerson(request, person);
    headsAUnit(granted.capacity, granted.unit);
    endsAfterBeginning({ at: '#/to', from: granted.from, to: granted.to });
    return this.#entered({ type: 'CapacityGranted', data: granted }, { person, by, reply });
  }

  @Post('people/:person/capacities/end')
  @OpensGate()
  @HttpCode(204)
  @Key()
  @ApiOperation({ summary: '终止身份；End a capacity', operationId: 'registry/end-capacity' })
  async endCapacity(
    @Req() request: SignedInRequest,
    @Param('person', personId) person: string,
    @Body() ended: EndCapacityDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const by = await this.recorders.ofPerson(request, person);
    return this.#entered({ type: 'CapacityEnded', data: ended }, { person, by, reply });
  }

  @Post('people/:person/credentials')
  @OpensGate()
  @HttpCode(204)
  @Key()
  @ApiOperation({ summary: '登记执法证；Enter a credential', operationId: 'registry/issue-credential' })
  async issueCredential(
    @Req() request: SignedInRequest,
    @Param('person', personId) person: string,
    @Body() credential: IssueCredentialDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const by = await this.recorders.ofPerson(request, person);
    endsAfterBeginning({ at: '#/validTo', from: credential.validFrom, to: credential.validTo });
    return this.#entered({ type: 'CredentialIssued', data: credential }, { person, by, reply });
  }

  @Post('people/:person/credentials/end')
  @OpensGate()
  @HttpCode(204)
  @Key()
  @ApiOperation({ summary: '收回执法证；End a credential', operationId: 'registry/end-credential' })
  async endCredential(
    @Req() request: SignedInRequest,
    @Param('person', personId) person: string,
    @Body() ended: EndCredentialDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const by = await this.recorders.ofPerson(request, person);
    return this.#entered({ type: 'CredentialEnded', data: ended }, { person, by, reply });
  }

  @Post('people/:person/qualification')
  @OpensGate()
  @HttpCode(204)
  @Key()
  @ApiOperation({
    summary: '登记法律职业资格；Enter a qualification',
    operationId: 'registry/record-qualification',
  })
  async recordQualification(
    @Req() request: SignedInRequest,
    @Param('person', personId) person: string,
    @Body() held: RecordQualificationDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const by = await this.recorders.ofPerson(request, person);
    const { legalQualification, reviewerSince } = held;
    someOf({ legalQualification, reviewerSince });
    return this.#entered({ type: 'QualificationRecorded', data: held }, { person, by, reply });
  }

  @Post('people/:person/qualification/end')
  @OpensGate()
  @HttpCode(204)
  @Key()
  @ApiOperation({
    summary: '终止法律职业资格；End a qualification',
    operationId: 'registry/end-qualification',
  })
  async endQualification(
    @Req() request: SignedInRequest,
    @Param('person', personId) person: string,
    @Body() ended: EndQualificationDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const by = await this.recorders.ofPerson(request, person);
    return this.#entered({ type: 'QualificationEnded', data: ended }, { person, by, reply });
  }

  @Post('people/:person/registration/correct')
  @OpensGate()
  @HttpCode(204)
  @Key()
  @ApiOperation({
    summary: '更正姓名、工号；Correct a name or a staff number',
    operationId: 'registry/correct-registration',
  })
  async correctRegistration(
    @Req() request: SignedInRequest,
    @Param('person', personId) person: string,
    @Body() corrected: CorrectRegistrationDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const by = await this.recorders.ofPerson(request, person);
    const { name, staffNumber } = corrected;
    someOf({ name, staffNumber });
    return this.#entered({ type: 'RegistrationCorrected', data: corrected }, { person, by, reply });
  }

  @Get('me')
  @ApiOperation({ summary: '我是谁；Who I am', operationId: 'registry/me' })
  async me(@Req() { signedIn }: SignedInRequest) {
    const person = await this.registry.person(signedIn.person);
    return { ...signedIn, name: person?.name };
  }

  @Get('people/:person')
  @ApiOperation({ summary: '人员；A person of your agency', operationId: 'registry/person' })
  async person(@Req() { signedIn }: SignedInRequest, @Param('person', personId) id: string) {
    const person = await this.registry.person(id);
    if (!person || (signedIn.agency !== undefined && person.agency !== signedIn.agency))
      throw new Problem('not-found', '无此人员；There is no such person in your agency');
    const today = dayOf(this.clock.now().toISOString());
    const keeps = holdsOneOf(signedIn.capacities, rightTo('registry/person#granted'));
    const accounts = seesAccountsOf(signedIn, id) ? await this.registry.accounts.of(id) : undefined;
    return { ...(keeps ? registeredJson(person, today) : onDayJson(person, today)), accounts };
  }

  async #entered(
    change: PersonChange,
    { person, by, reply }: Readonly<{ person: string; by: Recorder; reply: FastifyReply }>,
  ) {
    return answeredOrEmpty(reply, await this.registry.change(person, change, by));
  }
}
