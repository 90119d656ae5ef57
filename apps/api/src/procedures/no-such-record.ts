import { caseProcedure } from '@anjuan/case';
import type { AnyProcedure } from '@anjuan/procedure';
import { Problem } from '../http/problems.js';

/** Another agency's record is as if it were not there. */
export const noSuchRecord = ({ name, title, sideStream }: AnyProcedure): Problem => {
  if (sideStream) return noSuchRecord(sideStream.of);
  return name === caseProcedure.name
    ? new Problem('no-such-case', '案件不存在，或不属于本机关；No such case in your agency')
    : new Problem(
        'not-found',
        `${title.zh}不存在，或不属于本机关；No such record in your agency: ${title.en}`,
      );
};
