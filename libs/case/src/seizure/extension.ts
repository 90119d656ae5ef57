/** A seizure is extended once, by thirty days at most: ACL 25. */
import { addDays } from '@anjuan/law';
import { givesApproval } from '../approval/approval.js';
import type { Recorded } from '../case-event.js';
import { leadOrCaseOpen } from '../initiation/initiation.js';
import { act } from '../case-act.js';
import {
  byHandlerWhileSeizable,
  complexityExplained,
  extendedOnce,
  extensionApprovedByLeader,
  requestedExtension,
  seizureBeforeDecision,
  seizureOf,
  stillSeized,
  termNotOver,
  thirtyMoreAtMost,
  whenApproved,
} from './provisions.js';
import type { ApproveSeizure, ExtensionTerms } from './seizure.js';
import { requestExtensionSchema } from './entries.js';
import { giveApprovalSchema } from '../approval/entries.js';

export const extensionActs = {
  'seizure/request-extension': act<ExtensionTerms, Recorded<'ApprovalRequested'>>({
    title: { zh: '申请延长查封、扣押期限', en: 'Ask for a longer seizure' },
    entry: requestExtensionSchema,
    by: ['officer'],
    of: 'any-party',
    requires: byHandlerWhileSeizable,
    demands: [stillSeized, extendedOnce, termNotOver, thirtyMoreAtMost, complexityExplained],
    records: 'ApprovalRequested',
    matter: 'seizure-extension',
    data: ({ seizure, days, reason }) => ({ matter: 'seizure-extension', terms: { seizure, days, reason } }),
  }),
  'seizure/approve-extension': act<ApproveSeizure, Recorded<'ApprovalGiven'> | Recorded<'SeizureExtended'>>({
    title: { zh: '批准延长查封、扣押期限', en: 'Approve a longer seizure' },
    entry: giveApprovalSchema,
    by: ['leader', 'principal'],
    of: 'any-party',
    opensGate: true,
    requires: [extensionApprovedByLeader, leadOrCaseOpen, seizureBeforeDecision],
    demands: [
      ...givesApproval('seizure-extension'),
      whenApproved(stillSeized),
      whenApproved(extendedOnce),
      whenApproved(termNotOver),
    ],
    records: 'SeizureExtended',
    record: ({ approval }, file, { now, actor }) => {
      const terms = requestedExtension(file, approval);
      const found = terms === undefined ? undefined : seizureOf(file, terms.seizure);
      // Where one is missing, `approval/open` or `seizure/still-seized` has refused.
      if (terms === undefined || found === undefined) return [];
      const { seizure, days, reason } = terms;
      const stamp = { v: 1, occurredAt: now, actors: [actor] } as const;
      const extended = { approval, seizure, days, reason, until: addDays(found.until, days) };
      return [
        { type: 'ApprovalGiven', ...stamp, data: { approval, matter: 'seizure-extension' } },
        { type: 'SeizureExtended', ...stamp, data: extended },
      ];
    },
  }),
};
