/** A crime that may be punished goes before the penalty: APL 27. */
import type { Provision } from '@anjuan/procedure';
import { apl, trans } from '@anjuan/law';
import { isPending } from '../crime-transfer/provisions.js';
import type { CaseFile } from '../steps.js';

export const noTransferPending: Provision<Pick<CaseFile, 'crimeTransfers'>> = {
  id: 'decision/no-transfer-pending',
  cites: apl(27, 1),
  also: [trans(11, 1), trans(10)],
  says: '违法行为涉嫌犯罪的，行政机关应当及时将案件移送司法机关，依法追究刑事责任',
  en: 'No transfer to the police is under way',
  cure: {
    zh: '先登记公安机关答复或者刑事处理结果',
    en: 'Record the answer of the police or the outcome first',
  },
  curedBy: ['crime-transfer/record-answer', 'crime-transfer/record-outcome'],
  holds: ({ crimeTransfers }) => !crimeTransfers.some(isPending),
};
