/** Publication of the decision (公示): APL 48; SAMR-Pub 2–9. */
import {
  type EntryNumber,
  type EntryProvision,
  type Event,
  type Provision,
  doneOnce,
  filled,
  notInThisCase,
} from '@anjuan/procedure';
import { apl, dayOf, policy, samrPub, type LocalDate } from '@anjuan/law';
import type { Recorded } from '../case-event.js';
import type { CaseFile } from '../steps.js';
import { ordersFirst } from '../decision-change/orders-first.js';
import { byHandler } from '../initiation/in-charge.js';
import type { Party } from '../initiation/initiation.js';
import { act } from '../case-act.js';
import { eventKind, type Events } from '../event-kind.js';
import { publishedAsIssued } from '../paper/issued.js';
import { decisionServed } from '../service/provisions.js';
import { correctPublicationSchema, publishDecisionSchema } from './entries.js';
import type { Entry } from '@anjuan/entry';
import type { PartsOf } from '../of-party.js';

/** publication/publish: what the public reads, secrets and personal data taken out. */
export type PublishDecision = Entry<typeof publishDecisionSchema>;
export type DecisionPublished = Event<'DecisionPublished', PublishDecision>;
/** publication/correct: what the public reads in its place; the decision is not another one. */
export type CorrectPublication = Entry<typeof correctPublicationSchema>;
export type PublicationCorrected = Event<'PublicationCorrected', CorrectPublication>;
export type Publication = Readonly<{
  entry: EntryNumber;
  publishedOn: LocalDate;
  /** Entry number of its last correction: what it says is shown. */
  correctedBy?: EntryNumber;
  /** Before what was ordered of the decision has been carried out (APL 48(2)). */
  withdrawn?: Readonly<{ entry: EntryNumber; on: LocalDate }>;
}>;

export const ordinaryPenalty: Provision<Pick<CaseFile, 'decision'>> = {
  id: 'publication/penalty-of-the-ordinary-procedure',
  cites: samrPub(2),
  also: [apl(48, 1)],
  says: '市场监督管理部门对适用普通程序作出行政处罚决定的相关信息，应当记录于国家企业信用信息公示系统，并向社会公示',
  en: 'What is published is a penalty decided under the ordinary procedure',
  noCure: notInThisCase,
  holds: ({ decision }) => decision?.outcome.kind === 'penalty',
};

/** Without a decision or a penalty another provision refuses. */
export const notWarningOnly: Provision<Pick<CaseFile, 'decision'>> = {
  id: 'publication/not-a-warning-only',
  cites: samrPub(2),
  says: '仅受到警告行政处罚的不予公示',
  en: 'A penalty that is a warning only is not published',
  noCure: notInThisCase,
  holds: ({ decision }) =>
    decision?.outcome.kind !== 'penalty' || decision.outcome.penalties.some(({ kind }) => kind !== 'warning'),
};

export const publishedOnce: Provision<Pick<CaseFile, 'publication'>> = {
  id: 'publication/published-once',
  cites: policy('同一决定只公示一次；A decision is published once'),
  says: '同一行政处罚决定已经公示的，不再重复公示',
  en: 'The decision has not been published yet',
  noCure: doneOnce,
  holds: ({ publication }) => publication === undefined || publication.withdrawn !== undefined,
};

export const published: Provision<Pick<CaseFile, 'publication'>> = {
  id: 'publication/published',
  cites: samrPub(12),
  says: '市场监督管理部门发现其公示的行政处罚信息不准确的，应当及时更正',
  en: 'What is corrected has been published, and has not been withdrawn',
  cure: { zh: '先公示处罚决定', en: 'Publish the decision first' },
  curedBy: ['publication/publish'],
  holds: ({ publication }) => publication !== undefined && publication.withdrawn === undefined,
};

export const correctionReasoned: EntryProvision<unknown, CorrectPublication> = {
  id: 'publication/correction-reasoned',
  cites: policy('更正公示应当说明理由；A correction of what was published gives its reason'),
  also: [samrPub(12)],
  says: '更正公示信息应当说明不准确之处和理由',
  en: 'Whoever corrects what was published says what was wrong with it',
  cure: { zh: '填写理由', en: 'Give the reason' },
  fields: ['/reason'],
  holds: ({ reason }) => filled(reason),
};

