/** The words of closed lists, with what a person reads. */
import { words } from '@anjuan/entry';

/** Another party answers from now on. SAMR-P 47 (权利义务承受人); 公司法 12, 221, 223. */
export const identityChanges = words({
  corrected: '当事人认定错误，予以更正；The wrong party was named',
  merged: '合并，由存续或者新设的主体承继；Merged into another one',
  divided: '分立，由分立后的主体承担；Divided',
  converted: '组织形式变更，由变更后的主体承继；Changed its form',
  inherited: '死亡、终止，有权利义务承受人；Died or ended, and somebody succeeds',
});
export type IdentityChange = (typeof identityChanges)[number];

/** 公司法 37, 240, 241; 市场主体登记管理条例 31, 33. A licence that is revoked (吊销) ends nobody. */
export const deregistrations = words({
  ordinary: '申请注销；On application',
  simplified: '简易注销；By the simplified procedure',
  forced: '强制注销；By the registry itself',
  bankrupt: '破产、强制清算后注销；After bankruptcy or winding up by a court',
});
export type Deregistration = (typeof deregistrations)[number];
