/** What is entered in this step. */
import { blankText, entry, optional, paper, text, word, yesOrNo } from '@anjuan/entry';
import { outsideByHandlersFields } from '../by-handlers.js';
import { penaltiesField } from '../penalty/forms.js';
import { serviceMethods, undeliveredReasons } from '../service/words.js';
import { prefilled } from '../case-view.js';

export const serveNoticeSchema = entry('ServeNotice', '送达行政处罚告知书；The notice before the decision.', {
  ...outsideByHandlersFields,
  penalties: prefilled(
    penaltiesField('拟作出的行政处罚；The penalties that are proposed.'),
    '/file/proposal/outcome/penalties',
  ),
  facts: prefilled(
    text(5000, '事实、理由、依据；Facts, reasons and basis.', { title: '事实和依据；Facts and basis' }),
    '/file/investigation/facts',
  ),
  hearingRightTold: yesOrNo('已告知听证权利；The right to a hearing was told.'),
  method: word(serviceMethods, '送达方式；Method of service.'),
  proof: optional(paper('送达回证；Return receipt.')),
  addressConfirmation: optional(paper('送达地址确认书；Signed confirmation of the address.')),
  notReceived: optional(
    word(
      undeliveredReasons,
      '未被实际接收的原因：自确认的地址退回，或者留置该地址；Sent back from, or left at, the confirmed address.',
      { title: '未接收的原因；Why not received' },
    ),
  ),
  otherMethodsFailed: optional(blankText(2000, '其他方式无法送达的情况；Why other methods failed.')),
});
