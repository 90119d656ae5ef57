/** What opens a gate is done by who has signed in lately, and as strongly as the agency demands: RFC 9470. */
import { severalFactors, type VerifiedToken } from '@anjuan/identity';
import type { Bilingual, Gate } from '@anjuan/procedure';
import { applyDecorators, SetMetadata } from '@nestjs/common';
import { ApiExtension, ApiResponse } from '@nestjs/swagger';
import { Problem } from './problems.js';

export const opensGate = 'opens a gate';
export const asksForAge = 'asks for a fresh sign-in';

const insufficient = ApiResponse({
  status: 401,
  description:
    '登录已久，或者未用两步验证（WWW-Authenticate 写明 max_age、acr_values），须重新登录；The sign-in is too old or has no second factor: sign in again, with the max_age and acr_values that WWW-Authenticate names',
});

/** Decides, reviews, approves, grants or takes away; of an act of a procedure its definition says so. */
export const OpensGate = () =>
  applyDecorators(SetMetadata(opensGate, true), ApiExtension('x-fresh-sign-in', true), insufficient);

/**
 * Done by who has signed in lately, with whatever they have: what enrols a second factor cannot ask for one.
 */
export const FreshSignIn = () =>
  applyDecorators(SetMetadata(asksForAge, true), ApiExtension('x-fresh-sign-in', true), insufficient);

/** Changes something, and opens no gate for that reason. */
export const AnySignIn = ({ zh, en }: Bilingual) => ApiExtension('x-any-sign-in', `${zh}；${en}`);

/** As the definition of an act has it. */
export const gateOf = (gate: Gate | undefined): readonly MethodDecorator[] => {
  if (gate === undefined) return [];
  return [gate === true ? OpensGate() : AnySignIn(gate.not)];
};

type Signed = Pick<VerifiedToken, 'authTime' | 'methods'>;
/** `factor`: for what a second factor is demanded, if it is. */
type Demanded = Readonly<{ minutes: number; factor?: 'gate' | 'capacity' }>;

/** By the real clock, as tokens have it. A token that does not say when its person signed in is taken for an old one. */
const ageFault = ({ authTime }: Signed, minutes: number): string | undefined => {
  if (minutes === 0) return undefined;
  if (authTime === undefined)
    return '令牌未写明登录时间（auth_time），不能办理决定、审核、审批以及授予、终止权限；The token does not say when its person signed in (auth_time), which decisions, reviews, approvals, grants and their ends demand';
  if (Date.now() / 1000 - authTime <= minutes * 60) return undefined;
  return `登录已超过 ${String(minutes)} 分钟，办理决定、审核、审批以及授予、终止权限须重新登录；The sign-in is more than ${String(minutes)} minutes old: decisions, reviews, approvals, grants and their ends demand another`;
};

const withoutFactor = {
  gate: '未经两步验证登录（amr 中无 mfa），不能办理决定、审核、审批以及授予、终止权限；The sign-in had no second factor (no mfa in amr), which decisions, reviews, approvals, grants and their ends demand',
  capacity:
    '未经两步验证登录（amr 中无 mfa），而您的身份要求两步验证：重新登录，尚未登记的在登录页登记；The sign-in had no second factor (no mfa in amr), which your capacity demands: sign in again, and register one on that page if you have none',
} as const;

export const isStrong = ({ methods }: Signed): boolean => methods?.includes('mfa') ?? false;

/** @throws Problem */
export const mustBeEnough = (signed: Signed, { minutes, factor }: Demanded): void => {
  const age = ageFault(signed, minutes);
  const strength = factor === undefined || isStrong(signed) ? undefined : withoutFactor[factor];
  const faults = [age, strength].filter((fault) => fault !== undefined);
  if (faults.length === 0) return;
  throw new Problem('sign-in-insufficient', faults.join(' '), {
    ...(age !== undefined && { maxAge: minutes * 60 }),
    ...(strength !== undefined && { acrValues: severalFactors }),
  });
};

/** As `WWW-Authenticate` says it. */
export const challengeOf = ({ type, extensions: { maxAge, acrValues } }: Problem): string => {
  if (type !== 'sign-in-insufficient') return 'Bearer';
  const wanted = { max_age: maxAge, acr_values: acrValues };
  const named = Object.entries(wanted).filter(([, value]) => value !== undefined);
  return [
    'Bearer error="insufficient_user_authentication"',
    'error_description="Sign in again"',
    ...named.map(([name, value]) => `${name}="${String(value)}"`),
  ].join(', ');
};
