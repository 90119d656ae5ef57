import { createHash } from 'node:crypto';
import {
  relationByCapacity,
  type AnyProcedure,
  type Due,
  type Event,
  type Procedure,
} from '@anjuan/procedure';
import { dayOf, longCite, shortCite } from '@anjuan/law';
import { withoutPersonal, type Standing } from '@anjuan/record';
import { Injectable } from '@nestjs/common';
import { personalTo, type Access } from '../http/access.js';
import { readCapacity, type SignedInRequest } from '../http/command-headers.js';
import { handlingAgency } from '../http/handling-agency.js';
import { statedAsJson } from '../http/to-problem.js';
import { Clock } from '../parts/clock.js';
import { ActContext } from './act-context.js';
import { Records } from './records.js';
import { statedFor } from './stated-for.js';

/** Of the description of every route that shows entries. */
export const signInShown =
  'signIn：录入人所用的账号、登录方式（RFC 8176）与登录时间，以登录服务所述为限；the account through which the entry was made, by which methods and when its person had signed in, as far as the issuer says';

type Events<Recorded extends Event<string, unknown>> = readonly Recorded[];

/** The answers about one record of any procedure: its entries, what may be done next, which dates run. */
@Injectable()
export class RecordViews {
  constructor(
    private readonly records: Records,
    private readonly context: ActContext,
    private readonly clock: Clock,
  ) {}

  /**
   * The record as the right of the route shows it to this reader, who may have stated a purpose; `request.access` then
   * says what was shown.
   * @throws Problem `not-competent`, `no-such-case`, `not-found`
   */
  async read<Recorded extends Event<string, unknown>, File>(
    procedure: Procedure<string, Recorded, File>,
    request: SignedInRequest,
    id: string,
    purpose?: string,
  ): Promise<Standing<Recorded, File>> {
    const { signedIn, access } = request;
    const record = await this.records.read(procedure, id, handlingAgency(signedIn));
    const { personal: given } = access.right;
    const reached = {
      ...access,
      record: { procedure: procedure.name, id },
      ...(purpose !== undefined && { purpose }),
    };
    request.access = reached;
    if (given === undefined) return record;
    const relation = procedure.relation?.(record.file, signedIn) ?? relationByCapacity(signedIn);
    const personal = personalTo(given[relation], purpose);
    request.access = { ...reached, relation, personal };
    return personal === 'shown' ? record : withoutPersonal(procedure, record);
  }

  /** Every entry, in order; `more` gives further fields of the entry at that place. */
  history(
    { name }: AnyProcedure,
    { id, revision, events, recorded }: Standing,
    { personal }: Pick<Access, 'personal'>,
    more: (index: number) => object = () => ({}),
  ) {
    const entries = events.map((event, index) => {
      const stored = recorded[index];
      return {
        entry: event.revision,
        id: stored?.id,
        type: event.type,
        occurredAt: event.occurredAt,
        recordedAt: event.recordedAt,
        recordedBy: event.recordedBy,
        actors: event.actors,
        ...more(index),
        position: stored?.position,
        sha256: stored && createHash('sha256').update(stored.bytes).digest('hex'),
        data: event.data,
      };
    });
    return { [name]: id, revision, ...(personal && { personal }), entries };
  }

  /** What may be done next, and which provisions are not met; `asked` may name a party of several. */
  async actions(procedure: AnyProcedure, request: SignedInRequest, of: Standing, asked?: unknown) {
    const { id, file, revision, agency, recordedAt } = of;
    const stated = statedFor(await this.context.packOf(agency));
    const asks = { by: request.signedIn, capacity: readCapacity(request) };
    const context = await this.context.of(asks, { procedure, file, recordedAt, asked });
    const actions = procedure.actions(file, context, asked).map(({ act, title, state, because }) => ({
      act,
      title,
      state,
      because: because.map(stated).map(statedAsJson),
    }));
    return { [procedure.name]: id, revision, actions };
  }

  /** Every date that runs or ran. */
  async deadlines(procedure: AnyProcedure, { id, file, revision, agency, events }: Standing) {
    const today = this.today();
    const due = procedure.deadlines?.(file, await this.context.day(agency, today)) ?? [];
    return { [procedure.name]: id, revision, today, deadlines: due.map((one) => dueAsJson(one, events)) };
  }

  today(): string {
    return dayOf(this.clock.now().toISOString());
  }
}

const dueAsJson = <Recorded extends Event<string, unknown>>(
  { cites, ...due }: Due,
  events: Events<Recorded>,
) => {
  const started = events[due.startedBy];
  return {
    ...due,
    start: started && { entry: due.startedBy, type: started.type, on: dayOf(started.occurredAt) },
    cites: cites.map(shortCite),
    article: cites.map(longCite),
  };
};
