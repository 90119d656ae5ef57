/** The words of closed lists, with what a person reads. */
import { words } from '@anjuan/entry';

/** Papers to a party (对当事人制发的文书) that say what an entry says. */
export const paperKinds = words({
  notice: '行政处罚告知书；The notice of the proposed penalty',
  'hearing-notice': '听证通知书；The hearing notice',
  decision: '处罚、不予处罚等决定书，包括变更、补正后的；The decision, as made, changed or rectified',
  rectification: '补正通知书；The rectification of a slip',
  annulment: '撤销决定书；The annulment of a decision',
  reminder: '催告书；The reminder',
  seizure: '查封、扣押决定书和清单；Decision and list of a seizure',
  'seizure-extension': '延长查封、扣押期限决定书；The extension of a seizure',
  'seizure-lifting': '解除查封、扣押决定书；The lifting of a seizure',
  preservation: '先行登记保存证据通知书；The preservation of evidence',
  'preservation-ended': '解除或者处理先行登记保存通知书；What becomes of preserved evidence',
  'order-to-correct': '责令改正通知书；The order to correct',
  'test-result': '检测、检验、检疫、鉴定结果告知书；The result of a test',
});
export type PaperKind = (typeof paperKinds)[number];

/** The event types that have such papers. */
export const withPaper = [
  'ProposalApproved',
  'HearingHostNamed',
  'DecisionMade',
  'DecisionChanged',
  'DecisionRectified',
  'DecidedOnTheSpot',
  'ItemsSeized',
  'ItemsSeizedUrgently',
  'SeizureExtended',
  'SeizureLifted',
  'EvidencePreserved',
  'PreservationDealtWith',
  'PreservationLifted',
  'CorrectionOrdered',
  'TestResultRecorded',
] as const;
