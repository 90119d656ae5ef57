import type { Look } from '@anjuan/event-store';
import { TokenRefused, type VerifiedToken } from '@anjuan/identity';
import type { SignIn } from '@anjuan/procedure';
import { isSignedOut, isUnconfirmed, stateOf, type Registry, type Standing } from '@anjuan/registry';
import type { Identity } from '../parts/identity.js';
import { Problem } from './problems.js';

type Sources = Readonly<{ registry: Registry; identity: Identity; seen?: Look }>;

/** As it is recorded with what the person does. */
export const signInOf = (
  { subject, authTime, methods }: VerifiedToken,
  { issuerName }: Pick<Identity, 'issuerName'>,
): SignIn => ({
  issuer: issuerName,
  account: subject,
  ...(methods && { methods }),
  ...(authTime !== undefined && { at: new Date(authTime * 1000).toISOString() }),
});

/** @throws Problem, until somebody other than the opener of the account has confirmed that its person has it */
export const confirmed = (person: Standing, { subject }: VerifiedToken, identity: Identity): void => {
  if (isUnconfirmed(person, { issuer: identity.issuerName, subject }))
    throw new Problem(
      'not-competent',
      '该账号尚未确认：请向开通人以外的另一名管理员（或者本机关主要负责人）当面说明已由本人启用，由其确认；The account is not confirmed yet: tell another administrator than opened it, or the principal, in person that you have activated it, and let them confirm it (POST /v1/people/{person}/account/confirm)',
    );
};

/**
 * The person behind a token that the issuer signed, if their account is still open and its password the same.
 * @throws Problem, TokenRefused
 */
export const personBehind = async (
  { subject, issuedAt }: VerifiedToken,
  { registry, identity, seen }: Sources,
): Promise<Standing> => {
  const account = { issuer: identity.issuerName, subject };
  const person = await registry.personBehind(account.issuer, subject, seen);
  const state = person ? stateOf(person, account) : 'none';
  if (!person || state === 'none')
    throw new Problem('not-competent', '该账号未登记为任何人员；The account belongs to nobody registered');
  if (state === 'closed')
    throw new TokenRefused(
      '该账号已销户，请用现有账号登录，或请管理员另行开通；The account was closed: sign in with the one you have, or ask an administrator to open another',
    );
  if (isSignedOut(person, account, issuedAt))
    throw new TokenRefused('该账号的密码已更改，请重新登录；The account got a new password: sign in again');
  return person;
};
