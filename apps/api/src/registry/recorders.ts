import { Registry, type Recorder } from '@anjuan/registry';
import { applyDecorators, Injectable } from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';
import {
  commandIdOf,
  readKey,
  requestDigest,
  statedCapacity,
  type SignedInRequest,
} from '../http/command-headers.js';
import { Problem } from '../http/problems.js';
import { ReadsItsForm } from '../http/route-form.js';
import { Clock } from '../parts/clock.js';

export const IdempotencyKey = () =>
  ApiHeader({ name: 'Idempotency-Key', required: true, description: '同一请求只执行一次；Happens once' });

export const Key = () => applyDecorators(IdempotencyKey(), ReadsItsForm());

type Keeper = 'administrator' | 'principal' | 'unit-head';
type RecorderAs<Stated extends Keeper> = Recorder & Readonly<{ capacity: Stated }>;

/** Who may enter what in the registry, and who may approve it. */
@Injectable()
export class Recorders {
  constructor(
    private readonly registry: Registry,
    private readonly clock: Clock,
  ) {}

  /** The administrator of the system, whom alone the route lets in. */
  ofSystem(request: SignedInRequest): Recorder {
    return this.#recorder(request, 'administrator');
  }

  /** An administrator of that agency, or of the system. */
  of(request: SignedInRequest, agency: string | undefined): Recorder {
    const { signedIn } = request;
    const here = signedIn.agency === undefined || signedIn.agency === agency;
    if (!signedIn.capacities.includes('administrator') || !here)
      throw new Problem('not-competent', '由该机关的管理员办理；For an administrator of that agency');
    return this.#recorder(request, 'administrator');
  }

  /** The head of a unit, whom alone the route lets in. */
  ofUnitHead(request: SignedInRequest): RecorderAs<'unit-head'> {
    return this.#recorder(request, 'unit-head');
  }

  async ofPerson(request: SignedInRequest, person: string): Promise<Recorder> {
    const agency = await this.#agencyOf(request, person);
    if (person === request.signedIn.person)
      throw new Problem('not-competent', '不得为本人登记；Nobody enters their own capacities and accounts');
    return this.of(request, agency);
  }

  /** An administrator of that agency or of the system, or the agency's principal. */
  approver(request: SignedInRequest, agency: string | undefined): Recorder {
    const { signedIn } = request;
    const leads = signedIn.agency === agency && signedIn.capacities.includes('principal');
    return leads ? this.#recorder(request, 'principal') : this.of(request, agency);
  }

  async approverOfPerson(request: SignedInRequest, person: string): Promise<Recorder> {
    return this.approver(request, await this.#agencyOf(request, person));
  }

  /** Nobody learns whether somebody is registered in another agency. */
  async #agencyOf({ signedIn }: SignedInRequest, person: string): Promise<string | undefined> {
    const known = await this.registry.standing(person);
    if (!known || (signedIn.agency !== undefined && known.agency !== signedIn.agency))
      throw new Problem('not-found', '无此人员；There is no such person in your agency');
    return known.agency;
  }

  #recorder<Stated extends Keeper>(request: SignedInRequest, capacity: Stated): RecorderAs<Stated> {
    const { person, signIn } = request.signedIn;
    const stated = statedCapacity(request) ?? capacity;
    if (stated !== capacity)
      throw new Problem(
        'not-competent',
        `此事以 ${capacity} 身份办理：Acting-Capacity 填 ${capacity}，或者不填；This is done as ${capacity}: give that as Acting-Capacity, or leave it out`,
      );
    const command = { id: commandIdOf(person, readKey(request)), digest: requestDigest(request, capacity) };
    return { person, capacity, at: this.clock.now().toISOString(), command, ...(signIn && { signIn }) };
  }
}
