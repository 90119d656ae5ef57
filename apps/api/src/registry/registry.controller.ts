import { dayOf } from '@anjuan/law';
import { Registry, type Recorder } from '@anjuan/registry';
import { applyDecorators, Body, Controller, Get, HttpCode, Param, Post, Req } from '@nestjs/common';
import { ApiHeader, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Clock } from '../parts/clock.js';
import { AnswersWithoutCapacity } from '../http/authenticate.guard.js';
import { readKey, requestDigest, statedCapacity, type SignedInRequest } from '../http/command-headers.js';
import { Problem } from '../http/problems.js';
import { agencyId, personId } from '../http/path-ids.js';
import { ReadsItsForm } from '../http/route-form.js';
import { attemptOf, Identity } from '../parts/identity.js';
import { Rules } from '../parts/rules.js';
import { endsAfterBeginning, knownDomain, someOf } from './checked.js';
import { onDayJson } from './person-as-json.js';
import {
  EndCapacityDto,
  EndCredentialDto,
  GrantCapacityDto,
  IssueCredentialDto,
  OpenAccountDto,
  RecordQualificationDto,
  RegisterAgencyDto,
  RegisterPersonDto,
  SetListsDto,
} from './registry.dto.js';

const Key = () =>
  applyDecorators(
    ApiHeader({ name: 'Idempotency-Key', required: true, description: '同一请求只执行一次；Happens once' }),
    ReadsItsForm(),
  );

/** Agencies, people, capacities and credentials, with dates: the administrator's part. */
@ApiTags('registry 登记')
@Controller('v1')
export class RegistryController {
  constructor(
    private readonly registry: Registry,
    private readonly identity: Identity,
    private readonly clock: Clock,
    private readonly rules: Rules,
  ) {}

  @Post('agencies')
  @Key()
  @ApiOperation({ summary: '登记机关；Register an agency', operationId: 'registry/register-agency' })
  async registerAgency(@Req() request: SignedInRequest, @Body() facts: RegisterAgencyDto) {
    const by = this.#system(request);
    knownDomain(facts.domain, this.rules.packs);
    return { agency: await this.registry.registerAgency(facts, by) };
  }

  @Post('agencies/:agency/lists')
  @Key()
  @ApiOperation({ summary: '设定目录清单；Set a version of the lists', operationId: 'registry/set-lists' })
  async setLists(
    @Req() request: SignedInRequest,
    @Param('agency', agencyId) agency: string,
    @Body() lists: SetListsDto,
  ) {
    const by = this.#of(request, agency);
    endsAfterBeginning(
      ...(lists.benchmarks ?? []).map(({ validFrom: from, validTo: to }, index) => ({
        at: `#/benchmarks/${String(index)}/validTo`,
        from,
        to,
      })),
    );
    return { version: await this.registry.setLists(agency, lists, by) };
  }

