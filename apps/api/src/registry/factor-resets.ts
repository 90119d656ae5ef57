import { Registry, type Recorder } from '@anjuan/registry';
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

  /** Recorded before it takes effect at the issuer: sent again, it is done there if it was cut short. */
  async inForce(person: string, proposals: readonly number[], by: Recorder): Promise<readonly HandedOver[]> {
    const { issuer, issuerName, verifier } = this.identity;
    if (!issuer) return [];
    const { factorsEnded } = this.registry;
    const codes: HandedOver[] = [];
    for (const due of await factorsEnded.due(person, { proposals, issuer: issuerName })) {
      const { subject, proposal } = due;
      const made = await issuer.resets.reset(subject, `${person}/${String(proposal)}`, (at) =>
        factorsEnded.enter(person, { ...due, at: at.toISOString() }, by),
      );
      verifier.forget(subject);
      if (made) codes.push({ proposal, ...made });
    }
    return codes;
  }
}
