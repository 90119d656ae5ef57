import { hash } from 'node:crypto';
import { caseProcedure, handling, type EntryOf } from '@anjuan/case';
import { EventStore } from '@anjuan/event-store';
import { derivedId, Registry } from '@anjuan/registry';
import { Body, Controller, HttpCode, Param, Post, Req } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { viaOf } from '../access/reader.js';
import { ChangeCase } from '../cases/change-case.js';
import {
  commandIdOf,
  readKey,
  requestDigest,
  statedCapacity,
  type SignedInRequest,
} from '../http/command-headers.js';
import type { CommandRequest } from '../http/command-request.js';
import { invalid } from '../http/faults.js';
import { OpensGate } from '../http/fresh-sign-in.js';
import { handlingAgency } from '../http/handling-agency.js';
import { personId, uuid } from '../http/path-ids.js';
import { problemAsJson } from '../http/problem-document.js';
import { Problem } from '../http/problems.js';
import { toProblem } from '../http/to-problem.js';
import { noSuchRecord } from '../procedures/no-such-record.js';
import { Records } from '../procedures/records.js';
import { HandOverDto } from './hand-over.dto.js';
import { Key } from './recorders.js';

const act = 'initiation/name-handlers';

/** The cases of somebody who leaves, handed over together: the act of each case, case by case. */
@ApiTags('registry 登记')
@Controller('v1')
export class HandOverController {
  constructor(
    private readonly commands: CommandBus,
    private readonly records: Records,
    private readonly registry: Registry,
    private readonly store: EventStore,
  ) {}

  @Post('people/:person/hand-over')
  @OpensGate()
  @HttpCode(200)
  @Key()
  @ApiOperation({
    summary:
      '成批移交案件：逐案更换办案人员；Hand over the cases of a person, each by naming other handlers in it',
    description:
      '逐案办理、逐案答复：一案被拒绝，不影响其他各案（refused 写明其问题）。Each case is answered for itself: one that is refused (`refused` has its problem) holds up no other.',
    operationId: 'registry/hand-over',
  })
  async handOver(
    @Req() request: SignedInRequest,
    @Param('person', personId) person: string,
    @Body() over: HandOverDto,
  ) {
    const agency = handlingAgency(request.signedIn);
    if ((await this.registry.standing(person))?.agency !== agency)
      throw new Problem('not-found', '无此人员；There is no such person in your agency');
    nobodyAndNothing(over);
    const items = [];
    for (const id of new Set(over.cases)) items.push(await this.#ofCase(id, person, { request, over }));
    return { person, items };
  }

  async #ofCase(id: string, person: string, sent: Sent) {
    try {
      const { changed } = await this.#named(id, person, sent);
      return { case: id, done: { revision: changed.revision, position: changed.position } };
    } catch (error) {
      const problem = toProblem(error);
      // Whatever stops this case would stop the next: the same request goes on where this one ended.
      if (problem.type === 'unavailable' || problem.type === 'internal-error') throw error;
      return { case: id, refused: problemAsJson(problem) };
    }
  }

  async #named(id: string, person: string, sent: Sent) {
    if (!uuid.test(id)) throw noSuchRecord(caseProcedure);
    const agency = handlingAgency(sent.request.signedIn);
    const { file, revision } = await this.records.read(caseProcedure, id, agency);
    const command = commandOn(id, revision, sent.request);
    const handlers = handling(file);
    const before = await this.store.find(commandIdOf(command.by.person, command.key));
    if (!before && !handlers.includes(person))
      throw new Problem('registry-refused', '该人员不承办本案；The person does not handle this case', {
        reason: 'does-not-handle',
      });
    const { to, reason, paper } = sent.over;
    const others = handlers.filter((one) => one !== person && !to.includes(one));
    const entry: EntryOf<typeof act> = { handlers: [...others, ...to], reason, ...(paper && { paper }) };
    return this.commands.execute(new ChangeCase(command, act, entry));
  }
}

type Sent = Readonly<{ request: SignedInRequest; over: HandOverDto }>;

/** Under a key of its own, made of that of the request: sent again, each case is answered as it was. */
const commandOn = (recordId: string, revision: number, request: SignedInRequest): CommandRequest => {
  const capacity = statedCapacity(request) ?? 'unit-head';
  const digest = hash('sha256', JSON.stringify([requestDigest(request, capacity), recordId]), 'hex');
  const key = derivedId(readKey(request), 'hand over', recordId);
  const { signedIn: by, seen } = request;
  return { recordId, revision, by, seen, capacity, via: viaOf(request), key, digest };
};

const nobodyAndNothing = ({ cases, to }: HandOverDto): void => {
  const faults = Object.entries({ cases, to })
    .filter(([, list]) => list.length === 0)
    .map(([name]) => ({ pointer: `#/${name}`, detail: '至少一项；at least one' }));
  if (faults.length > 0) throw invalid(faults);
};
