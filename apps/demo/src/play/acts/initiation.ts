import {
  filingConditions,
  partsInBreach,
  type Affirmed,
  type EntryNumber,
  type FilingCondition,
  type Party,
} from '@anjuan/case';
import { apl, samrP } from '@anjuan/law';
import { fields, record } from '../form/record.js';
import { date, list, oneOf, person, span, text } from '../form/readers.js';
import { actWord } from './act-word.js';
import { party } from '../party-form.js';
import { basis } from './seizure.js';
import { evidenceOf } from './evidence-of.js';
import { firstOf, idsOf } from './officers.js';

const reporter = record(fields({ name: text }, { phone: text }));

const leadReceived = actWord({
  zh: '登记案源',
  en: 'lead received',
  cites: [samrP(18)],
  opens: true,
  keys: fields({ from: text, by: person }, { reporter }),
  play: ({ from, by, reporter: who }, scene) =>
    scene.ask(by, 'initiation/receive-lead', {
      source: from,
      summary: scene.filled(`涉嫌${scene.facts.cause}`, {
        zh: '线索摘要（取自案由）',
        en: 'summary of the lead (from the cause)',
      }),
      ...(who && { reporter: { name: who.name, ...(who.phone !== undefined && { phone: who.phone }) } }),
    }),
});

/** On the evidence that the case has; where it has none, on the lead, and the program says that it is none. */
const conditionsAffirmed = (found: readonly EntryNumber[], lead: EntryNumber) => {
  const affirmed: Affirmed = { affirmed: true, evidence: found.length > 0 ? found : [lead] };
  return Object.fromEntries(filingConditions.map((condition) => [condition, affirmed])) as Record<
    FilingCondition,
    Affirmed
  >;
};

/** Nobody knows it yet: what the file says of it is known when it is identified. */
const unknown = ({ kind }: Party, partyDescribed: string) => ({
  party: { kind },
  partyUnknown: true,
  partyDescribed,
});

const caseFiled = actWord({
  zh: '立案',
  en: 'case filed',
  cites: [samrP(18), samrP(19), apl(54, 2)],
  keys: fields(
    { approvedBy: person, handlers: list(person), actDates: span, discovered: date },
    { partyDescribed: text },
  ),
  says: ({ handlers }) => ({ handlers }),
  play: async ({ approvedBy, handlers, actDates, discovered, partyDescribed }, scene) => {
    const { cause, party, basis } = scene.facts;
    const [requested] = await scene.ask(firstOf(handlers), 'initiation/request-filing', {
      cause,
      ...(partyDescribed === undefined ? { party } : unknown(party, partyDescribed)),
      basis,
      handlers: idsOf(scene, handlers),
      act: actDates,
      discoveredOn: discovered,
      conditions: conditionsAffirmed(evidenceOf(scene), scene.entryOf('LeadReceived')),
    });
    if (requested) await scene.ask(approvedBy, 'initiation/approve-filing', { approval: requested.entry });
  },
});

/** From then on they are the handlers of the acts that name nobody. */
const handlersNamed = actWord({
  zh: '指定、更换办案人员',
  en: 'handlers named',
  cites: [samrP(19, 2)],
  keys: fields({ by: person, handlers: list(person), reason: text }, {}),
  says: ({ handlers }) => ({ handlers }),
  play: ({ by, handlers, reason }, scene) =>
    scene.ask(by, 'initiation/name-handlers', { handlers: idsOf(scene, handlers), reason }),
});

/** From then on a line says of which party it is, by its name. */
const partyJoined = actWord({
  zh: '追加共同当事人',
  en: 'party joined',
  cites: [samrP(48), apl(57, 1)],
  keys: fields({ by: person, party, part: oneOf(partsInBreach), basis: list(basis), reason: text }, {}),
  says: ({ party: joined, basis: punished }) => ({ joined: [{ party: joined, basis: punished }] }),
  play: ({ by, party: joined, part, basis: punished, reason }, scene) =>
    scene.ask(by, 'joined-parties/join', { party: joined, part, basis: punished, reason }),
});

export const initiationWords = {
  'lead received': leadReceived,
  'case filed': caseFiled,
  'handlers named': handlersNamed,
  'party joined': partyJoined,
};
