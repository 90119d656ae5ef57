/** What the terms of a filing must hold besides the conditions of SAMR-P 19(1): APL 36, 42; SAMR-P 19(2). */
import { type EntryProvision, checkEntry, credentialValid, holdsCapacity } from '@anjuan/procedure';
import { addYears, apl, isLocalDate, nationalConstantsOn, policy, samrP } from '@anjuan/law';
import { requestedTerms } from '../approval/requested-terms.js';
import { appliedBy } from '../competence/applied.js';
import { entryWithinTheList } from '../competence/delegated.js';
import { entryWithinEntrustedMatters } from '../competence/entrusted.js';
import type { OfEvidence } from '../evidence/carrying.js';
import type { CaseFile } from '../steps.js';
import { conditionsMet } from './filing-conditions.js';
import type { Affirmed, Basis, FilingTerms, Marks } from './initiation.js';
import { citizenIdChecked, partyIdentifiedOrDescribed, partyOf, usccChecked } from './party.js';

export const withinLimitation: EntryProvision<
  unknown,
  Pick<FilingTerms, 'act' | 'discoveredOn' | 'endangersLifeOrProperty'>
> = {
  id: 'initiation/found-in-time',
  cites: apl(36, 1),
  says: '违法行为在二年内未被发现的，不再给予行政处罚；涉及公民生命健康安全、金融安全且有危害后果的，上述期限延长至五年',
  en: 'The breach was found within two years of its end; five where life, health or financial safety was harmed',
  cure: {
    zh: '核对违法行为终了之日；超过期限的不予立案',
    en: 'Check the day the act ended; a late case is not filed',
  },
  fields: ['/act/to', '/discoveredOn', '/endangersLifeOrProperty'],
  holds: ({ act, discoveredOn, endangersLifeOrProperty }, _, { today }) => {
    const { years, seriousYears } = nationalConstantsOn(today).limitation;
    return (
      isLocalDate(act.to) &&
      discoveredOn <= addYears(act.to, endangersLifeOrProperty === true ? seriousYears : years)
    );
  },
};

export const datesInOrder: EntryProvision<unknown, Pick<FilingTerms, 'act' | 'discoveredOn'>> = {
  id: 'initiation/dates-in-order',
  cites: policy('日期先后应当合理；Dates stand in their order'),
  says: '违法行为先开始、后终了，发现之日不早于开始之日、不晚于今日',
  en: 'The act begins before it ends; it is found after it began, and not in the future',
  cure: checkEntry,
  fields: ['/act/from', '/act/to', '/discoveredOn'],
  holds: ({ act, discoveredOn }, _, { today }) =>
    act.from <= act.to && act.from <= discoveredOn && discoveredOn <= today,
};

export const twoHandlers: EntryProvision<unknown, Pick<FilingTerms, 'handlers'>> = {
  id: 'initiation/two-handlers',
  cites: samrP(19, 2),
  says: '由办案机构负责人指定两名以上具有行政执法资格的办案人员负责调查处理',
  en: 'At least two officers are named as handlers; one named twice is one',
  cure: { zh: '指定两名不同的办案人员', en: 'Name two different officers' },
  fields: ['/handlers'],
  holds: ({ handlers }) => new Set(handlers).size >= 2 && new Set(handlers).size === handlers.length,
};

export const handlersQualified: EntryProvision<unknown, Pick<FilingTerms, 'handlers'>> = {
  id: 'initiation/handlers-qualified',
  cites: apl(42, 1),
  says: '行政处罚应当由具有行政执法资格的执法人员实施',
  en: 'Every handler is an officer whose credential is valid on the day',
  cure: { zh: '指定执法证在有效期内的人员', en: 'Name officers with valid credentials' },
  fields: ['/handlers'],
  holds: ({ handlers }, _, context) =>
    handlers.every(
      (person) =>
        holdsCapacity(context, person, 'officer') && credentialValid(context, person, context.today),
    ),
};

export const handlersNotInQuestion: EntryProvision<
  Pick<CaseFile, 'recusals'>,
  Pick<FilingTerms, 'handlers'>
> = {
  id: 'initiation/handlers-not-in-question',
  cites: apl(43, 1),
  says: '执法人员与案件有直接利害关系或者有其他关系可能影响公正执法的，应当回避',
  en: 'No handler is named whose recusal was granted or is still undecided',
  cure: { zh: '先决定回避申请，或者指定其他人员', en: 'Decide the recusal first, or name others' },
  curedBy: ['recusal/decide'],
  fields: ['/handlers'],
  holds: ({ handlers }, { recusals }) =>
    !recusals.some(({ person, state }) => state !== 'refused' && handlers.includes(person)),
};

/** Checked on the terms when filing is requested, and again on the same terms when it is approved. */
export const filingDemands: readonly EntryProvision<OfEvidence & Pick<CaseFile, 'recusals'>, FilingTerms>[] =
  [
    ...conditionsMet,
    withinLimitation,
    datesInOrder,
    twoHandlers,
    handlersQualified,
    handlersNotInQuestion,
    partyIdentifiedOrDescribed,
    usccChecked,
    citizenIdChecked,
  ];

type Bases = Pick<FilingTerms, 'basis' | 'handlers'>;
export const filedWithinTheEntrustment = entryWithinEntrustedMatters<Bases>(
  ['/basis', '/handlers'],
  appliedBy,
  ({ handlers }) => handlers,
);
export const filedWithinTheList = entryWithinTheList<Pick<Bases, 'basis'>>(['/basis'], appliedBy);

export const requestedFiling = requestedTerms('filing');

export const basisOf = ({ law, article, says }: Basis): Basis => ({
  law,
  article,
  ...(says !== undefined && { says }),
});

export const marksOf = ({ majorPublicInterest, complex, reviewRequiredByOtherLaw }: Marks): Marks => ({
  ...(majorPublicInterest !== undefined && { majorPublicInterest }),
  ...(complex !== undefined && { complex }),
  ...(reviewRequiredByOtherLaw !== undefined && { reviewRequiredByOtherLaw }),
});

const affirmedOf = ({ affirmed, evidence, note }: Affirmed): Affirmed => ({
  affirmed,
  evidence: [...evidence],
  ...(note !== undefined && { note }),
});

/** The terms field by field: an event holds what it declares and nothing a caller added. */
export const termsOf = (entry: FilingTerms): FilingTerms => ({
  cause: entry.cause,
  party: partyOf(entry.party),
  ...(entry.partyUnknown === true && { partyUnknown: true }),
  ...(entry.partyDescribed !== undefined && { partyDescribed: entry.partyDescribed }),
  basis: entry.basis.map(basisOf),
  handlers: [...entry.handlers],
  act: { from: entry.act.from, to: entry.act.to },
  discoveredOn: entry.discoveredOn,
  conditions: {
    'breach-evidenced': affirmedOf(entry.conditions['breach-evidenced']),
    'penalty-due': affirmedOf(entry.conditions['penalty-due']),
    'our-jurisdiction': affirmedOf(entry.conditions['our-jurisdiction']),
    'within-limitation': affirmedOf(entry.conditions['within-limitation']),
  },
  ...(entry.endangersLifeOrProperty !== undefined && {
    endangersLifeOrProperty: entry.endangersLifeOrProperty,
  }),
  ...(entry.marks !== undefined && { marks: marksOf(entry.marks) }),
});