type Named = Pick<CaseFile, 'filing' | 'decision' | 'party' | 'joinedParties' | 'others'>;

/** As that decision names it, where it has been renamed or succeeded since, and as it is today. */
const partiesOf = ({ filing, decision, party: { punished } }: Named): readonly Party[] => [
  ...(filing === undefined ? [] : [filing.party]),
  ...(punished !== undefined && punished.decision === decision?.entry ? [punished.party] : []),
];

export const naturalPersonRedacted: EntryProvision<Named, PublishDecision> = {
  id: 'publication/natural-person-redacted',
  cites: samrPub(6),
  also: [apl(50)],
  says: '公示行政处罚信息，应当遵守法律法规关于商业秘密和个人信息保护的有关规定，对信息进行必要的处理',
  en: 'Where the party, or who was punished in its place before, is a natural person, it is stated which personal data were taken out',
  cure: { zh: '列明已作处理的个人信息', en: 'List the personal data that were taken out' },
  fields: ['/redactions'],
  holds: ({ redactions }, file) =>
    partiesOf(file).every(({ kind }) => kind !== 'natural-person') ||
    (redactions ?? []).some((text) => filled(text)),
};

/** As a reader sees it: neither other digits nor what is put between them makes it unreadable. */
const folded = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s\p{Cf}\p{Pd}\p{Pc}.·•・]/gu, '');

/** A legal representative's name belongs to the published form; number and home address never do. */
const secretsOf = ({ kind, person, address }: Party): readonly string[] =>
  [person?.idNumber, person?.address, ...(kind === 'natural-person' ? [person?.name, address] : [])]
    .flatMap((text) => (text === undefined ? [] : folded(text)))
    .filter((text) => text !== '');

export const personalDataTakenOut: EntryProvision<Named, PublishDecision> = {
  id: 'publication/personal-data-taken-out',
  cites: samrPub(6),
  also: [apl(50)],
  says: '公示行政处罚信息，应当遵守法律法规关于商业秘密和个人信息保护的有关规定，对信息进行必要的处理',
  en: "The published text bears no identity number or home address, and no natural person's name, of any party of the case, however they are written",
  cure: { zh: '删去个人信息', en: 'Take the personal data out of the text' },
  fields: ['/summary'],
  holds: ({ summary }, file) => {
    const text = folded(summary ?? '');
    const parties = [
      ...partiesOf(file),
      ...(file.joinedParties ?? []).map(({ party }) => party),
      ...Object.values(file.others ?? {}).flatMap(({ filing, party: own }) =>
        [filing.party, own?.punished?.party].filter((party) => party !== undefined),
      ),
    ];
    return parties.flatMap(secretsOf).every((secret) => !text.includes(secret));
  },
};

/** What this step adds to the file. */
export type Slice = Readonly<{
  publication?: Publication | undefined;
}>;
export const empty: Slice = {};
export const ofParty = { publication: true } as const satisfies PartsOf<Slice>;

export const acts = {
  'publication/publish': act<PublishDecision, Recorded<'DecisionPublished'>>({
    title: { zh: '公示处罚决定', en: 'Publish the decision' },
    entry: publishDecisionSchema,
    by: ['officer'],
    requires: [byHandler, ordinaryPenalty, notWarningOnly, decisionServed, publishedOnce, ordersFirst],
    demands: [naturalPersonRedacted, personalDataTakenOut, publishedAsIssued],
    records: 'DecisionPublished',
  }),
  'publication/correct': act<CorrectPublication, Recorded<'PublicationCorrected'>>({
    title: { zh: '更正公示', en: 'Correct what was published' },
    entry: correctPublicationSchema,
    by: ['officer'],
    requires: [byHandler, published],
    demands: [naturalPersonRedacted, personalDataTakenOut, publishedAsIssued, correctionReasoned],
    records: 'PublicationCorrected',
  }),
};

export const events: Events<DecisionPublished | PublicationCorrected> = {
  DecisionPublished: eventKind(
    { v: 1, volume: 'other-main', personal: {} },
    (_, { revision, occurredAt }) => ({
      publication: { entry: revision, publishedOn: dayOf(occurredAt) },
    }),
  ),
  PublicationCorrected: eventKind(
    { v: 1, volume: 'other-main', personal: {} },
    ({ publication }, { revision }) => ({
      publication: publication && { ...publication, correctedBy: revision },
    }),
  ),
};
