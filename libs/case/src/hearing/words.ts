/** The words of closed lists, with what a person reads. */
import { words } from '@anjuan/entry';

/** SAMR-H 26, in its order. */
export const hearingSuspensionGrounds = words({
  'force-majeure': '因不可抗力无法参加；Force majeure',
  'successor-awaited': '需要确定权利义务承受人；A successor has to be found',
  'recusal-asked': '临时提出回避申请；A recusal was asked',
  'new-evidence': '需要通知新的证人或者重新鉴定；New witnesses or a new test',
  other: '其他需要中止的情形；Another ground',
});
export type HearingSuspensionGround = (typeof hearingSuspensionGrounds)[number];

export const hearingEndGrounds = words({
  withdrawn: '撤回；Withdrawn',
  absent: '不到场；Absent',
  left: '中途退场；Left',
  'party-ended': '当事人终止；The party came to an end',
});

/** Who takes part besides the party and the handlers: SAMR-H 10. */
export const hearingParts = words({
  'party-agent': '当事人的委托代理人；An agent of the party',
  'third-party': '第三人；A third party',
  'third-party-agent': '第三人的委托代理人；An agent of a third party',
  witness: '证人；A witness',
  expert: '鉴定人；An expert',
  interpreter: '翻译人员；An interpreter',
  other: '其他有关人员；Somebody else concerned',
});

/** APL 64(3): what is not open to the public. */
export const closedHearingGrounds = words({
  'state-secret': '国家秘密；A state secret',
  'business-secret': '商业秘密；A business secret',
  privacy: '个人隐私；Privacy',
});
