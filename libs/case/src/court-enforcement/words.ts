/** The words of closed lists, with what a person reads. */
import { words } from '@anjuan/entry';

export const courtAnswers = words({
  accepted: '受理；Accepted',
  refused: '裁定不予受理；Refused',
  ordered: '裁定准予执行；Execution ordered',
  'not-enforced': '裁定不予执行；Not enforced',
  ended: '裁定终结执行；Execution ended',
});
export type CourtAnswer = (typeof courtAnswers)[number];
