import type { Config } from './config.js';

/** What somebody has set weaker than it is by itself: said at each start, and in /health as long as it is so. */
export const weakSettings = ({
  MAX_SIGN_IN_AGE_MINUTES: minutes,
  SECOND_FACTOR: factor,
}: Config): readonly string[] => [
  ...(minutes > 0
    ? []
    : [
        'MAX_SIGN_IN_AGE_MINUTES 为 0：决定、审核、审批和授权不要求近期登录过；is 0: decisions, reviews, approvals and grants are done on a sign-in of any age',
      ]),
  ...(factor === 'required-for-gates'
    ? []
    : [
        'SECOND_FACTOR 为 optional：审核人员、负责人、管理员、执法监督人员等登录以及决定、审核、审批和授权不要求两步验证，机关另行要求的除外；请删去该设置；is optional: those who review, lead, administer and audit sign in, and decisions, reviews, approvals and grants are made, without a second factor, but where an agency demands one: leave the setting out',
      ]),
];
