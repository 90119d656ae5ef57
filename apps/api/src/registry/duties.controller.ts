import { dayOf, type LocalDate } from '@anjuan/law';
import { leftBy, Registry, type Left, type Standing } from '@anjuan/registry';
import { holdsOneOf, rightTo } from '@anjuan/rights';
import { bearers, duties, dutiesCounted, dutiesOf, type Bearer, type DutyItem } from '@anjuan/views';
import { Controller, Get, Inject, Param, Query, Req } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import pg from 'pg';
import type { SignedInRequest } from '../http/command-headers.js';
import { handlingAgency } from '../http/handling-agency.js';
import { personId } from '../http/path-ids.js';
import { Problem } from '../http/problems.js';
import type { SignedIn } from '../http/signed-in.js';
import { Clock } from '../parts/clock.js';
import { CaughtUp } from '../queries/caught-up.js';
import { itemsOfPage, PageDto } from '../queries/page.dto.js';

/** What hangs on somebody in the cases of the agency, and what hangs on nobody who is there any more. */
@ApiTags('registry 登记')
@Controller('v1')
export class DutiesController {
  constructor(
    @Inject(pg.Pool) private readonly pool: pg.Pool,
    private readonly registry: Registry,
    private readonly clock: Clock,
    private readonly caughtUp: CaughtUp,
  ) {}

  @Get('people/:person/duties')
  @ApiOperation({
    summary: '人员的在办职责：承办、主持、确认等；What hangs on a person in cases that are not archived',
    description:
      '管理员仅得总数（open），不得案件。An administrator is told how many there are (`open`), not in which cases.',
    operationId: 'registry/person-duties',
  })
  async ofPerson(
    @Req() { signedIn }: SignedInRequest,
    @Param('person', personId) person: string,
    @Query() page: PageDto,
  ) {
    const known = await this.registry.standing(person);
    if (!known || !mayRead(signedIn, known))
      throw new Problem(
        'not-found',
        '无此人员，或者无权查阅；There is no such person, or their duties are not yours to read',
      );
    await this.caughtUp.until(page.waitFor);
    const { agency } = known;
    if (agency === undefined) return { person, open: 0, items: [], parked: 0 };
    const open = await dutiesCounted(this.pool, agency, person);
    if (!mayReadCases(signedIn)) return { person, open };
    const of = await bearers(this.pool, agency, person);
    const found = await dutiesOf(this.pool, { agency, of, ...partOf(page) });
    const today = this.#today();
    return {
      person,
      open,
      ...found,
      items: found.items.map((one) => itemJson(one, leftOf(known, one, today))),
    };
  }

  @Get('lists/orphaned-cases')
  @ApiOperation({
    summary:
      '待移交案件：承办人等已离岗或者销户，或者无人具有所需身份；Cases in which something hangs on somebody who has left, or on a capacity that nobody holds',
    operationId: 'lists/orphaned-cases',
  })
  async orphaned(@Req() { signedIn }: SignedInRequest, @Query() page: PageDto) {
    const agency = handlingAgency(signedIn);
    await this.caughtUp.until(page.waitFor);
    const people = new Map((await this.registry.everybody(agency)).map((one) => [one.person, one]));
    const today = this.#today();
    const left = (of: Bearer): Left | undefined => leftByBearer(people, of, today);
    const of = (await bearers(this.pool, agency)).filter((one) => left(one) !== undefined);
    const found = await dutiesOf(this.pool, { agency, of, ...partOf(page) });
    return { ...found, items: found.items.map((item) => itemJson(item, left(item))) };
  }

  #today(): LocalDate {
    return dayOf(this.clock.now().toISOString());
  }
}

const partOf = ({ limit = itemsOfPage, after }: PageDto) => ({
  limit,
  ...(after !== undefined && { after }),
});

const mayRead = ({ person, agency, capacities }: SignedIn, of: Standing): boolean =>
  person === of.person ||
  ((agency === undefined || agency === of.agency) &&
    holdsOneOf(capacities, rightTo('registry/person-duties#of-others')));

const mayReadCases = ({ agency, capacities }: SignedIn): boolean =>
  agency !== undefined && holdsOneOf(capacities, rightTo('registry/person-duties#cases'));

/** With the act by which somebody else gets it, and why its bearer is not there to do it. */
const itemJson = (item: DutyItem, left: Left | undefined) => {
  const { passedOnBy } = duties[item.duty];
  return { ...item, ...(passedOnBy !== undefined && { passedOnBy }), ...(left && { left }) };
};

const leftOf = (known: Standing, { duty }: Bearer, today: LocalDate): Left | undefined =>
  leftBy(known, duties[duty].needs, today);

/** Somebody whom the registry does not know, or whose entries are damaged, is not there to do it either. */
const leftByBearer = (
  people: ReadonlyMap<string, Standing>,
  of: Bearer,
  today: LocalDate,
): Left | undefined => {
  if (of.person !== null) {
    const known = people.get(of.person);
    return known ? leftOf(known, of, today) : { why: 'no-capacity' };
  }
  const somebody = [...people.values()].some((one) => leftOf(one, of, today) === undefined);
  return somebody ? undefined : { why: 'no-capacity' };
};
