/** What the law asks of a service: APL 61; SAMR-P 81–82. */
import {
  type Context,
  type EntryProvision,
  type Paper,
  type Provision,
  doneOnce,
  filled,
  happenedAt,
  type Outside,
} from '@anjuan/procedure';
import { apl, dayOf, policy, samrP } from '@anjuan/law';
import { cannotBeCompleted } from '../entry/anew.js';
import { asItStandsSince } from '../decision-change/standing.js';
import type { CaseFile } from '../steps.js';
import { unheard } from '../review/unheard.js';
import type { Recipient, ServeDecision, ServiceMethod } from './service.js';
import { changedOnTheSpot, inHandBy, servedBy } from './reached.js';
import { confirmedAddress, type ToConfirmedAddress } from './undelivered.js';

/** Any paper that is served on the party: the decision, a notice, a reminder. */
export type Served = ToConfirmedAddress &
  Readonly<{
    proof?: Paper;
    signedPaper?: Paper;
    receivedBy?: Recipient;
    witness?: string;
    media?: readonly Paper[];
    otherMethodsFailed?: string;
  }>;

/** Whether a paper or a recording, bound by its hash, shows the day of the service. */
export const proven = ({ proof, signedPaper, media }: Served): boolean =>
  proof !== undefined || signedPaper !== undefined || (media ?? []).length > 0;

/** A demand of one method says nothing of the others. */
const by =
  (methods: readonly ServiceMethod[], demand: (entry: Served) => boolean) =>
  (entry: Served): boolean =>
    !methods.includes(entry.method) || demand(entry);

const shown = ({ proof, media }: Served): boolean => proof !== undefined || (media ?? []).length > 0;
const left = ({ method, notReceived }: Served): boolean => method === 'direct' && notReceived !== undefined;

export const decisionMade: Provision<Pick<CaseFile, 'decision' | 'summary'>> = {
  id: 'service/decision-made',
  cites: apl(61, 1),
  says: '行政处罚决定书应当在宣告后当场交付当事人；当事人不在场的，行政机关应当在七日内依照《中华人民共和国民事诉讼法》的有关规定，将行政处罚决定书送达当事人',
  en: 'There is a decision to serve',
  cure: { zh: '先作出决定', en: 'Make the decision first' },
  curedBy: ['decision/make'],
  holds: (file) => file.decision !== undefined || changedOnTheSpot(file),
};

export const servedOnce: Provision<Pick<CaseFile, 'service' | 'entries'>> = {
  id: 'service/served-once',
  cites: policy('送达日期以首次有效送达为准；The first valid service fixes the date'),
  says: '决定书已经有效送达的，不再重复送达',
  en: 'A decision that has been served is not served again',
  noCure: doneOnce,
  // A service that an officer can no longer confirm has no effect: it is done anew, and the later day counts.
  holds: (file, context) =>
    file.service === undefined || cannotBeCompleted(file, file.service.entry, context),
};

type InPublic = Pick<CaseFile, 'service' | 'entries'>;
export const noticeRuns = ({ service }: InPublic, { today }: Context): boolean =>
  service?.method === 'public-notice' && today < service.servedOn;

/** A public notice serves when its days are over: until then the party may still receive the decision itself. */
export const servedOnceOrInPublic: Provision<InPublic> = {
  ...servedOnce,
  also: [samrP(81), samrP(82, undefined, 1)],
  holds: (file, context) => servedOnce.holds(file, context) || noticeRuns(file, context),
};
/** The same of another notice, which would begin the days anew. */
export const publishedOnce: EntryProvision<InPublic, Served> = {
  ...servedOnce,
  fields: ['/method'],
  holds: ({ method }, file, context) => method !== 'public-notice' || !noticeRuns(file, context),
};

/** Nor is what takes its place dated before it, when direct service had failed. */
export const notBeforeTheNotice: EntryProvision<InPublic, Outside> = {
  ...servedOnce,
  fields: ['/occurredAt'],
  holds: (entry, file, context) => {
    const posted = file.entries.find((note) => note.entry === file.service?.entry);
    return (
      posted === undefined ||
      !noticeRuns(file, context) ||
      dayOf(posted.occurredAt) <= dayOf(happenedAt(entry, context))
    );
  },
};

/** Checked before a decision is served or executed. */
export const partyHeard: Provision<Pick<CaseFile, 'decision' | 'statements' | 'hearing'>> = {
  id: 'service/party-heard-before-the-decision',
  cites: apl(62),
  also: [apl(45, 1), apl(63, 1)],
  says: '拒绝听取当事人的陈述、申辩，不得作出行政处罚决定；当事人明确放弃陈述或者申辩权利的除外',
  en: 'Whatever the party said or asked for in time was dealt with before the decision, even if it was entered late',
  cure: { zh: '复核或者组织听证后重新作出决定', en: 'Re-check it or hold the hearing, and decide anew' },
  curedBy: ['statement/re-check', 'hearing/hold', 'decision/make'],
  holds: (file) => unheard(file).length === 0,
};

