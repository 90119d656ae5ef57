/** What is entered in this step. */
import { entry, list, optional, text, yesOrNo } from '@anjuan/entry';
import { outsideByHandlersFields } from '../by-handlers.js';
import { breachNamed, penaltiesField } from '../penalty/forms.js';
import { servedPaperField, serviceFields } from '../service/entries.js';
import { prefilled } from '../case-view.js';

export const notifiedBreachSchema = entry(
  'NotifiedBreach',
  '告知的违法行为；One of several breaches, as the party is told.',
  {
    breach: breachNamed('哪一个违法行为；Which breach.'),
    facts: text(5000, '该行为的事实、理由、依据；Its facts, reasons and basis.', { title: '事实；Facts' }),
  },
);

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
  breaches: optional(
    list(
      notifiedBreachSchema,
      20,
      '有数个违法行为的，逐一告知其事实、理由、依据；Of several breaches, the facts, reasons and basis of each.',
      { title: '各违法行为；Breaches' },
    ),
  ),
  hearingRightTold: yesOrNo('已告知听证权利；The right to a hearing was told.'),
  ...serviceFields,
  paper: servedPaperField,
});
