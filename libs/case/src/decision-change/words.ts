/** The words of closed lists, with what a person reads. */
import { words } from '@anjuan/entry';

export const changeKinds = words({
  changed: '变更；Changed',
  annulled: '撤销；Annulled',
  'annulled-to-redo': '撤销并重新作出；Annulled to be made anew',
  'declared-illegal': '确认违法；Declared illegal',
});
export type ChangeKind = (typeof changeKinds)[number];

export const changeGrounds = words({
  'remedy-outcome': '复议、诉讼结果；Outcome of a remedy',
  'supervision-order': '行政执法监督意见书、决定书；Order of the supervision of enforcement',
  'own-correction': '主动改正；The agency’s own correction',
});
export type ChangeGround = (typeof changeGrounds)[number];

/** ESR 30: or takes back what it has ordered. */
export const supervisionKinds = words({
  changed: '变更；Changed',
  annulled: '撤销；Annulled',
  'annulled-to-redo': '撤销并重新作出；Annulled to be made anew',
  withdrawn: '撤回原监督文书；Taken back',
});

/** ESR 28, 29: of the office of supervision, of the government. */
export const supervisionPapers = words({
  opinion: '行政执法监督意见书；Opinion of the supervision',
  decision: '行政执法监督决定书；Decision of the government',
});
