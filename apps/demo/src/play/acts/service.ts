import type { Recipient } from '@anjuan/case';
import { apl, samrP, samrPub } from '@anjuan/law';
import { fields } from '../form/record.js';
import { oneOrMore, text, word } from '../form/readers.js';
import { actWord } from './act-word.js';
import { papersOf } from './evidence.js';
import { byOfficers, firstOf, idsOf } from './officers.js';
import { methodWords, undeliveredWords } from './penalty-words.js';

const recipientWords = {
  本人: 'addressee',
  同住成年家属: 'adult-family',
  负责收件的人: 'mail-receiver',
  代理人: 'agent',
  代收人: 'designated',
} as const satisfies Record<string, Recipient>;

/** The player makes up no consent of the party: the confirmation of the address is named in the file. */
const atConfirmedAddress = { addressConfirmation: text, notReceived: word(undeliveredWords) };

const decisionServed = actWord({
  zh: '送达决定书',
  en: 'decision served',
  cites: [apl(61), samrP(81), samrP(82), samrP(83)],
  keys: fields(
    { method: word(methodWords) },
    { witness: text, media: oneOrMore(text), receivedBy: word(recipientWords), ...atConfirmedAddress },
  ),
  play: async (entry, scene) => {
    const officers = scene.said.handlers;
    await byOfficers(scene, officers, 'service/serve-decision', {
      officers: idsOf(scene, officers),
      method: entry.method,
      proof: await scene.paper(
        entry.notReceived === undefined ? '送达回证（决定书）' : '退回的邮件（决定书）',
      ),
      ...(entry.receivedBy !== undefined && { receivedBy: entry.receivedBy }),
      ...(entry.addressConfirmation !== undefined && {
        addressConfirmation: await scene.paper(entry.addressConfirmation),
      }),
      ...(entry.notReceived !== undefined && { notReceived: entry.notReceived }),
      ...(entry.witness !== undefined && { witness: entry.witness }),
      ...(entry.media && { media: await papersOf(scene, entry.media) }),
    });
  },
});

const serviceFailed = actWord({
  zh: '登记未能送达',
  en: 'service failed',
  cites: [apl(47), samrP(82, undefined, 5)],
  keys: fields({ method: word(methodWords), why: text }, {}, ['witness', 'media']),
  play: async ({ method, why }, scene) => {
    const officers = scene.said.handlers;
    await byOfficers(scene, officers, 'service/record-failure', {
      officers: idsOf(scene, officers),
      method,
      why,
      proof: await scene.paper('未能送达的情况说明'),
    });
  },
});

const decisionPublished = actWord({
  zh: '公示处罚决定',
  en: 'decision published',
  cites: [apl(48, 1), samrPub(9)],
  keys: fields({}, {}, ['method', 'witness', 'media']),
  play: (_, scene) => scene.ask(firstOf(scene.said.handlers), 'publication/publish', {}),
});

export const serviceWords = {
  'decision served': decisionServed,
  'service failed': serviceFailed,
  'decision published': decisionPublished,
};
