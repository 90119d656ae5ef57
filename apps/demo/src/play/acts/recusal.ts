import { recusalSources } from '@anjuan/case';
import { apl, samrP } from '@anjuan/law';
import { fields } from '../form/record.js';
import { flag, oneOf, person, text } from '../form/readers.js';
import { actWord } from './act-word.js';
import { firstOf } from './officers.js';

/** `askedBy: party` is taken down by the first handler with its paper; `self` by the person themselves. */
const requested = actWord({
  zh: '申请回避',
  en: 'recusal requested',
  cites: [apl(43), samrP(4)],
  keys: fields({ person, askedBy: oneOf(recusalSources), ground: text }, { by: person }),
  play: async (entry, scene) => {
    const self = entry.askedBy === 'self';
    await scene.ask(entry.by ?? (self ? entry.person : firstOf(scene.said.handlers)), 'recusal/request', {
      person: scene.idOf(entry.person),
      askedBy: entry.askedBy,
      ground: entry.ground,
      ...(!self && { paper: await scene.paper('回避申请书') }),
    });
  },
});

const decided = actWord({
  zh: '决定是否回避',
  en: 'recusal decided',
  cites: [apl(43, 3), samrP(4)],
  keys: fields({ by: person, granted: flag, reason: text }, { replacement: person, minutes: text }),
  play: async ({ by, granted, reason, replacement, minutes }, scene) =>
    scene.ask(by, 'recusal/decide', {
      request: scene.entryOf('RecusalRequested', scene.countOf('RecusalDecided')),
      granted,
      reason,
      ...(replacement !== undefined && { replacement: scene.idOf(replacement) }),
      ...(minutes !== undefined && { minutes: await scene.paper(minutes) }),
    }),
});

export const recusalWords = { 'recusal requested': requested, 'recusal decided': decided };
