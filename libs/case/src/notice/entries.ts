/** What is entered in this step. */
import { entry, text, yesOrNo } from '@anjuan/entry';
import { outsideByHandlersFields } from '../by-handlers.js';
import { penaltiesField } from '../penalty/forms.js';
import { serviceFields } from '../service/entries.js';
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
  ...serviceFields,
});
