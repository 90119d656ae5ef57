import { Refusal, type Stated } from '@anjuan/procedure';
import { AccessLog } from '@anjuan/access-log';
import { dayOf, shortCite } from '@anjuan/law';
import { endedBefore, Registry, type Ended } from '@anjuan/registry';
import { Injectable } from '@nestjs/common';
import { ActContext } from './act-context.js';
import type { CommandRequest } from '../http/command-request.js';
import { refusedFor } from './stated-for.js';

/** Provisions about what somebody holds: the refusal states the last day on which the actor held it. */
const asksFor: Readonly<Record<string, Ended['what']>> = {
  'capacity/held-on-the-day': 'capacity',
  'capacity/held-today': 'capacity',
  'entrustment/in-force': 'capacity',
  'capacity/officer-credential-valid': 'credential',
  'legal-review/first-time-reviewer-qualified': 'qualification',
};

/** What the law refused: no fact of the case, but an entry of the log of access, which auditors read. */
@Injectable()
export class RefusedAttempts {
  constructor(
    private readonly access: AccessLog,
    private readonly context: ActContext,
    private readonly registry: Registry,
  ) {}

  /** The refusal as cited for the actor's bureau. */
  async recorded(request: CommandRequest, act: string, refusal: Refusal): Promise<Refusal> {
    const { by, recordId, capacity, via } = request;
    const pack = await this.context.packOf(by.agency);
    const stated = await this.#withEnds(request, refusedFor(pack, refusal));
    this.access.actRefused({
      at: this.context.now(),
      ...via,
      ...(recordId !== undefined && { record: recordId }),
      capacity,
      act,
      provisions: stated.provisions.map(({ id, cites }) => ({ id, cites: shortCite(cites) })),
    });
    return stated;
  }

  async #withEnds({ by, capacity, seen }: CommandRequest, refusal: Refusal): Promise<Refusal> {
    if (!refusal.provisions.some(({ id }) => Object.hasOwn(asksFor, id))) return refusal;
    const known = await this.registry.standing(by.person, seen);
    const ended = known ? endedBefore(known, capacity, dayOf(this.context.now().toISOString())) : [];
    const withEnd = (provision: Stated): Stated => {
      const end = ended.findLast(({ what }) => what === asksFor[provision.id]);
      if (!end) return provision;
      const { number, on } = end;
      return { ...provision, ended: { ...(number !== undefined && { number }), on } };
    };
    return new Refusal(refusal.provisions.map(withEnd));
  }
}