export const notBeforeDecision: EntryProvision<
  Pick<CaseFile, 'decision' | 'formerDecisions' | 'summary'>,
  ServeDecision
> = {
  id: 'service/not-before-the-decision',
  cites: samrP(81),
  says: '市场监督管理部门送达行政处罚决定书，应当在宣告后当场交付当事人',
  en: 'Nothing is served before the day it was decided, or changed into what it says now',
  cure: { zh: '核对送达日期', en: 'Check the day of the service' },
  fields: ['/occurredAt'],
  holds: (entry, file, context) => (asItStandsSince(file)?.on ?? '') <= dayOf(happenedAt(entry, context)),
};

export const receiptKept: EntryProvision<unknown, Served> = {
  id: 'service/receipt-kept',
  cites: samrP(82, undefined, 1),
  also: [samrP(82, undefined, 4)],
  says: '直接送达的，由受送达人在送达回证上注明签收日期，并签名或者盖章，受送达人在送达回证上注明的签收日期为送达日期',
  en: 'Direct, postal or entrusted service is shown by the return receipt, or by the signed paper',
  cure: { zh: '上传送达回证', en: 'Add the return receipt' },
  fields: ['/method', '/notReceived', '/proof', '/signedPaper'],
  holds: by(
    ['direct', 'post', 'entrusted'],
    (entry) => left(entry) || entry.proof !== undefined || entry.signedPaper !== undefined,
  ),
};

/** A document left at the confirmed address needs no signature: SAMR-P 83(2). */
export const leavingShown: EntryProvision<unknown, Served> = {
  id: 'service/leaving-shown',
  cites: samrP(83, 2),
  also: [apl(47)],
  says: '直接送达的，执法文书留在该地址之日为送达之日',
  en: 'A paper left at the confirmed address is shown by a note of it, or in pictures',
  cure: { zh: '上传留置该地址的记录或者照片、录像', en: 'Add the note, or photos or film of the leaving' },
  fields: ['/media', '/method', '/notReceived', '/proof'],
  holds: (entry) => !left(entry) || shown(entry),
};

const ofNaturalPersons: readonly Recipient[] = ['adult-family'];
const ofEntities: readonly Recipient[] = ['mail-receiver'];

/** An individual business is served as the person who runs it: family may sign, and so may who receives its mail. */
export const signedByOneWhoMay: EntryProvision<Pick<CaseFile, 'filing' | 'summary'>, Served> = {
  id: 'service/signed-by-one-who-may',
  cites: samrP(82, undefined, 1),
  says: '受送达人是自然人的，本人不在时交其同住成年家属签收；受送达人是法人或者其他组织的，应当由法人的法定代表人、其他组织的主要负责人或者该法人、其他组织负责收件的人签收',
  en: 'Family sign for a natural person only, and a receiver of mail for an organisation only',
  cure: { zh: '核对签收人', en: 'Check who signed' },
  fields: ['/receivedBy'],
  holds: ({ receivedBy = 'addressee' }, { filing, summary }) => {
    const kind = (filing ?? summary)?.party.kind;
    if (kind === 'entity') return !ofNaturalPersons.includes(receivedBy);
    return kind !== 'natural-person' || !ofEntities.includes(receivedBy);
  },
};

export const lienWitnessed: EntryProvision<unknown, Served> = {
  id: 'service/lien-witnessed-or-filmed',
  cites: samrP(82, undefined, 2),
  says: '可以邀请有关基层组织或者所在单位的代表到场，说明情况，在送达回证上载明拒收事由和日期，由送达人、见证人签名或者以其他方式确认，将执法文书留在受送达人的住所；也可以将执法文书留在受送达人的住所，并采取拍照、录像等方式记录送达过程，即视为送达',
  en: 'A paper that is refused is left before a witness, whom the return receipt names, or the leaving is photographed or filmed',
  cure: {
    zh: '载明见证人并附送达回证，或者上传送达过程的照片、录像',
    en: 'Name the witness and add the return receipt, or add photos or film of it',
  },
  fields: ['/media', '/method', '/proof', '/signedPaper', '/witness'],
  holds: by(
    ['lien'],
    ({ witness, media, proof, signedPaper }) =>
      (media ?? []).length > 0 || (filled(witness) && (proof ?? signedPaper) !== undefined),
  ),
};

export const addressConfirmed: EntryProvision<unknown, Served> = {
  id: 'service/electronic-address-confirmed',
  cites: apl(61, 2),
  also: [samrP(82, undefined, 3)],
  says: '当事人同意并签订确认书的，行政机关可以采用传真、电子邮件等方式，将行政处罚决定书等送达当事人',
  en: 'Electronic service only if the party agreed and signed a confirmation of the address',
  cure: { zh: '上传当事人签订的送达地址确认书', en: 'Add the confirmation the party signed' },
  fields: ['/addressConfirmation', '/method'],
  holds: by(['electronic'], ({ addressConfirmation }) => addressConfirmation !== undefined),
};

