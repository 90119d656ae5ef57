import { hash } from 'node:crypto';
import { caseProcedure, handling, type Capacity, type EntryOf } from '@anjuan/case';
import { EventStore } from '@anjuan/event-store';
import { derivedId, Registry } from '@anjuan/registry';
import { Body, Controller, HttpCode, Logger, Param, Post, Req } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { viaOf } from '../access/reader.js';
import { ChangeCase } from '../cases/change-case.js';
import { commandIdOf, readKey, requestDigest, type SignedInRequest } from '../http/command-headers.js';
import type { CommandRequest } from '../http/command-request.js';
import { invalid } from '../http/faults.js';
import { OpensGate } from '../http/fresh-sign-in.js';
import { handlingAgency } from '../http/handling-agency.js';
import { personId } from '../http/path-ids.js';
import { problemAsJson } from '../http/problem-document.js';
import { Problem, type ProblemType } from '../http/problems.js';
import { toProblem } from '../http/to-problem.js';
import { Records } from '../procedures/records.js';
import { HandOverDto, mostHandlers } from './hand-over.dto.js';
import { Key, Recorders } from './recorders.js';

const act = 'initiation/name-handlers';

/** The cases of somebody who leaves, handed over together: the act of each case, case by case. */
@ApiTags('registry 登记')
@Controller('v1')
export class HandOverController {
  readonly #log = new Logger('HandOver');

  constructor(
    private readonly commands: CommandBus,
    private readonly records: Records,
    private readonly registry: Registry,
    private readonly store: EventStore,
    private readonly recorders: Recorders,
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
    checked(over, person);
    const by = this.recorders.ofUnitHead(request);
    await this.registry.beginHandOver(person, over, { ...by, agency });
    const sent = { request, over, agency, capacity: by.capacity };
    const items: CaseAnswer[] = [];
    for (const id of new Set(over.cases))
      items.push(stopped(items, id) ?? (await this.#ofCase(id, person, sent)));
    return { person, items };
  }

  /** One case that cannot be read, or is written to by others again and again, holds up no other. */
  async #ofCase(id: string, person: string, sent: Sent): Promise<CaseAnswer> {
    try {
      const { changed } = await this.#named(id, person, sent);
      return { case: id, done: { revision: changed.revision, position: changed.position } };
    } catch (error) {
      const problem = toProblem(error);
      if (problem.type === 'internal-error')
        this.#log.error({ requestId: sent.request.id, case: id, err: error });
      return { case: id, refused: problemAsJson(problem) };
    }
  }

  async #named(id: string, person: string, sent: Sent) {
    const { file, revision } = await this.records.read(caseProcedure, id, sent.agency);
    const command = commandOn(id, revision, sent);
    const handlers = handling(file);
    const before = await this.store.find(commandIdOf(command.by.person, command.key));
    if (!before && !handlers.includes(person))
      throw new Problem('registry-refused', '该人员不承办本案；The person does not handle this case', {
        reason: 'does-not-handle',
      });
    const { to, reason, paper, order } = sent.over;
    const others = handlers.filter((one) => one !== person && !to.includes(one));
    const named = [...others, ...to];
    if (!before && named.length > mostHandlers) throw tooManyHandlers(others.length);
    const papers = { ...(paper && { paper }), ...(order && { order }) };
    const entry: EntryOf<typeof act> = { handlers: named, reason, ...papers };
    return this.commands.execute(new ChangeCase(command, act, entry));
  }
}

type Sent = Readonly<{ request: SignedInRequest; over: HandOverDto; agency: string; capacity: Capacity }>;

/** Under a key of its own, made of that of the request: sent again, each case is answered as it was. */
const commandOn = (recordId: string, revision: number, { request, capacity }: Sent): CommandRequest => {
  const digest = hash('sha256', JSON.stringify([requestDigest(request, capacity), recordId]), 'hex');
  const key = derivedId(readKey(request), 'hand over', recordId);
  const { signedIn: by, seen } = request;
  return { recordId, revision, by, seen, capacity, via: viaOf(request), key, digest };
};

type CaseAnswer = Readonly<{ case: string }> &
  (
    | Readonly<{ done: Readonly<{ revision: number; position: string }> }>
    | Readonly<{ refused: ReturnType<typeof problemAsJson> }>
  );

const unavailable = `/problems/${'unavailable' satisfies ProblemType}`;
const mostInARow = 3;

/** After so many in a row it is no matter of one case: the others are answered alike and not tried. */
const stopped = (items: readonly CaseAnswer[], id: string): CaseAnswer | undefined => {
  const last = items.slice(-mostInARow);
  const isUnavailable = (one: CaseAnswer): boolean => 'refused' in one && one.refused.type === unavailable;
  const [first] = last;
  return first && last.length === mostInARow && last.every(isUnavailable)
    ? { ...first, case: id }
    : undefined;
};

const tooManyHandlers = (others: number): Problem =>
  invalid([
    {
      pointer: '#/to',
      detail: `本案另有 ${String(others)} 名办案人员，合计至多 ${String(mostHandlers)} 名；the case has ${String(others)} others who handle it, ${String(mostHandlers)} in all at most`,
    },
  ]);

const checked = ({ cases, to }: HandOverDto, person: string): void => {
  if (to.includes(person))
    throw invalid([
      { pointer: '#/to', detail: '不得移交给其本人；not to the person whose cases are handed over' },
    ]);
  const faults = Object.entries({ cases, to })
    .filter(([, list]) => list.length === 0)
    .map(([name]) => ({ pointer: `#/${name}`, detail: '至少一项；at least one' }));
  if (faults.length > 0) throw invalid(faults);
};
