import { dayOf } from '@anjuan/law';
import { onDay, Registry, type Standing } from '@anjuan/registry';
import { holdsOneOf, rightTo } from '@anjuan/rights';
import { Controller, Get, Param, Query, Req } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { SignedInRequest } from '../http/command-headers.js';
import { invalid } from '../http/faults.js';
import { agencyId } from '../http/path-ids.js';
import { Problem } from '../http/problems.js';
import { Clock } from '../parts/clock.js';
import { itemsOfPage } from '../queries/page.dto.js';
import { PeopleDto } from './people.dto.js';
import { onDayJson, registeredJson } from './registry-as-json.js';

/** Everybody of an agency, as the registry has them on a day. */
@ApiTags('registry 登记')
@Controller('v1/agencies/:agency/people')
export class PeopleController {
  constructor(
    private readonly registry: Registry,
    private readonly clock: Clock,
  ) {}

  @Get()
  @ApiOperation({
    summary:
      '机关全部人员，按工号；该日的身份和执法证；Everybody of an agency by staff number, with what they hold on a day',
    operationId: 'registry/people',
  })
  async people(
    @Req() { signedIn }: SignedInRequest,
    @Param('agency', agencyId) agency: string,
    @Query() { on, capacity, after, limit = itemsOfPage }: PeopleDto,
  ) {
    const here = signedIn.agency === undefined || signedIn.agency === agency;
    if (!here || !(await this.registry.agency(agency)))
      throw new Problem('not-found', '无此机关；There is no such agency');
    const day = on ?? dayOf(this.clock.now().toISOString());
    const all = (await this.registry.everybody(agency))
      .filter((one) => capacity === undefined || onDay(one, day).capacities.includes(capacity))
      .sort(byStaffNumber);
    const rest = all.slice(placeAfter(all, after));
    const keeps = holdsOneOf(signedIn.capacities, rightTo('registry/person#granted'));
    const found = await Promise.all(rest.slice(0, limit).map(({ person }) => this.registry.person(person)));
    const items = found
      .filter((one) => one !== undefined)
      .map((one) => (keeps ? registeredJson(one, day) : onDayJson(one, day)));
    const next = rest.length > limit ? items.at(-1)?.person : undefined;
    return { agency, on: day, people: all.length, items, ...(next !== undefined && { next }) };
  }
}

const byStaffNumber = (one: Standing, other: Standing): number =>
  one.staffNumber === other.staffNumber
    ? one.person.localeCompare(other.person)
    : one.staffNumber.localeCompare(other.staffNumber);

const placeAfter = (all: readonly Standing[], after: string | undefined): number => {
  if (after === undefined) return 0;
  const place = all.findIndex(({ person }) => person === after);
  if (place < 0)
    throw invalid([
      { pointer: '#/after', detail: '须为本清单上一页的 next；`next` of the page before of this list' },
    ]);
  return place + 1;
};
