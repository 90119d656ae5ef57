/** The words of closed lists, with what a person reads. */
import { words } from '@anjuan/entry';

/** 双罚: as 食品安全法实施条例 75 or 反不正当竞争法 24(2) provide it. */
export const partsInBreach = words({
  'joint-breach': '共同违法；They broke the law together',
  'answers-for-the-firm': '单位违法，其负责的人员一并处罚；Answers for the firm, and is punished beside it',
  'the-firm': '所在单位一并处罚；The firm, punished beside its people',
});
export type PartInBreach = (typeof partsInBreach)[number];

export const separations = words({
  'own-case': '分案，另行立案处理；Into a case of its own',
  'other-agency': '移送其他机关处理；To another agency',
  'not-answerable': '查明不承担责任；It does not answer for the breach',
});
export type Separation = (typeof separations)[number];
