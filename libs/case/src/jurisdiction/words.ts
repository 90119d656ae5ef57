/** The words of closed lists, with what a person reads. */
import { words } from '@anjuan/entry';

export const settlements = words({
  talks: '协商一致；By talks',
  superior: '指定管辖；By the superior',
});

export const receivers = words({
  'market-supervision': '市场监督管理部门；Market supervision',
  'other-agency': '其他机关；Another agency',
});
