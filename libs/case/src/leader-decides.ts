/** The sentence of APL 57(1) that several provisions share: the leader decides, and only after the investigation. */
import { apl } from '@anjuan/law';

export const leaderDecides = {
  cites: apl(57, 1),
  says: '调查终结，行政机关负责人应当对调查结果进行审查，根据不同情况，分别作出如下决定',
} as const;
