/** What is entered in this step. */
import { blankLine, blankText, entry, media, optional, paper, word } from '@anjuan/entry';
import { outsideByHandlersFields } from '../by-handlers.js';
import { recipients, serviceMethods, undeliveredReasons } from './words.js';

/** How a paper reached the party, and what shows it: SAMR-P 82, 83 ask the same of every paper. */
export const serviceFields = {
  method: word(serviceMethods, '送达方式；Method of service.'),
  proof: optional(paper('送达回证，或者退回的邮件；Return receipt, or the returned envelope.')),
  receivedBy: optional(word(recipients, '签收人：本人、法定代表人等为 addressee；Who signed for it.')),
  witness: optional(blankLine(200, '见证人；Who witnessed it.', { personal: 'witness' })),
  media: optional(media('音像记录；Recordings.')),
  addressConfirmation: optional(paper('送达地址确认书；Signed confirmation of the address.')),
  notReceived: optional(
    word(
      undeliveredReasons,
      '未被实际接收的原因：自确认的地址退回，或者留置该地址；Sent back from, or left at, the confirmed address.',
      { title: '未接收的原因；Why not received' },
    ),
  ),
  otherMethodsFailed: optional(blankText(2000, '其他方式无法送达的情况；Why other methods failed.')),
} as const;

/** Of an act that serves a paper: which one. */
export const servedPaperField = optional(
  paper('送达的文书：已经制发的，与制发的一致；The paper that is served: as it was issued, where it was.', {
    title: '送达的文书；The paper',
  }),
);

export const serveDecisionSchema = entry('ServeDecision', '送达决定书；The decision is served.', {
  ...outsideByHandlersFields,
  ...serviceFields,
  paper: servedPaperField,
});

export const recordFailureSchema = entry('RecordFailure', '登记未能送达；A service that failed.', {
  ...outsideByHandlersFields,
  method: word(serviceMethods, '采用的送达方式；The method that was tried.'),
  why: blankText(2000, '原因和经过；Why and how it failed.'),
  proof: paper('退回的邮件、现场照片或者情况说明；The returned envelope, a picture or a note.', {
    title: '凭证；Proof',
  }),
});