export const electronicRecorded: EntryProvision<unknown, Served> = {
  id: 'service/electronic-recorded',
  cites: samrP(82, undefined, 3),
  says: '市场监督管理部门应当通过拍照、截屏、录音、录像等方式予以记录，手机短信、传真、电子邮件、即时通讯信息等到达受送达人特定系统的日期为送达日期',
  en: 'Electronic service is recorded in pictures: the day it reached the addressee’s system is the day of service',
  cure: { zh: '上传到达受送达人系统的截屏等记录', en: 'Add a screenshot of its arrival' },
  fields: ['/media', '/method', '/proof'],
  holds: by(['electronic'], shown),
};

/** A failure that was recorded (`service/record-failure`) says it; otherwise the entry does. */
export const otherMethodsFailed: EntryProvision<
  Pick<CaseFile, 'failedServices' | 'decision' | 'summary' | 'formerDecisions'>,
  ServeDecision
> = {
  id: 'service/public-notice-last',
  cites: samrP(82, undefined, 5),
  says: '受送达人下落不明或者采取上述方式无法送达的，可以在市场监督管理部门公告栏和受送达人住所地张贴公告，也可以在报纸或者市场监督管理部门门户网站等刊登公告……公告送达，应当在案件材料中载明原因和经过',
  en: 'Public notice only where the party cannot be found or the other methods failed; the file says why',
  cure: {
    zh: '登记未能送达，或者载明其他方式无法送达的原因和经过',
    en: 'Record the failure, or state why and how the other methods failed',
  },
  curedBy: ['service/record-failure'],
  fields: ['/method', '/otherMethodsFailed'],
  holds: ({ method, otherMethodsFailed: failed }, file) => {
    if (method !== 'public-notice' || filled(failed)) return true;
    // Of a text that was replaced since nothing failed for the new one.
    const { on: since = '' } = asItStandsSince(file) ?? {};
    return (file.failedServices ?? []).some(({ on }) => since <= on);
  },
};

export const noticeShown: EntryProvision<unknown, Served> = {
  id: 'service/public-notice-shown',
  cites: samrP(82, undefined, 5),
  says: '可以在市场监督管理部门公告栏和受送达人住所地张贴公告，也可以在报纸或者市场监督管理部门门户网站等刊登公告',
  en: 'A notice on the board is photographed or filmed as it is put up; a printed one is kept',
  cure: {
    zh: '上传张贴过程的照片、录像，或者刊登的公告',
    en: 'Add photos or film of it, or the printed notice',
  },
  fields: ['/media', '/method', '/proof'],
  holds: by(['public-notice'], shown),
};

/** Nothing is executed of what the party does not have; a decision on the spot is handed over on the spot (APL 52). */
export const decisionInHand: Provision<Pick<CaseFile, 'service' | 'summary'>> = {
  id: 'service/decision-in-hand',
  cites: apl(66, 1),
  also: [apl(61, 1), apl(52, 1)],
  says: '行政处罚决定依法作出后，当事人应当在行政处罚决定书载明的期限内，予以履行',
  en: 'The party has the decision: it was served, or handed over on the spot',
  cure: { zh: '先送达决定书', en: 'Serve the decision first' },
  curedBy: ['service/serve-decision'],
  holds: (file, { today }) => inHandBy(file, today),
};

/** For the steps after it: the decision has reached the party, today. */
export const decisionServed: Provision<Pick<CaseFile, 'service'>> = {
  id: 'service/decision-served',
  cites: samrP(81),
  says: '当事人不在场的，应当在七个工作日内按照本规定第八十二条、第八十三条的规定，将行政处罚决定书送达当事人',
  en: 'The decision has been served; a public notice counts once its days have passed',
  cure: {
    zh: '先送达决定书；公告送达的待期满',
    en: 'Serve the decision; wait for a public notice to run out',
  },
  curedBy: ['service/serve-decision'],
  holds: (file, { today }) => servedBy(file, today),
};

/** What SAMR-P 82 and 83 ask of every paper; what of an electronic and a public one is stated where it is asked. */
export const shownToBeServed = [
  receiptKept,
  signedByOneWhoMay,
  lienWitnessed,
  electronicRecorded,
  leavingShown,
  noticeShown,
  ...confirmedAddress,
] as const;

/** Field by field: an event holds what it declares. */
export const servedAs = (entry: Served): Served => ({
  method: entry.method,
  ...(entry.proof !== undefined && { proof: entry.proof }),
  ...(entry.witness !== undefined && { witness: entry.witness }),
  ...(entry.media !== undefined && { media: entry.media }),
  ...(entry.receivedBy !== undefined && { receivedBy: entry.receivedBy }),
  ...(entry.addressConfirmation !== undefined && { addressConfirmation: entry.addressConfirmation }),
  ...(entry.notReceived !== undefined && { notReceived: entry.notReceived }),
  ...(entry.otherMethodsFailed !== undefined && { otherMethodsFailed: entry.otherMethodsFailed }),
});
