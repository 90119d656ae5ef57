import { remoteAreas, type Penalty } from '@anjuan/case';
import { apl, arl, samrP, type Fen } from '@anjuan/law';
import { fields } from '../form/record.js';
import { amount, date, flag, oneOf, oneOrMore, person, text, word } from '../form/readers.js';
import { actWord } from './act-word.js';
import { byOfficers, firstOf, idsOf } from './officers.js';
import { penaltyWords } from './penalty-words.js';

const penalties = (fine: Fen | undefined, kind: Penalty['kind'] | undefined): readonly Penalty[] => [
  ...(fine === undefined ? [] : [{ kind: 'fine' as const, fen: fine }]),
  ...(kind === undefined ? [] : [{ kind }]),
];

type Decides = 'summary-procedure/decide' | 'summary-procedure/decide-on-lead';
type Called = Readonly<{ zh: string; en: string; opens?: true }>;

const decisionOnTheSpot = (act: Decides, called: Called) =>
  actWord({
    ...called,
    cites: [apl(51), apl(52), samrP(66), arl(23, 1, 1)],
    keys: fields(
      { by: oneOrMore(person) },
      {
        credentialShown: flag,
        rightsTold: flag,
        statement: text,
        number: text,
        fineYuan: amount,
        penalty: word(penaltyWords),
        remedyTold: text,
      },
    ),
    says: ({ by }) => ({ handlers: by }),
    play: async (entry, scene) => {
      const { cause, party, basis } = scene.facts;
      await byOfficers(scene, entry.by, act, {
        officers: idsOf(scene, entry.by),
        ...(entry.number !== undefined && { number: entry.number }),
        cause,
        party,
        basis,
        facts: scene.filled(`当事人${cause}`, { zh: '违法事实（取自案由）', en: 'facts (from the cause)' }),
        place: scene.filled(party.person?.address ?? party.address ?? '违法行为发生地', {
          zh: '处罚地点（取自当事人地址）',
          en: 'place (from the party’s address)',
        }),
        penalties: penalties(entry.fineYuan, entry.penalty),
        credentialShown: entry.credentialShown ?? false,
        rightsTold: entry.rightsTold ?? false,
        // What the file does not say was not said: neither a statement nor a remedy is made up.
        statement: entry.statement ?? '',
        remedyTold: entry.remedyTold ?? '',
      });
    },
  });

const onTheSpotDecision = decisionOnTheSpot('summary-procedure/decide', {
  zh: '当场作出行政处罚决定',
  en: 'on-the-spot decision',
  opens: true,
});

const decisionOnTheLead = decisionOnTheSpot('summary-procedure/decide-on-lead', {
  zh: '对案源当场作出行政处罚决定',
  en: 'on-the-spot decision on the lead',
});

const fineCollected = actWord({
  zh: '当场收缴罚款',
  en: 'fine collected on the spot',
  cites: [apl(68), apl(69), apl(70), samrP(72)],
  keys: fields(
    { yuan: amount, receipt: text },
    { by: person, hardToEnforceLater: text, remoteArea: oneOf(remoteAreas), request: text },
  ),
  // The file says whether the party itself asked for it (APL 69).
  play: async ({ yuan, receipt, by, hardToEnforceLater, remoteArea, request }, scene) =>
    scene.ask(by ?? firstOf(scene.said.handlers), 'summary-procedure/collect-fine', {
      fen: yuan,
      receipt,
      ...(hardToEnforceLater !== undefined && { hardToEnforceLater }),
      ...(remoteArea !== undefined && { remoteArea }),
      ...(request !== undefined && { request: await scene.paper(request) }),
    }),
});

const moneyHandedIn = actWord({
  zh: '罚款交至行政机关',
  en: 'money handed to the agency',
  cites: [apl(71), samrP(73)],
  keys: fields({}, { by: person, landedOn: date }, ['yuan', 'receipt']),
  play: async ({ by, landedOn }, scene) =>
    scene.ask(by ?? firstOf(scene.said.handlers), 'summary-procedure/hand-in-money', {
      ...(landedOn !== undefined && { landedOn }),
      receipt: await scene.paper('收款凭证'),
    }),
});

const moneyBanked = actWord({
  zh: '行政机关将罚款缴付银行',
  en: 'agency banked the money',
  cites: [apl(71), samrP(73)],
  keys: fields({}, { by: person }, ['yuan', 'receipt']),
  play: async ({ by }, scene) =>
    scene.ask(by ?? firstOf(scene.said.handlers), 'summary-procedure/bank-money', {
      receipt: await scene.paper('缴款凭证'),
    }),
});

const fileHandedIn = actWord({
  zh: '交回当场处罚案卷',
  en: 'file handed in',
  cites: [samrP(70)],
  keys: fields({}, { by: person }, ['yuan', 'receipt']),
  play: ({ by }, scene) =>
    scene.ask(by ?? firstOf(scene.said.handlers), 'summary-procedure/hand-in-file', {}),
});

export const summaryProcedureWords = {
  'on-the-spot decision': onTheSpotDecision,
  'on-the-spot decision on the lead': decisionOnTheLead,
  'fine collected on the spot': fineCollected,
  'money handed to the agency': moneyHandedIn,
  'agency banked the money': moneyBanked,
  'file handed in': fileHandedIn,
};
