import type { PipeTransform } from '@nestjs/common';
import { Problem, type ProblemType } from './problems.js';

/** An id in the address. No record has an id of another form, so none is looked up. */
const id = (form: RegExp, otherwise: ProblemType, detail = ''): PipeTransform<unknown, string> => ({
  transform: (value) => {
    if (typeof value === 'string' && form.test(value)) return value;
    throw new Problem(otherwise, detail);
  },
});

export const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

export const caseId = id(uuid, 'no-such-case', '案件不存在，或不属于本机关；No such case in your agency');
export const recordId = id(uuid, 'not-found', '没有此项记录，或不属于本机关；No such record in your agency');
export const agencyId = id(uuid, 'not-found', '无此机关；There is no such agency');
export const importId = id(uuid, 'not-found', '无此导入；There is no such import');
export const personId = id(uuid, 'not-found', '无此人员；There is no such person');
export const unitId = id(uuid, 'not-found', '本机关没有该内设机构；The agency has no such unit');
export const entrustmentId = id(uuid, 'not-found', '本机关没有该项委托；The agency has no such entrustment');
export const delegationId = id(
  uuid,
  'not-found',
  '没有交由该机关行使的该项决定；No such decision charges the office',
);
export const sessionId = id(/^[\w-]{1,128}$/, 'not-found', '本人无此登录；You have no such session');
export const passkeyId = id(uuid, 'not-found', '本人没有这把通行密钥；You have no such passkey');
export const sha256 = id(/^[0-9a-f]{64}$/, 'not-found', '本机关无此文件；Your agency has no such file');

/** The number of an entry. */
export const entryNumber: PipeTransform<unknown, number> = {
  transform: (value) => {
    if (typeof value === 'string' && /^(0|[1-9]\d{0,8})$/.test(value)) return Number(value);
    throw new Problem('not-found', '无此记录；There is no such entry');
  },
};
