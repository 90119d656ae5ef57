/** Words for what was entered wrongly or requested too soon: corrected, withdrawn, returned; never edited. */
import { policy, samrP } from '@anjuan/law';
import type { CaseEvent } from '@anjuan/case';
import { fields } from '../form/record.js';
import { person, text, word } from '../form/readers.js';
import { actWord } from './act-word.js';
import { firstOf } from './officers.js';

/** The words under which entries were made that may be put right; of several, the last. */
const entryWords = {
  'lead received': 'LeadReceived',
  'scene record': 'SceneRecorded',
  'inquiry record': 'InquiryRecorded',
  evidence: 'EvidenceAdded',
  'test commissioned': 'TestCommissioned',
  'test result': 'TestResultRecorded',
  'correction ordered': 'CorrectionOrdered',
  'statement made': 'StatementMade',
  'hearing requested': 'HearingRequested',
} as const satisfies Record<string, CaseEvent['type']>;

const byTwo: readonly CaseEvent['type'][] = [
  'SceneRecorded',
  'InquiryRecorded',
  'EvidenceAdded',
  'CorrectionOrdered',
];

const corrected = actWord({
  zh: '更正记录',
  en: 'entry corrected',
  cites: [policy('记录只更正、不涂改；A record is corrected, never edited')],
  keys: fields({ of: word(entryWords), field: text, to: text, reason: text }, {}),
  play: async ({ of, field, to, reason }, scene) => {
    const [first = '', ...others] = scene.said.handlers;
    const entry = scene.entryOf(of);
    await scene.ask(first, 'entry/correct', { entry, changes: { [field]: to }, reason });
    for (const other of byTwo.includes(of) ? others : []) await scene.ask(other, 'entry/confirm', { entry });
  },
});

const withdrawn = actWord({
  zh: '撤回记录',
  en: 'entry withdrawn',
  cites: [policy('记录撤回留痕；What is withdrawn stays visible')],
  keys: fields({ of: word(entryWords), reason: text }, { paper: text }),
  play: async ({ of, reason, paper }, scene) =>
    scene.ask(firstOf(scene.said.handlers), 'entry/withdraw', {
      entry: scene.entryOf(of),
      reason,
      ...(paper !== undefined && { paper: await scene.paper(paper) }),
    }),
});

const requestReturned = actWord({
  zh: '退回延期申请',
  en: 'decision period request returned',
  cites: [samrP(64, 1)],
  keys: fields({ request: text, by: person, reason: text }, {}),
  play: async ({ request, by, reason }, scene) => {
    const [requested] = await scene.ask(firstOf(scene.said.handlers), 'decision-period/request-extension', {
      reason: request,
    });
    if (requested) await scene.ask(by, 'approval/return', { approval: requested.entry, reason });
  },
});

const requestWithdrawn = actWord({
  zh: '撤回延期申请',
  en: 'decision period request withdrawn',
  cites: [samrP(64, 1)],
  keys: fields({ request: text, reason: text }, {}),
  play: async ({ request, reason }, scene) => {
    const handler = firstOf(scene.said.handlers);
    const [requested] = await scene.ask(handler, 'decision-period/request-extension', { reason: request });
    if (requested) await scene.ask(handler, 'approval/withdraw', { approval: requested.entry, reason });
  },
});

export const mendingWords = {
  'entry corrected': corrected,
  'entry withdrawn': withdrawn,
  'decision period request returned': requestReturned,
  'decision period request withdrawn': requestWithdrawn,
};
