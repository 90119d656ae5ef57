/** What an exemption by a special law asks, wherever an outcome is proposed, notified or decided. */
import type { Pointer } from '@anjuan/entry';
import { apl, aucl, fsl, letsOffBreachOf, policy, samrP } from '@anjuan/law';
import { filled, type Context, type EntryProvision } from '@anjuan/procedure';
import { carriesFact } from '../evidence/carrying.js';
import { inForce } from '../goods/in-force.js';
import { goneAs, kept, quantityIn, type Goods } from '../goods/ledger.js';
import { itemsOf, takenFromOthers } from '../goods/of-penalties.js';
import { penaltiesOf } from '../penalty/heavier.js';
import type { Outcome } from '../penalty/penalty.js';
import { breachesOf, ofEach, type Asked, type File, type Holds, type Letting } from './each-exempted.js';
import { exemptionKey } from './exemption.js';

const isInTheList = ofEach((_, law) => law !== undefined);

/** Of an article that no list has `exemption/by-an-article-of-the-list` speaks. */
const isProven = ofEach(
  ({ exemption: { conditions } }, law, _, { file }) =>
    conditions.every(
      ({ evidence }) => evidence.length > 0 && evidence.every((entry) => carriesFact(file, entry)),
    ) && (law?.conditions ?? []).every((wanted) => conditions.some(({ condition }) => condition === wanted)),
);

/** Of an article that no list has `exemption/by-an-article-of-the-list` speaks here as well. */
const isOfItsBreaches = ofEach(
  (exempted, law, { report }, { file }) =>
    law === undefined ||
    breachesOf(exempted, report ?? file.investigation).every(({ basis }) => letsOffBreachOf(law, basis)),
);

const takesTheGoodsAlone = ofEach(
  ({ exemption, penalties }, law) =>
    penalties.every(
      (one) =>
        (one.kind === 'confiscation-of-goods' && exemptionKey(one.exemption) === exemptionKey(exemption)) ||
        (one.kind === 'confiscation-of-gains' && (law === undefined || law.takes === 'goods-and-gains')),
    ),
  'of-every-outcome',
);

/** For who measures a case afterwards. */
export const exemptedLawfully: Asked = (...of) =>
  [isInTheList, isOfItsBreaches, isProven, takesTheGoodsAlone].every((holds) => holds(...of));

export const specialLawInTheList: EntryProvision<File, Letting> = {
  id: 'exemption/by-an-article-of-the-list',
  cites: policy(
    '免予处罚、不予处罚的特别法（法律、行政法规、地方性法规）条款，限于所列并在行为时或者现在有效的；A special law by which somebody is let off is one of the list, in force when the act ended or today',
  ),
  also: [fsl(136), aucl(23, 2), apl(37)],
  says: '依特别法免予处罚、不予处罚的，应当是清单所列的条款，并在违法行为终了时或者现在有效；未核对原文的条款，由机关清单确认',
  en: 'Whoever is let off by a special law is let off by an article of the list, known here or entered by the agency, in force when the act ended or today',
  cure: {
    zh: '核对法律名称和条款；清单没有的，先由机关在清单中录入，否则不适用',
    en: 'Check the law and the article; one that no list has is entered in the list of the agency first, or not applied',
  },
  fields: ['/outcome'],
  holds: isInTheList,
};

export const ofTheLawBroken: EntryProvision<File, Letting> = {
  id: 'exemption/of-the-law-that-was-broken',
  cites: policy(
    '免予处罚、不予处罚的条款，只适用于该条所指的违法行为；An article lets off the breaches that it is about, and no other',
  ),
  also: [fsl(136), aucl(23, 2), apl(57, 1)],
  says: '依特别法免予处罚、不予处罚的每一个违法行为，其依据应当都是该条所指的规定；以一个条款不予处罚的，对报告的每一个违法行为都是',
  en: 'Each breach that is let off is one by the provisions that the article is about, and by no other: FSL 136 lets off food below the standard and no business without a permit; where nobody is punished, so is each breach of the report',
  cure: {
    zh: '核对报告的依据和条款；数个违法行为分别列明，不属于该条的另行处理；自行录入的条款，在机关清单中写明适用于哪些规定',
    en: 'Check the basis in the report and the article; list breaches one by one, and deal otherwise with those the article is not about; of an article of its own the agency enters in its list to what it applies',
  },
  fields: ['/outcome'],
  holds: isOfItsBreaches,
};

export const eachConditionProven: EntryProvision<File, Letting> = {
  id: 'exemption/each-condition-proven',
  cites: fsl(136),
  also: [aucl(23, 2), apl(46, 2)],
  says: '食品经营者履行了本法规定的进货查验等义务，有充分证据证明其不知道所采购的食品不符合食品安全标准，并能如实说明其进货来源的，可以免予处罚',
  en: 'Each condition of the article rests on evidence of the file, confirmed and neither withdrawn nor excluded: who lacks one is not let off',
  cure: {
    zh: '逐项指明证明该条各项条件的证据；缺少一项的，不适用该条',
    en: 'Name the evidence of each condition of the article; where one is not proven, do not apply it',
  },
  fields: ['/outcome'],
  holds: isProven,
};