  @Post('people')
  @Key()
  @ApiOperation({ summary: '登记人员；Register a person', operationId: 'registry/register-person' })
  async registerPerson(@Req() request: SignedInRequest, @Body() facts: RegisterPersonDto) {
    return { person: await this.registry.registerPerson(facts, this.#of(request, facts.agency)) };
  }

  @Post('people/:person/capacities')
  @HttpCode(204)
  @Key()
  @ApiOperation({ summary: '授予身份；Grant a capacity', operationId: 'registry/grant-capacity' })
  async grantCapacity(
    @Req() request: SignedInRequest,
    @Param('person', personId) person: string,
    @Body() granted: GrantCapacityDto,
  ) {
    const by = await this.#ofPerson(request, person);
    endsAfterBeginning({ at: '#/to', from: granted.from, to: granted.to });
    await this.registry.grantCapacity(person, granted, by);
  }

  @Post('people/:person/capacities/end')
  @HttpCode(204)
  @Key()
  @ApiOperation({ summary: '终止身份；End a capacity', operationId: 'registry/end-capacity' })
  async endCapacity(
    @Req() request: SignedInRequest,
    @Param('person', personId) person: string,
    @Body() ended: EndCapacityDto,
  ) {
    await this.registry.endCapacity(person, ended, await this.#ofPerson(request, person));
  }

  @Post('people/:person/credentials')
  @HttpCode(204)
  @Key()
  @ApiOperation({ summary: '登记执法证；Enter a credential', operationId: 'registry/issue-credential' })
  async issueCredential(
    @Req() request: SignedInRequest,
    @Param('person', personId) person: string,
    @Body() credential: IssueCredentialDto,
  ) {
    const by = await this.#ofPerson(request, person);
    endsAfterBeginning({ at: '#/validTo', from: credential.validFrom, to: credential.validTo });
    await this.registry.issueCredential(person, credential, by);
  }

  @Post('people/:person/credentials/end')
  @HttpCode(204)
  @Key()
  @ApiOperation({ summary: '收回执法证；End a credential', operationId: 'registry/end-credential' })
  async endCredential(
    @Req() request: SignedInRequest,
    @Param('person', personId) person: string,
    @Body() ended: EndCredentialDto,
  ) {
    await this.registry.endCredential(person, ended, await this.#ofPerson(request, person));
  }

  @Post('people/:person/qualification')
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
  ) {
    const by = await this.#ofPerson(request, person);
    const { legalQualification, reviewerSince } = held;
    someOf({ legalQualification, reviewerSince });
    await this.registry.recordQualification(person, held, by);
  }

  @Post('people/:person/account')
  @HttpCode(204)
  @Key()
  @ApiOperation({ summary: '开通账号；Open an account', operationId: 'registry/open-account' })
  async openAccount(
    @Req() request: SignedInRequest,
    @Param('person', personId) person: string,
    @Body() { login, password, subject }: OpenAccountDto,
  ) {
    const by = await this.#ofPerson(request, person);
    const { issuer, issuerName } = this.identity;
    await this.registry.openAccount(
      person,
      async (opening) => {
        const own = login !== undefined && password !== undefined && subject === undefined;
        if (issuer && own) {
          const attempt = attemptOf(opening, issuerName);
          return { issuer: issuerName, subject: await issuer.accounts.open(login, password, attempt) };
        }
        if (!issuer && subject !== undefined && login === undefined && password === undefined)
          return { issuer: issuerName, subject };
        throw new Problem(
          'invalid-request',
          '内置登录：login 与 password；外部登录：subject。Built-in issuer: login and password; another: subject',
          { errors: [{ pointer: '#', detail: 'login + password | subject' }] },
        );
      },
      by,
    );
  }

  @Get('me')
  @AnswersWithoutCapacity()
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
    return onDayJson(person, dayOf(this.clock.now().toISOString()));
  }

  /** The administrator of the system, who belongs to no agency. */
  #system(request: SignedInRequest): Recorder {
    const { signedIn } = request;
    if (!signedIn.capacities.includes('administrator') || signedIn.agency !== undefined)
      throw new Problem('not-competent', '由系统管理员办理；For the system administrator');
    return this.#recorder(request);
  }

  /** An administrator of that agency, or of the system. */
  #of(request: SignedInRequest, agency: string | undefined): Recorder {
    const { signedIn } = request;
    const here = signedIn.agency === undefined || signedIn.agency === agency;
    if (!signedIn.capacities.includes('administrator') || !here)
      throw new Problem('not-competent', '由该机关的管理员办理；For an administrator of that agency');
    return this.#recorder(request);
  }

  async #ofPerson(request: SignedInRequest, person: string): Promise<Recorder> {
    const known = await this.registry.person(person);
    if (!known) throw new Problem('not-found', '无此人员；There is no such person');
    if (person === request.signedIn.person)
      throw new Problem('not-competent', '不得为本人登记；Nobody enters their own capacities and accounts');
    return this.#of(request, known.agency);
  }

  #recorder(request: SignedInRequest): Recorder {
    const { person } = request.signedIn;
    const stated = statedCapacity(request) ?? 'administrator';
    if (stated !== 'administrator')
      throw new Problem(
        'not-competent',
        '登记以管理员身份办理：Acting-Capacity 填 administrator，或者不填；The registry is kept as administrator: give that as Acting-Capacity, or leave it out',
      );
    const command = { id: `${person}/${readKey(request)}`, digest: requestDigest(request, 'administrator') };
    return { person, capacity: 'administrator', at: this.clock.now().toISOString(), command };
  }
}
