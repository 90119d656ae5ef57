import { Registry, resetUsedUp, type Recorder } from '@anjuan/registry';
import { Injectable } from '@nestjs/common';
import { Identity } from '../parts/identity.js';

/** Shown once, to who approved the reset, and handed to the person. */
type HandedOver = Readonly<{ proposal: number; login: string; code: string; expiresAt: string }>;

/** What follows at the issuer when a reset of second factors is approved. */
@Injectable()
export class FactorResets {
  constructor(
    private readonly registry: Registry,
    private readonly identity: Identity,
  ) {}

  /**
   * Recorded before it takes effect at the issuer: sent again, it is done there if it was cut short. Where the account has
   * other factors since, those stay.
   * @throws RegistryRefusal, where it was never done and is not any more
   */
  async inForce(person: string, proposals: readonly number[], by: Recorder): Promise<readonly HandedOver[]> {
    const { issuer, issuerName, verifier } = this.identity;
    if (!issuer) return [];
    const { factorsEnded } = this.registry;
    const [codes, cutShort]: [HandedOver[], number[]] = [[], []];
    for (const { over, ...due } of await factorsEnded.approved(person, { proposals, issuer: issuerName })) {
      const { subject, proposal } = due;
      const reset = `${person}/${String(proposal)}`;
      if (over) {
        if (await issuer.resets.neverMade(subject, reset)) cutShort.push(proposal);
        continue;
      }
      const made = await issuer.resets.reset(subject, reset, (at) =>
        factorsEnded.enter(person, { ...due, at: at.toISOString() }, by),
      );
      verifier.forget(subject);
      if (made) codes.push({ proposal, ...made });
    }
    const [usedUp] = cutShort;
    if (usedUp !== undefined && codes.length === 0) throw resetUsedUp(usedUp);
    return codes;
  }
}
