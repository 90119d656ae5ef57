/** What an exemption by a special law asks, wherever an outcome is proposed, notified or decided. */
import type { Pointer } from '@anjuan/entry';
import { apl, aucl, fsl, policy, specialLawOn, type SpecialLaw } from '@anjuan/law';
import type { Context, EntryProvision } from '@anjuan/procedure';
import { carriesFact } from '../evidence/carrying.js';
import { kept, quantityIn } from '../goods/ledger.js';
import { confiscatedFromOthers, itemsOf } from '../goods/of-penalties.js';
import { found, type Listing } from '../investigation/breaches.js';
import { asLastFound, type Established } from '../investigation/established.js';
import { penaltiesOf } from '../penalty/heavier.js';
import type { Outcome } from '../penalty/penalty.js';
import type { CaseFile } from '../steps.js';
import { exemptedIn, exemptionKey, type Exempted } from './exemption.js';

type File = Pick<
  CaseFile,
  'filing' | 'reports' | 'investigation' | 'entries' | 'evidence' | 'goods' | 'others'
>;
/** What is proposed or decided; the report that is being written, where the entry is one; whether others have ordered it. */
type Letting = Readonly<{
  outcome?: Outcome | undefined;
  report?: Listing & Pick<Established, 'act'>;
  ordered?: boolean;
}>;

/** The last days of the breach: the law of the act, or the law of today where it is the lighter one (APL 37). */
const endsOf = ({ breach }: Exempted, report: Letting['report'], file: File): readonly string[] => {
  const [seen, of] = report === undefined ? [file, file.investigation] : [asLastFound(file), report];
  return of === undefined
    ? []
    : found(of)
        .filter((one) => breach === undefined || one.breach === breach)
        .flatMap((one) => (one.act ?? seen.filing?.act)?.to ?? []);
};

type Known = Pick<Context, 'lists' | 'today'>;

const articleOf = (
  exempted: Exempted,
  { report }: Letting,
  file: File,
  { lists, today }: Known,
): SpecialLaw | undefined => {
  const { exemption } = exempted;
  const then = endsOf(exempted, report, file).map((day) => specialLawOn(lists, exemption, day));
  return specialLawOn(lists, exemption, today) ?? (then.includes(undefined) ? undefined : then[0]);
};

type Asked = (letting: Letting, file: File, context: Known) => boolean;
type Holds = (exempted: Exempted, law: SpecialLaw | undefined, outcome: Outcome, file: File) => boolean;

/** Of each breach that the outcome lets off so. An organ or a court judges for itself which law applies, and on what. */
const ofEach =
  (holds: Holds, asked: 'of-every-outcome' | 'of-our-own' = 'of-our-own'): Asked =>
  (letting, file, context) => {
    const { outcome, ordered = false } = letting;
    return (
      outcome === undefined ||
      (ordered && asked === 'of-our-own') ||
      exemptedIn(outcome).every((one) => holds(one, articleOf(one, letting, file, context), outcome, file))
    );
  };

const isInTheList = ofEach((_, law) => law !== undefined);

/** Of an article that no list has `exemption/by-an-article-of-the-list` speaks. */
const isProven = ofEach(
  ({ exemption: { conditions } }, law, _, file) =>
    conditions.every(
      ({ evidence }) => evidence.length > 0 && evidence.every((entry) => carriesFact(file, entry)),
    ) && (law?.conditions ?? []).every((wanted) => conditions.some(({ condition }) => condition === wanted)),
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
  [isInTheList, isProven, takesTheGoodsAlone].every((holds) => holds(...of));

export const specialLawInTheList: EntryProvision<File, Letting> = {
  id: 'exemption/by-an-article-of-the-list',
  cites: policy(
    '免予处罚、不予处罚的特别法条款，限于所列并在行为时或者现在有效的；A special law by which somebody is let off is one of the list, in force when the act ended or today',
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

/** What is here of the lists, and is neither taken by this outcome nor from another party. */
const goodsLeft = (outcome: Outcome, file: File): boolean =>
  file.goods.some(
    (goods) =>
      kept(goods) >
      quantityIn(itemsOf(penaltiesOf(outcome)), goods) + quantityIn(confiscatedFromOthers(file), goods),
  );

export const takesWhatItsArticleTakes: EntryProvision<File, Letting> = {
  id: 'exemption/takes-what-its-article-takes',
  cites: fsl(136),
  also: [aucl(23, 2)],
  says: '可以免予处罚，但应当依法没收其不符合食品安全标准的食品',
  en: 'Where the article confiscates the goods, nobody is let off without that while goods of the case are here; where it lets off altogether, nothing is confiscated under it',
  cure: {
    zh: '该条规定没收的，没收在案财物，依法应当返还的先返还；该条不没收的，改为不予处罚',
    en: 'Confiscate the goods that are here, and give back first what is not to be; under an article that takes nothing, decide on no penalty',
  },
  fields: ['/outcome'],
  holds: ofEach(({ penalties }, law, outcome, file) => {
    if (law === undefined) return true;
    return law.takes === 'nothing'
      ? penalties.length === 0
      : penalties.length > 0 || !goodsLeft(outcome, file);
  }),
};

const together = ({ ground, exemption }: Readonly<{ ground: string; exemption?: unknown }>): boolean =>
  (ground === 'special-law') === (exemption !== undefined);

export const groundWithItsArticle: EntryProvision<unknown, Letting> = {
  id: 'exemption/ground-with-its-article',
  cites: policy(
    '以特别法为由不予处罚的，写明条款和条件；Who is let off by a special law is let off by an article that is named',
  ),
  also: [aucl(23, 2), apl(57, 1, 2)],
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

/** `dated`: where the report that is being written says when the breach was. */
type Of<Data> = Readonly<{
  at: readonly Pointer[];
  dated?: readonly Pointer[];
  letting: (entry: Data) => Letting;
}>;

const askedOf = <Data>(
  provision: EntryProvision<File, Letting>,
  { at, dated = [], letting }: Of<Data>,
): EntryProvision<File, Data> => ({
  ...provision,
  fields: provision === groundWithItsArticle ? at : [...at, ...dated],
  holds: (entry, file, context) => provision.holds(letting(entry), file, context),
});

/** Of what is proposed, notified, put to the vote and decided. */
export const exemptionDemands = <Data>(of: Of<Data>): readonly EntryProvision<File, Data>[] =>
  [
    specialLawInTheList,
    eachConditionProven,
    nothingBesideTheGoods,
    takesWhatItsArticleTakes,
    groundWithItsArticle,
  ].map((provision) => askedOf(provision, of));

/** Of what an organ, a court or the supervision orders: no more than that it does not contradict itself. */
export const orderedExemption = <Data>(of: Of<Data>): readonly EntryProvision<File, Data>[] =>
  [nothingBesideTheGoods, groundWithItsArticle].map((provision) => askedOf(provision, of));
