/** What every decision asks, whatever it is: APL 22, 57, 60; SAMR-P 60–64. */
import {
  type Context,
  type EntryProvision,
  type Provision,
  actsAs,
  checkEntry,
  filled,
  forSomebodyElse,
} from '@anjuan/procedure';
import { apl, policy, samrP } from '@anjuan/law';
import type { CaseFile } from '../steps.js';
import { leaderDecides } from '../leader-decides.js';
import { decisionDue, type Timed } from '../decision-period/due.js';
import { undecided } from '../review/unheard.js';
import { finesTwice, notFinedTwice } from './after-criminal-fine.js';
import type { MakeDecision } from './decision.js';

export const decidedByLeader = actsAs({
  id: 'decision/by-a-leader',
  ...leaderDecides,
  en: 'A leader of the agency decides',
  noCure: forSomebodyElse,
  capacities: ['leader', 'principal'],
});

/** A decision made unheard, the party having spoken in time, is made anew as long as it has not been served. */
export const onlyOne: Provision<Pick<CaseFile, 'decision' | 'statements' | 'hearing' | 'service'>> = {
  id: 'decision/only-one',
  cites: policy('一案一决定；One case, one decision'),
  also: [apl(29)],
  says: '对当事人的同一个违法行为，不得给予两次以上罚款的行政处罚',
  en: 'The case has not been decided yet',
  curedBy: ['decision-change/change'],
  instead: true,
  holds: (file) => undecided(file),
};

/** What belongs to others is decided to be transferred, and nothing else (SAMR-P 60(1)(4)). */
export const ourJurisdictionStill: EntryProvision<
  Pick<CaseFile, 'filing' | 'investigation'>,
  MakeDecision
> = {
  id: 'decision/our-jurisdiction',
  cites: apl(22),
  also: [samrP(60, 1, 4)],
  says: '行政处罚由违法行为发生地的行政机关管辖',
  en: 'The matter belongs to this agency, or is decided to be transferred',
  cure: {
    zh: '不属于本机关管辖的，作出移送决定，或者申请移送',
    en: 'Decide to transfer what belongs to another agency, or ask for its transfer',
  },
  curedBy: ['jurisdiction/request-transfer'],
  instead: true,
  fields: ['/outcome/kind'],
  // By what the report found, where it says so.
  holds: ({ outcome }, { filing, investigation }) =>
    outcome.kind === 'transfer' ||
    (investigation?.ourJurisdiction ?? filing?.conditions['our-jurisdiction'].affirmed ?? true),
};

/** APL 43(3): the investigation goes on meanwhile, but the decision waits. */
export const recusalsDecided: Provision<Pick<CaseFile, 'recusals'>> = {
  id: 'decision/recusals-decided',
  cites: apl(43, 3),
  also: [samrP(4)],
  says: '当事人提出回避申请的，行政机关应当依法审查，由行政机关负责人决定。决定作出之前，不停止调查',
  en: 'Every recusal that was asked for has been granted or refused',
  cure: { zh: '先对回避申请作出决定', en: 'Decide on the recusal first' },
  curedBy: ['recusal/decide'],
  holds: ({ recusals }) => !recusals.some(({ state }) => state === 'open'),
};

/** Row 9 of the gate: while the police may still take the case, it is not decided here. */
export const noFineAfterCriminalFine: EntryProvision<Pick<CaseFile, 'crimeTransfers'>, MakeDecision> = {
  id: 'decision/no-fine-after-criminal-fine',
  ...notFinedTwice,
  fields: ['/outcome/kind', '/outcome/penalties'],
  holds: ({ outcome }, file) => outcome.kind !== 'penalty' || !finesTwice(outcome.penalties, file),
};

/** The report on which the case is decided says so: there is nothing to punish. */
export const notForFactsNotEstablished: EntryProvision<Pick<CaseFile, 'investigation'>, MakeDecision> = {
  id: 'decision/facts-not-established-not-punished',
  cites: apl(57, 1, 3),
  also: [samrP(60, 1, 3)],
  says: '违法事实不能成立的，不予行政处罚',
  en: 'Facts that the report found not established are not punished',
  cure: {
    zh: '按违法事实不能成立作出决定；有新证据的，重新终结调查',
    en: 'Decide that they are not; for new evidence, conclude the investigation anew',
  },
  fields: ['/outcome/kind'],
  holds: ({ outcome }, { investigation }) =>
    outcome.kind !== 'penalty' || investigation?.proposal.kind !== 'facts-not-established',
};

export const numberOf = ({ number }: MakeDecision, { allotted }: Context): string | undefined =>
  number ?? allotted.documentNumber;

export const documentNumbered: EntryProvision<unknown, MakeDecision> = {
  id: 'decision/document-numbered',
  cites: policy('一文一号；Every document has a number of its own'),
  says: '决定书应当编号，同一机关同一年度不得重复',
  en: 'The document has a number, claimed or set aside for it',
  cure: checkEntry,
  fields: ['/number'],
  holds: (entry, _, context) => filled(numberOf(entry, context)),
};

export const reasonGiven: EntryProvision<unknown, MakeDecision> = {
  id: 'decision/reason-given',
  ...leaderDecides,
  en: 'A decision not to punish, or to hand over, says why',
  cure: { zh: '写明理由', en: 'Give the reason' },
  fields: ['/outcome/kind', '/outcome/reason'],
  holds: ({ outcome }) => outcome.kind === 'penalty' || filled(outcome.reason),
};

/** An alarm, never a bar: a late case can always be finished. */
export const lateWithReason: EntryProvision<Timed, MakeDecision> = {
  id: 'decision/late-with-a-reason',
  cites: apl(60),
  also: [samrP(64, 1)],
  says: '行政机关应当自行政处罚案件立案之日起九十日内作出行政处罚决定',
  en: 'A decision made after its ninety days, extended or not, says why it is late',
  cure: { zh: '填写逾期理由', en: 'Give the reason for the delay' },
  fields: ['/lateReason'],
  holds: ({ lateReason }, file, context) => context.today <= decisionDue(file, context) || filled(lateReason),
};
