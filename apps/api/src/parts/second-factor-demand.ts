/** Of whom a second factor is demanded: of who holds a capacity that opens a gate, unless their agency has taken that back. */
import type { Capacity } from '@anjuan/case';
import type { Look } from '@anjuan/event-store';
import { dayOf } from '@anjuan/law';
import { onDay, opensAGate, type Registry, type Standing } from '@anjuan/registry';
import type { Clock } from './clock.js';
import type { Config } from './config.js';

export const holdsGate = (capacities: readonly Capacity[]): boolean =>
  capacities.some((one) => opensAGate.has(one));

export class SecondFactorDemand {
  constructor(
    private readonly registry: Registry,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  /** Of what opens a gate, whoever does it. Who belongs to no agency is asked as the installation has it. */
  async byAgency(agency: string | undefined, seen?: Look): Promise<boolean> {
    const set =
      agency === undefined ? undefined : (await this.registry.agency(agency, seen))?.secondFactorDemanded;
    return set ?? this.config.SECOND_FACTOR === 'required-for-gates';
  }

  /** Before they are signed in; `wanted`: for something that opens a gate. */
  async atSignIn(person: Standing, wanted: boolean): Promise<boolean> {
    const { capacities } = onDay(person, dayOf(this.clock.now().toISOString()));
    return (wanted || holdsGate(capacities)) && this.byAgency(person.agency);
  }
}
