import type { Capacity, Credential } from '@anjuan/case';
import type { SignIn } from '@anjuan/procedure';

/** The person behind a valid token, as the registry knows them today. Capacities come from there, never from the token. */
export type SignedIn = Readonly<{
  person: string;
  /** Absent for the system's first administrator. */
  agency?: string;
  staffNumber: string;
  capacities: readonly Capacity[];
  credential?: Credential;
  /** Absent for what the program does by itself. */
  signIn?: SignIn;
  /** The session of the built-in issuer. */
  session?: string;
  /** Nobody but the opener of the account has confirmed yet that its person has it. */
  unconfirmed?: true;
}>;
