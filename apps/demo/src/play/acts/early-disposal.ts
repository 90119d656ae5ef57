/** Words for seized goods that cannot be kept. */
import { earlyDisposalGrounds, earlyDisposalManners } from '@anjuan/case';
import { samrP } from '@anjuan/law';
import { fields } from '../form/record.js';
import { amount, date, oneOf, oneOrMore, person, text } from '../form/readers.js';
import { actWord } from './act-word.js';
import { papersOf } from './evidence.js';
import { goods, partsOf } from './goods.js';
import { byOfficers, firstOf, idsOf } from './officers.js';

const disposedOfEarly = actWord({
  zh: '先行处置物品',
  en: 'goods disposed of early',
  cites: [samrP(41, 3)],
  keys: fields(
    {
      what: text,
      ground: oneOf(earlyDisposalGrounds),
      manner: oneOf(earlyDisposalManners),
      approvedBy: person,
    },
    { evidence: oneOrMore(text), consent: text, notice: text, noticeUntil: date, yuan: amount, goods },
  ),
  play: async (entry, scene) => {
    const officers = scene.said.handlers;
    const { notice, noticeUntil } = entry;
    const urgent = scene.countOf('ItemsSeized') === 0;
    const [requested] = await scene.ask(firstOf(officers), 'seizure/request-early-disposal', {
      seizure: scene.entryOf(urgent ? 'ItemsSeizedUrgently' : 'ItemsSeized'),
      what: entry.what,
      ...partsOf(entry.goods),
      ground: entry.ground,
      ...(entry.consent !== undefined && { consent: await scene.paper(entry.consent) }),
      ...(notice !== undefined &&
        noticeUntil !== undefined && {
          announced: { notice: await scene.paper(notice), until: noticeUntil },
        }),
      evidence: await papersOf(scene, entry.evidence),
    });
    if (!requested) return;
    await scene.ask(entry.approvedBy, 'seizure/approve-early-disposal', { approval: requested.entry });
    await byOfficers(scene, officers, 'seizure/dispose-early', {
      officers: idsOf(scene, officers),
      approval: requested.entry,
      manner: entry.manner,
      fen: entry.yuan ?? 0,
      record: await scene.paper('涉案物品处理记录（先行处置）'),
    });
  },
});

export const earlyDisposalWords = { 'goods disposed of early': disposedOfEarly };
