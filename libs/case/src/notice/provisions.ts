/** What a notice must hold before it is served: APL 44, 61, 63; SAMR-P 56–58, 82. */
import { apl, dayOf, samrH, samrP } from '@anjuan/law';
import { type EntryProvision, filled, happenedAt, type Outside, type Provision } from '@anjuan/procedure';
import type { CaseFile } from '../steps.js';
import { hearingEligible, valuedAsReported } from '../penalty/hearing-eligible.js';
import { isListed } from '../investigation/breaches.js';
import { breachesIn } from '../penalty/breaches.js';
import { penaltiesOf, samePenalties } from '../penalty/heavier.js';
import { shownToBeServed, type Served } from '../service/provisions.js';
import type { ServeNotice } from './notice.js';
import { heavierForSpeaking, type Spoken } from './heavier-for-speaking.js';

export const penaltyProposed: Provision<Pick<CaseFile, 'investigation'>> = {
  id: 'notice/a-penalty-is-proposed',
  cites: apl(44),
  says: '行政机关在作出行政处罚决定之前，应当告知当事人拟作出的行政处罚内容及事实、理由、依据',
  en: 'What is notified is a proposed penalty; without one there is nothing to notify',
  cure: { zh: '不予处罚的，直接报负责人决定', en: 'Where nobody is to be punished, go to the decision' },
  curedBy: ['decision/make'],
  instead: true,
  holds: ({ investigation }) => penaltiesOf(investigation?.proposal).length > 0,
};

export const asApproved: EntryProvision<Pick<CaseFile, 'proposal'>, ServeNotice> = {
  id: 'notice/penalties-as-approved',
  cites: apl(44),
  also: [samrP(56)],
  says: '应当告知当事人拟作出的行政处罚内容及事实、理由、依据',
  en: 'The notice names exactly the penalties that were approved',
  cure: { zh: '按批准的处罚建议告知', en: 'Notify what was approved' },
  fields: ['/penalties'],
  holds: ({ penalties }, { proposal }) =>
    proposal?.outcome === undefined || samePenalties(penalties, penaltiesOf(proposal.outcome)),
};

/** A date before it would shorten the party's period: nothing was there yet to be notified. */
export const servedAfterApproval: EntryProvision<Pick<CaseFile, 'proposal'>, Outside> = {
  id: 'notice/not-before-its-approval',
  cites: samrP(56),
  says: '行政处罚建议及审核意见报市场监督管理部门负责人批准，并依法履行告知等程序',
  en: 'The notice is served on the day its proposal was approved, or later',
  cure: { zh: '核对送达日期', en: 'Check the day of the service' },
  fields: ['/occurredAt'],
  holds: (entry, { proposal }, context) => (proposal?.on ?? '') <= dayOf(happenedAt(entry, context)),
};

export const factsNotified: EntryProvision<unknown, ServeNotice> = {
  id: 'notice/facts-told',
  cites: apl(44),
  also: [samrP(57, 1)],
  says: '应当告知当事人拟作出的行政处罚内容及事实、理由、依据',
  en: 'The notice tells the facts',
  cure: { zh: '写明违法事实、理由和依据', en: 'State facts, reasons and basis' },
  fields: ['/facts'],
  holds: ({ facts }) => filled(facts),
};

/** The names alone, or one text for all of them, would leave the party to guess what each penalty is for. */
export const everyBreachTold: EntryProvision<Pick<CaseFile, 'investigation'>, ServeNotice> = {
  id: 'notice/every-breach-told',
  cites: apl(44),
  also: [samrP(57, 1)],
  says: '应当告知当事人拟作出的行政处罚内容及事实、理由、依据',
  en: 'Of several breaches the notice tells the facts of each that is to be punished, and of no other',
  cure: {
    zh: '逐一写明拟处罚的各违法行为的事实、理由和依据',
    en: 'State facts, reasons and basis of each breach that is to be punished',
  },
  fields: ['/breaches/*/breach', '/breaches/*/facts', '/penalties/*/breach'],
  holds: ({ penalties, breaches = [] }, { investigation }) => {
    const stated = breaches.map(({ breach }) => breach);
    const toState =
      investigation !== undefined && isListed(investigation)
        ? breachesIn(penalties).filter((breach) => breach !== undefined)
        : [];
    return (
      breaches.every(({ facts }) => filled(facts)) &&
      stated.length === toState.length &&
      toState.every((breach) => stated.includes(breach))
    );
  },
};

export const hearingRightTold: EntryProvision<
  Pick<CaseFile, 'filing' | 'investigation' | 'goods'>,
  ServeNotice
> = {
  id: 'notice/hearing-right-told',
  cites: apl(63, 1),
  also: [samrP(57, 1), samrH(5), valuedAsReported],
  says: '行政机关拟作出下列行政处罚决定，应当告知当事人有要求听证的权利',
  en: 'Where the penalty gives a right to a hearing, the notice says so',
  cure: { zh: '在告知书中写明听证权利', en: 'Tell the party of the right to a hearing' },
  fields: [
    '/hearingRightTold',
    '/penalties/*/kind',
    '/penalties/*/fen',
    '/penalties/*/items',
    '/penalties/*/breach',
  ],
  holds: ({ penalties, hearingRightTold: notified }, file, { lists }) =>
    notified || !hearingEligible(penalties, file, lists),
};

/** A new notice may be heavier for new facts, never because the party spoke: T9, domain rule APL-045. */
export const notHeavierForSpeaking: EntryProvision<Spoken, ServeNotice> = {
  id: 'notice/not-heavier-because-the-party-spoke',
  cites: apl(45, 2),
  also: [samrP(58)],
  says: '行政机关不得因当事人陈述、申辩而给予更重的处罚',
  en: 'A notice heavier than one after which the party has spoken needs evidence taken since that one',
  cure: { zh: '没有新证据的，不得加重', en: 'Without new evidence the penalty does not get heavier' },
  curedBy: ['evidence/add'],
  fields: ['/penalties'],
  holds: ({ penalties }, file) => !heavierForSpeaking(penalties, file),
};

export const electronicByConsent: EntryProvision<unknown, Served> = {
  id: 'notice/electronic-by-consent',
  cites: apl(61, 2),
  also: [samrP(82, undefined, 3)],
  says: '当事人同意并签订确认书的，行政机关可以采用传真、电子邮件等方式，将行政处罚决定书等送达当事人',
  en: 'Electronic service needs the party’s signed confirmation',
  cure: { zh: '附送达地址确认书', en: 'Attach the signed confirmation of the address' },
  fields: ['/addressConfirmation', '/method'],
  holds: ({ method, addressConfirmation }) => method !== 'electronic' || addressConfirmation !== undefined,
};

export const publicNoticeLast: EntryProvision<unknown, Served> = {
  id: 'notice/public-notice-last',
  cites: samrP(82, undefined, 5),
  says: '受送达人下落不明或者采取上述方式无法送达的，可以在市场监督管理部门公告栏和受送达人住所地张贴公告，也可以在报纸或者市场监督管理部门门户网站等刊登公告',
  en: 'Public notice comes last, when the other ways have failed',
  cure: { zh: '写明其他方式无法送达的原因和经过', en: 'Say how the other ways failed' },
  fields: ['/method', '/otherMethodsFailed'],
  holds: ({ method, otherMethodsFailed }) => method !== 'public-notice' || filled(otherMethodsFailed),
};

/** Of a notice, a hearing notice, a reminder: SAMR-P 82 speaks of every paper (执法文书). */
export const servedByTheRules = [electronicByConsent, publicNoticeLast, ...shownToBeServed] as const;