export const nothingBesideTheGoods: EntryProvision<File, Letting> = {
  id: 'exemption/nothing-beside-the-goods',
  cites: fsl(136),
  says: '可以免予处罚，但应当依法没收其不符合食品安全标准的食品',
  en: 'A breach that a special law lets off has no fine and no other penalty: its goods are confiscated under that article, and gains only where the article says so',
  cure: {
    zh: '对该行为只没收财物，去掉其他处罚，各项没收写同一条款；要给予其他处罚的，不适用免予处罚',
    en: 'Confiscate the goods alone, each under the same article; for another penalty of that breach, leave the exemption out',
  },
  fields: ['/outcome'],
  holds: takesTheGoodsAlone,
};

/** Of the lists, what is under a measure in force or was given back, and is taken neither by this outcome nor from another party. */
const notTaken = (
  { outcome }: Readonly<{ outcome: Outcome }>,
  file: File,
  count: (goods: Goods) => number,
): boolean =>
  file.goods.some(
    (goods) =>
      count(goods) >
      quantityIn(itemsOf(penaltiesOf(outcome)), goods) + quantityIn(takenFromOthers(file), goods),
  );

const takesItsGoods: Holds<Context> = ({ penalties, exemption }, _, letting, { file, context }) => {
  const here = notTaken(letting, file, (goods) => inForce(file, goods, context));
  const back = notTaken(letting, file, (goods) => kept(goods) + goneAs(goods, 'given-back'));
  const explained = filled(exemption.notTaken);
  if (penalties.length > 0) return !back || explained;
  return explained && !here;
};

export const takesWhatItsArticleTakes: EntryProvision<File, Letting> = {
  id: 'exemption/takes-what-its-article-takes',
  cites: fsl(136),
  also: [aucl(23, 2)],
  says: '可以免予处罚，但应当依法没收其不符合食品安全标准的食品',
  en: 'Where the article confiscates the goods, all of them are: what is here or was given back is taken, or it is said why not; nobody is let off without that while goods of his are here, nor without a word on what became of them. Where it lets off altogether, nothing is confiscated under it',
  cure: {
    zh: '该条规定没收的，没收在案财物；已返还或者仍在当事人处的，写明由当事人交出；其余写明去向和不没收的理由，不属于应当没收的依法返还，属于其他当事人的先对其调查终结，拟予没收；该条不没收的，改为不予处罚',
    en: 'Confiscate what is here, and from the party what it has; of the rest say what became of it and why it is not taken, and give back what is not such goods; where they are another party’s, report on that party first, that they are to be taken from it; under an article that takes nothing, decide on no penalty',
  },
  fields: ['/outcome'],
  holds: ofEach<Context>((exempted, law, letting, seen) => {
    if (law === undefined) return true;
    return law.takes === 'nothing'
      ? exempted.penalties.length === 0
      : takesItsGoods(exempted, law, letting, seen);
  }),
};

const together = ({ ground, exemption }: Readonly<{ ground: string; exemption?: unknown }>): boolean =>
  (ground === 'special-law') === (exemption !== undefined);

export const groundWithItsArticle: EntryProvision<unknown, Letting> = {
  id: 'exemption/ground-with-its-article',
  cites: policy(
    '以特别法为由不予处罚的，写明条款和条件；Who is let off by a special law is let off by an article that is named',
  ),
  also: [aucl(23, 2), samrP(60, 1, 2)],
  says: '以特别法规定为由不予处罚的，应当写明条款和各项条件的证据；以其他情形不予处罚的，不写',
  en: 'Not to punish by a special law names the article with what proves its conditions; on any other ground it names none',
  cure: {
    zh: '写明该条款和证据，或者更正不予处罚的情形',
    en: 'Name the article with its evidence, or correct the ground',
  },
  fields: ['/outcome'],
  holds: ({ outcome }) =>
    outcome === undefined ||
    (outcome.kind === 'no-penalty'
      ? together(outcome)
      : outcome.kind !== 'penalty' || (outcome.dropped ?? []).every(together)),
};

/** Where the report that is being written says when the breach was (`dated`), and what it broke (`based`). */
type Of<Data> = Readonly<{
  at: readonly Pointer[];
  dated?: readonly Pointer[];
  based?: readonly Pointer[];
  letting: (entry: Data) => Letting;
}>;

const askedOf = <Data>(
  provision: EntryProvision<File, Letting>,
  { at, dated = [], based = [], letting }: Of<Data>,
): EntryProvision<File, Data> => ({
  ...provision,
  fields: [
    ...at,
    ...(provision === groundWithItsArticle ? [] : dated),
    ...(provision === ofTheLawBroken ? based : []),
  ],
  holds: (entry, file, context) => provision.holds(letting(entry), file, context),
});

/** Of what is proposed, notified, put to the vote and decided. */
export const exemptionDemands = <Data>(of: Of<Data>): readonly EntryProvision<File, Data>[] =>
  [
    specialLawInTheList,
    ofTheLawBroken,
    eachConditionProven,
    nothingBesideTheGoods,
    takesWhatItsArticleTakes,
    groundWithItsArticle,
  ].map((provision) => askedOf(provision, of));

/** Of what an organ, a court or the supervision orders: no more than that it does not contradict itself. */
export const orderedExemption = <Data>(of: Of<Data>): readonly EntryProvision<File, Data>[] =>
  [nothingBesideTheGoods, groundWithItsArticle].map((provision) => askedOf(provision, of));
