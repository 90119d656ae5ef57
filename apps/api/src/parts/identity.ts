import { randomUUID } from 'node:crypto';
import type { Attempt, Holders, Issuer, TokenVerifier } from '@anjuan/identity';
import { RegistryRefusal, stateOf, type Opening, type Registry, type Standing } from '@anjuan/registry';
import type { Clock } from './clock.js';
import type { SecondFactorDemand } from './second-factor-demand.js';

/** How this process knows people: a verifier always, an issuer only where it is the built-in one. */
export class Identity {
  constructor(
    readonly verifier: TokenVerifier,
    /** Under which name accounts are linked: of the built-in issuer a name that outlives its address. */
    readonly issuerName: string,
    readonly issuer?: Issuer,
  ) {}
}

/** Opening an account as one attempt, however often its request is sent: the registry knows whose a login in the way is. */
export const attemptOf = ({ subject, ownerOf, mayOpenAt }: Opening, issuer: string): Attempt => {
  mayOpenAt(issuer);
  return { id: subject, holder: (accountId) => ownerOf({ issuer, subject: accountId }) };
};

/** Whose the accounts of the built-in issuer are, and the entry of each password that a person sets. */
export const holdersIn = (
  { registry, clock, demand }: Readonly<{ registry: Registry; clock: Clock; demand: SecondFactorDemand }>,
  issuer: string,
): Holders => {
  const holder = async (subject: string): Promise<Standing | undefined> => {
    const person = await registry.personBehind(issuer, subject);
    return person && stateOf(person, { issuer, subject }) === 'open' ? person : undefined;
  };
  return {
    belongs: async (subject) => (await holder(subject)) !== undefined,
    knownOf: async (subject) => {
      const person = await holder(subject);
      return person ? [person.staffNumber] : [];
    },
    passwordSet: async (subject, { first, at }) => {
      const person = await holder(subject);
      if (!person) return 'not-theirs';
      const command = { id: `own-secret/${randomUUID()}`, digest: 'own-secret' };
      const by = { person: person.person, at: clock.now().toISOString(), command };
      return registry.accounts.enterPassword({ issuer, subject }, { first, at: at.toISOString() }, by);
    },
    demandsFactor: async (subject, wanted) => {
      const person = await holder(subject);
      return person !== undefined && (await demand.atSignIn(person, wanted));
    },
    factorRegistered: async (subject, { passkey, at, signIn }) => {
      const person = await holder(subject);
      if (!person) return false;
      const command = { id: `own-factor/${randomUUID()}`, digest: 'own-factor' };
      const by = { person: person.person, at: clock.now().toISOString(), command, signIn };
      const which = { issuer, subject, ...(passkey !== undefined && { passkey }) };
      const of = { type: 'SecondFactorEnrolled', ...which, at: at.toISOString() } as const;
      try {
        await registry.accounts.note(person.person, of, by);
        return true;
      } catch (error) {
        if (error instanceof RegistryRefusal) return false;
        throw error;
      }
    },
  };
};
