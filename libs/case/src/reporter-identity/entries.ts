/** What is entered in this step. */
import { blankText, entry } from '@anjuan/entry';

export const lookAtReporterIdentitySchema = entry(
  'LookAtReporterIdentity',
  '查看举报人身份；Every look is an entry.',
  {
    purpose: blankText(1000, '查看目的；What it is needed for.'),
  },
);
