import { acl, samrP } from '@anjuan/law';
import { fields } from '../form/record.js';
import { count, flag, oneOrMore, person, text } from '../form/readers.js';
import { actWord } from './act-word.js';
import { goods, partsOf } from './goods.js';
import { byOfficers, firstOf, idsOf } from './officers.js';
import { basis, checklist, onTheScene } from './seizure.js';

const urgentSeizure = actWord({
  zh: '当场查封、扣押',
  en: 'urgent seizure',
  cites: [acl(19), samrP(36)],
  keys: fields(
    { items: text, basis, days: count, reason: text, urgency: text },
    { by: oneOrMore(person), media: oneOrMore(text), ...checklist },
  ),
  play: async (entry, scene) => {
    const officers = entry.by ?? scene.said.handlers;
    await byOfficers(scene, officers, 'seizure/seize-urgently', {
      officers: idsOf(scene, officers),
      items: entry.items,
      basis: entry.basis,
      days: entry.days,
      reason: entry.reason,
      urgency: entry.urgency,
      ...(await onTheScene(entry, scene)),
    });
  },
});

const approvedAfterwards = actWord({
  zh: '补办查封、扣押批准',
  en: 'seizure approved afterwards',
  cites: [acl(19), samrP(36)],
  keys: fields({ by: person, agreed: flag }, { reason: text }),
  play: ({ by, agreed, reason }, scene) =>
    scene.ask(by, 'seizure/make-up-approval', {
      seizure: scene.entryOf('ItemsSeizedUrgently'),
      agreed,
      ...(reason !== undefined && { reason }),
    }),
});

const lifted = actWord({
  zh: '解除查封、扣押',
  en: 'seizure lifted',
  cites: [acl(28), samrP(36)],
  keys: fields(
    { reason: text },
    { by: oneOrMore(person), approvedBy: person, proceedsReturned: text, goods },
  ),
  play: async ({ reason, by, approvedBy, proceedsReturned, goods: named }, scene) => {
    const officers = by ?? scene.said.handlers;
    const urgent = scene.countOf('ItemsSeized') === 0;
    const seizure = scene.entryOf(urgent ? 'ItemsSeizedUrgently' : 'ItemsSeized');
    // A leader who refused to approve an urgent seizure has ordered it lifted: nobody else approves it then.
    if (approvedBy !== undefined) {
      const requested = await scene.ask(firstOf(officers), 'seizure/request-lifting', {
        seizure,
        ...partsOf(named),
        reason,
      });
      const [request] = requested;
      if (request) await scene.ask(approvedBy, 'seizure/approve-lifting', { approval: request.entry });
    }
    await byOfficers(scene, officers, 'seizure/lift', {
      officers: idsOf(scene, officers),
      seizure,
      ...partsOf(named),
      reason,
      ...(proceedsReturned !== undefined && { proceedsReturned: await scene.paper(proceedsReturned) }),
    });
  },
});

export const urgentSeizureWords = {
  'urgent seizure': urgentSeizure,
  'seizure approved afterwards': approvedAfterwards,
  'seizure lifted': lifted,
};
