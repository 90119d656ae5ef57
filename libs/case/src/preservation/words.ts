/** The words of closed lists, with what a person reads. */
import { words } from '@anjuan/entry';

export const preservationManners = words({
  recorded: '记录、复制、拍照、录像；Recorded or copied',
  'sent-to-test': '送交检测、检验、检疫、鉴定；Sent to a test',
  seized: '采取查封、扣押；Seized',
  confiscated: '决定没收；Confiscated',
});
