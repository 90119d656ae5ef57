import { Registry, type Recorder } from '@anjuan/registry';
import { Injectable } from '@nestjs/common';
import { readKey, requestDigest, statedCapacity, type SignedInRequest } from '../http/command-headers.js';
import { Problem } from '../http/problems.js';
import { Clock } from '../parts/clock.js';

/** Who may enter something in the registry, of whom. */
@Injectable()
export class Registrar {
  constructor(
    private readonly registry: Registry,
    private readonly clock: Clock,
  ) {}

  /** The administrator of the system, who belongs to no agency. */
  system(request: SignedInRequest): Recorder {
    const { signedIn } = request;
    if (!signedIn.capacities.includes('administrator') || signedIn.agency !== undefined)
      throw new Problem('not-competent', '由系统管理员办理；For the system administrator');
    return this.#recorder(request);
  }

  /** An administrator of that agency, or of the system. */
  of(request: SignedInRequest, agency: string | undefined): Recorder {
    const { signedIn } = request;
    const here = signedIn.agency === undefined || signedIn.agency === agency;
    if (!signedIn.capacities.includes('administrator') || !here)
      throw new Problem('not-competent', '由该机关的管理员办理；For an administrator of that agency');
    return this.#recorder(request);
  }

  /** Of somebody else. */
  async ofPerson(request: SignedInRequest, person: string): Promise<Recorder & { staffNumber: string }> {
    const known = await this.registry.standing(person);
    if (!known) throw new Problem('not-found', '无此人员；There is no such person');
    if (person === request.signedIn.person)
      throw new Problem('not-competent', '不得为本人登记；Nobody enters their own capacities and accounts');
    return { ...this.of(request, known.agency), staffNumber: known.staffNumber };
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
