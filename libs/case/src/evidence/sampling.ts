/** Samples (抽样取证): APL 56; SAMR-P 31, 43. */
import { apl, dayOf, policy, samrP } from '@anjuan/law';
import { filled, outsideAct } from '@anjuan/procedure';
import type { EntryProvision, Event } from '@anjuan/procedure';
import { byOfficersThere } from '../initiation/in-charge.js';
import type { Recorded } from '../case-event.js';
import { act } from '../case-act.js';
import { eventKind, type Events } from '../event-kind.js';
import { partsInForce } from '../goods/in-force.js';
import { namesALineIn } from '../goods/provisions.js';
import { goodsAt, linesNamed, without, type OfGoods } from '../goods/ledger.js';
import { whileUndecided } from './provisions.js';
import { takeSamplesSchema } from './entries.js';
import type { Entry } from '@anjuan/entry';

export { samplingManners, type SamplingManner } from './words.js';

/** evidence/take-samples */
export type TakeSamples = Entry<typeof takeSamplesSchema>;
export type SamplesTaken = Event<'SamplesTaken', Omit<TakeSamples, 'occurredAt'>>;

const filmed = ({ media }: TakeSamples): boolean => (media ?? []).length > 0;
const onScene = ({ manner }: TakeSamples): boolean => manner === 'on-the-scene';

const calledAndSealed =
  '市场监督管理部门抽样取证时，应当通知当事人到场。办案人员应当制作抽样记录，对样品加贴封条，开具清单，由办案人员、当事人在封条和相关记录上签名或者盖章';

/** An officer who buys as a customer shows no credential. */
export const credentialShownAtSampling: EntryProvision<unknown, TakeSamples> = {
  id: 'evidence/credential-shown-at-the-sampling',
  cites: apl(55, 1),
  says: '执法人员在调查或者进行检查时，应当主动向当事人或者有关人员出示执法证件',
  en: 'Officers who take samples on the scene show their credentials',
  cure: { zh: '出示执法证件后重新抽样', en: 'Show the credentials and take the samples anew' },
  fields: ['/credentialShown', '/manner'],
  holds: (entry) => !onScene(entry) || entry.credentialShown,
};

export const partyCalledToSampling: EntryProvision<unknown, TakeSamples> = {
  id: 'evidence/party-called-to-the-sampling',
  cites: samrP(31, 1),
  also: [samrP(43)],
  says: calledAndSealed,
  en: 'The party is told to come; if it did not, that is written down and the sampling filmed',
  cure: {
    zh: '通知当事人到场；未到场的，写明情况并上传录像',
    en: 'Tell the party, or say why it did not come and add the film',
  },
  fields: ['/absence', '/manner', '/media', '/partyPresent'],
  holds: (entry) => !onScene(entry) || entry.partyPresent || (filled(entry.absence) && filmed(entry)),
};

export const samplesSealed: EntryProvision<unknown, TakeSamples> = {
  id: 'evidence/samples-sealed-and-listed',
  cites: samrP(31, 1),
  says: calledAndSealed,
  en: 'The samples are sealed and listed',
  cure: { zh: '加贴封条，开具清单', en: 'Seal and list the samples' },
  fields: ['/list', '/sealed'],
  holds: ({ sealed, list }) => sealed && list !== undefined,
};

export const samplingSigned: EntryProvision<unknown, TakeSamples> = {
  id: 'evidence/sampling-signed-or-refusal-noted',
  cites: samrP(31, 1),
  also: [samrP(43)],
  says: calledAndSealed,
  en: 'A party that is there signs seals and record; if it refuses, the record says so',
  cure: { zh: '由当事人签名，或者注明拒绝的情况', en: 'Have it signed, or note the refusal' },
  fields: ['/partyPresent', '/recordSigned', '/refusalNoted'],
  holds: ({ partyPresent, recordSigned, refusalNoted }) =>
    !partyPresent || recordSigned || filled(refusalNoted),
};

export const purchaseRecorded: EntryProvision<unknown, TakeSamples> = {
  id: 'evidence/purchase-recorded',
  cites: samrP(31, 2),
  says: '通过网络、电话购买等方式抽样取证的，应当采取拍照、截屏、录音、录像等方式对交易过程、商品拆包查验及封样等过程进行记录',
  en: 'A purchase is recorded in pictures or sound: the deal, the unpacking, the sealing',
  cure: { zh: '上传交易、拆包、封样过程的记录', en: 'Add the recordings' },
  fields: ['/manner', '/media'],
  holds: (entry) => onScene(entry) || filmed(entry),
};

/** Drawn from goods that are sealed, seized or preserved. */
export const samplesFromTheList = [
  namesALineIn<Pick<TakeSamples, 'of'>>('of'),
  ...partsInForce<Pick<TakeSamples, 'of'>>(
    ['/of/*/entry', '/of/*/line', '/of/*/quantity'],
    ({ of = [] }) => of,
  ),
];

/** Its one line is the whole of it, and would be gone with six bottles. */
export const notOfOneText: EntryProvision<OfGoods, Pick<TakeSamples, 'of'>> = {
  id: 'evidence/samples-of-no-list-in-one-text',
  cites: policy(
    '清单原以一段文字登记的，整份为一项一批，抽样不从中减少；A list that was recorded as one text is one lot, which a sample does not use up',
  ),
  also: [samrP(31, 1)],
  says: '清单以一段文字登记的，抽样不指明清单中的项',
  en: 'Samples of goods whose list was recorded as one text name no line of it: that line is all of them',
  cure: {
    zh: '不填清单中的项，在样品名称中写明取自何物',
    en: 'Name no line, and say in words of what the samples are',
  },
  fields: ['/of/*/entry', '/of/*/line'],
  holds: ({ of = [] }, file) => of.every((line) => goodsAt(file, line)?.asText !== true),
};

export const samplingActs = {
  'evidence/take-samples': act<TakeSamples, Recorded<'SamplesTaken'>>({
    title: { zh: '抽样取证', en: 'Take samples' },
    entry: takeSamplesSchema,
    by: ['officer'],
    of: 'any-party',
    requires: whileUndecided,
    demands: [
      ...byOfficersThere,
      ...outsideAct,
      credentialShownAtSampling,
      partyCalledToSampling,
      samplesSealed,
      samplingSigned,
      purchaseRecorded,
      ...samplesFromTheList,
      notOfOneText,
    ],
    records: 'SamplesTaken',
  }),
};

export const samplingEvents: Events<SamplesTaken> = {
  SamplesTaken: eventKind(
    {
      v: 1,
      volume: 'evidence',
      personal: {},
      refersTo: linesNamed,
      correctable: { what: 'text', place: 'text' },
      withdrawableBy: 'handler',
      investigates: true,
      inDossier: true,
      stage: 'investigating',
    },
    ({ evidence, goods }, { data, revision, occurredAt }) => ({
      ...without({ goods }, data.of ?? [], { entry: revision, on: dayOf(occurredAt), how: 'sampled' }),
      evidence: {
        ...evidence,
        ...(data.manner === 'on-the-scene' && { somebodyMet: true }),
        pieces: [
          ...evidence.pieces,
          {
            entry: revision,
            kind: '物证',
            what: data.what,
            takenOn: dayOf(occurredAt),
            hashes: [data.record, ...(data.list ? [data.list] : []), ...(data.media ?? [])].map(
              ({ sha256 }) => sha256,
            ),
            officers: data.officers,
          },
        ],
      },
    }),
  ),
};
