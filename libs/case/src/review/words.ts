/** The words of closed lists, with what a person reads. */
import { words } from '@anjuan/entry';

/** SAMR-P 54: only `agree` passes. */
export const opinions = words({
  agree: '同意；Agree',
  correct: '建议纠正；Correct it',
  supplement: '建议补充；Supplement it',
  other: '其他意见；Other',
});
export type Opinion = (typeof opinions)[number];
