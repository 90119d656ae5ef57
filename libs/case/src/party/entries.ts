/** What is entered in this step. */
import { blankText, day, entry, entryNumbers, one, paper, word } from '@anjuan/entry';
import { evidencing } from '../evidence/carrying.js';
import { prefilled } from '../case-view.js';
import { partySchema } from '../initiation/parts.js';
import { deregistrations, identityChanges } from './words.js';

export const renamePartySchema = entry(
  'RenameParty',
  '当事人变更登记事项；The same party under another name, address or representative.',
  {
    party: prefilled(
      one(partySchema, '变更后的当事人；The party as it is called now.'),
      '/file/filing/party',
    ),
    on: day('变更之日；The day of the change.'),
    paper: paper('变更登记通知书、更名证明；The paper that shows it.'),
  },
);

export const identifyPartySchema = entry(
  'IdentifyParty',
  '查明当事人；Who the party is has been found out.',
  {
    party: one(partySchema, '查明的当事人；The party that was found.'),
    evidence: entryNumbers(200, evidencing, '据以查明的证据；The evidence that shows it.', {
      title: '证据；Evidence',
    }),
    how: blankText(1000, '如何查明；How it was found out.', { personal: 'party' }),
  },
);

export const requestPartyChangeSchema = entry(
  'RequestPartyChange',
  '申请变更当事人；That another party answers is put before a leader.',
  {
    change: word(identityChanges, '变更情形；Why another party answers.'),
    party: prefilled(
      one(partySchema, '变更后的当事人；The party that answers from now on.'),
      '/file/filing/party',
    ),
    reason: blankText(1000, '事实和理由；The facts and the reason.', { title: '理由；Reason' }),
    paper: paper('证明文书：合并、分立协议，登记材料，承受证明等；The paper that shows it.', {
      title: '证明文书；Paper',
    }),
  },
);

export const recordDeregistrationSchema = entry(
  'RecordDeregistration',
  '记录当事人注销登记；The party was deregistered.',
  {
    manner: word(deregistrations, '注销方式；How.'),
    on: day('注销之日；The day of the deregistration.'),
    paper: paper('注销登记通知书、登记信息；The paper that shows it.'),
  },
);

export const recordRestorationSchema = entry(
  'RecordRestoration',
  '记录恢复登记；The registry has restored the party, or annulled its deregistration.',
  {
    on: day('恢复之日；The day it was restored.'),
    paper: paper('恢复登记、撤销注销登记的决定；The decision of the registry.'),
  },
);
