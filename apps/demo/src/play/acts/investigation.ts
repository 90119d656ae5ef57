import type { Outcome } from '@anjuan/case';
import { samrP } from '@anjuan/law';
import { type At, type Reader, refused } from '../form/node.js';
import { fields, record } from '../form/record.js';
import { list, oneOrMore, person, text, word } from '../form/readers.js';
import { actWord } from './act-word.js';
import { breachFound, breachOf, type BreachFound } from './breaches.js';
import { byOfficers, idsOf } from './officers.js';
import { amounts, noPenaltyWords, outcomeOfEach, penaltyOutcome } from './penalty-words.js';
import { ActUnplayable } from './scene.js';

const proposalForm = record(
  fields({}, { ...amounts, noPenalty: word(noPenaltyWords), factsNotEstablished: text }),
);

/** Amounts and goods, or `noPenalty` with its ground, or why the facts are not established: one of the three. */
const proposal: Reader<(ground: string) => Outcome> = (at: At) => {
  const { noPenalty, factsNotEstablished, ...penalties } = proposalForm(at);
  const ways = [noPenalty, factsNotEstablished, Object.keys(penalties)[0]];
  if (ways.filter((way) => way !== undefined).length !== 1)
    throw refused(
      at,
      '应写明拟处罚内容，或者 noPenalty，或者 factsNotEstablished',
      'give either penalties or noPenalty or factsNotEstablished',
      [...Object.keys(amounts), 'noPenalty', 'factsNotEstablished'],
    );
  return (reason) => {
    if (factsNotEstablished !== undefined)
      return { kind: 'facts-not-established', reason: factsNotEstablished };
    return noPenalty === undefined
      ? penaltyOutcome(penalties)
      : { kind: 'no-penalty', ground: noPenalty, reason };
  };
};

const factsFound = (cause: string): string => `经查，当事人${cause}，事实清楚，证据确凿`;

type Proposed = Readonly<{
  proposal?: (ground: string) => Outcome;
  breaches?: readonly BreachFound[];
  ground?: string;
}>;

/** Where breaches are listed, it follows from what each of them says, unless the file says it of all together. */
const proposed = ({ proposal: given, breaches, ground = '' }: Proposed): Outcome => {
  if (given !== undefined) return given(ground);
  if (breaches !== undefined) return outcomeOfEach(breaches);
  throw new ActUnplayable('应写明 proposal 或者 breaches', 'give a proposal, or breaches');
};

const concluded = actWord({
  zh: '调查终结',
  en: 'investigation concluded',
  cites: [samrP(48)],
  keys: fields(
    { by: oneOrMore(person) },
    { proposal, breaches: list(record(breachFound)), discretion: text, benchmark: text, ground: text },
  ),
  says: (entry) =>
    entry.proposal === undefined && entry.breaches === undefined ? {} : { proposal: proposed(entry) },
  play: async (entry, scene) => {
    const { cause, basis, goodsValueFen, illegalGainsFen } = scene.facts;
    await byOfficers(scene, entry.by, 'investigation/conclude', {
      officers: idsOf(scene, entry.by),
      facts: scene.filled(factsFound(cause), {
        zh: '查明的事实（取自案由）',
        en: 'facts found (from the cause)',
      }),
      basis,
      proposal: proposed(entry),
      ...(entry.breaches !== undefined && { breaches: entry.breaches.map(breachOf) }),
      ...(entry.discretion !== undefined && { discretion: entry.discretion }),
      ...(entry.benchmark !== undefined && { benchmark: entry.benchmark }),
      ...(goodsValueFen !== undefined && { goodsValueFen }),
      ...(illegalGainsFen !== undefined && { illegalGainsFen }),
      report: await scene.paper('调查终结报告'),
    });
  },
});

export const investigationWords = { 'investigation concluded': concluded };
export { factsFound };
