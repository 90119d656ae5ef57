import type { Config } from './config.js';

/** Off by default, so that an update locks nobody out: reported at each start until it is turned on. */
export const secondFactorOptional =
  'SECOND_FACTOR 为 optional：决定、审核、审批和授权不要求两步验证，各人启用后请改为 required-for-gates；is optional: decisions, reviews, approvals and grants demand no second factor; once everybody has enrolled one, set required-for-gates';

/** As every upload is taken unscanned, it is also said by /health. */
export const noScanner =
  'CLAMD 未设置：上传的文件不经病毒扫描；is not set: uploaded files are not scanned for malware';

/** What somebody has set weaker than it is by itself: said at each start, and in /health as long as it is so. */
export const weakSettings = ({ MAX_SIGN_IN_AGE_MINUTES: minutes }: Config): readonly string[] =>
  minutes > 0
    ? []
    : [
        'MAX_SIGN_IN_AGE_MINUTES 为 0：决定、审核、审批和授权不要求近期登录过；is 0: decisions, reviews, approvals and grants are done on a sign-in of any age',
      ];
