/** What is entered in this step. */
import { blankLine, blankText, entry, entryNumber, list, one, optional, paper, word } from '@anjuan/entry';
import { basisSchema, partySchema } from '../initiation/parts.js';
import { partsInBreach, separations } from './words.js';

export const joinPartySchema = entry(
  'JoinParty',
  '追加共同当事人；Another party of the same breach is joined.',
  {
    party: one(partySchema, '追加的当事人；The party that is joined.', { title: '当事人；Party' }),
    part: word(partsInBreach, '在违法行为中的地位；Its part in the breach.', { title: '地位；Part' }),
    basis: list(
      basisSchema,
      10,
      '一并处罚的依据，共同违法的可不填；The law that punishes it beside the other.',
      {
        title: '一并处罚的依据；Basis',
      },
    ),
    reason: blankText(2000, '追加的事实和理由；The facts and the reason.', { title: '理由；Reason' }),
  },
);

export const approveJoiningSchema = entry(
  'ApproveJoining',
  '批准追加共同当事人；A leader agrees that another party of the breach is joined.',
  {
    joined: entryNumber(['PartyJoined'], '哪一当事人的追加记录；Entry by which it was joined.', {
      title: '追加记录；Entry of the joining',
    }),
  },
);

export const separatePartySchema = entry(
  'SeparateParty',
  '共同当事人分案、退出；A joined party leaves the case.',
  {
    joined: entryNumber(['PartyJoined'], '哪一当事人的追加记录；Entry by which it was joined.', {
      title: '追加记录；Entry of the joining',
    }),
    way: word(separations, '分案、移送、不承担责任；Own case, another agency, not answerable.', {
      title: '去向；Way',
    }),
    number: optional(
      blankLine(100, '另案的立案号或者移送文书号；Number of the other case, or of the letter.', {
        title: '文号；Number',
        means: 'document-number',
        personal: false,
      }),
    ),
    reason: blankText(2000, '理由；The reason.', { title: '理由；Reason' }),
    paper: paper('分案、移送审批或者认定的文书；The paper.'),
  },
);
