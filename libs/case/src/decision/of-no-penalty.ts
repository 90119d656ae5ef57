/** What a decision not to punish asks: APL 33, 58. */
import { apl, policy, samrP } from '@anjuan/law';
import type { EntryProvision } from '@anjuan/procedure';
import { exemptsNoMore } from '../exemption/exemption.js';
import { legalReviewRequired, type Reviewable } from '../legal-review/required.js';
import { droppedIn, letsOff } from '../penalty/breaches.js';
import { sameOutcome } from '../penalty/heavier.js';
import type { Outcome } from '../penalty/penalty.js';
import type { CaseFile } from '../steps.js';
import type { MakeDecision } from './decision.js';

export const educatedFirst: EntryProvision<Pick<CaseFile, 'education'>, MakeDecision> = {
  id: 'decision/party-educated',
  cites: apl(33, 3),
  also: [samrP(61)],
  says: '对当事人的违法行为依法不予行政处罚的，行政机关应当对当事人进行教育',
  en: 'A party that is not punished has been educated before the decision',
  cure: { zh: '先对当事人进行教育', en: 'Educate the party first' },
  curedBy: ['education/give'],
  fields: ['/outcome/kind', '/outcome/dropped/*/ground'],
  holds: ({ outcome }, { education }) => education !== undefined || !letsOff(outcome),
};

type Reported = Reviewable & Pick<CaseFile, 'investigation'>;

const dropsNoMore = (outcome: Outcome, reviewed: Outcome): boolean =>
  droppedIn(outcome).every(({ breach, ground, with: other }) =>
    droppedIn(reviewed).some((one) => one.breach === breach && one.ground === ground && one.with === other),
  );

/** A review that agreed to a penalty has agreed to no let-off, also where the leaders together wish it. */
export const letOffAsReviewed: EntryProvision<Reported, MakeDecision> = {
  id: 'decision/let-off-as-reviewed',
  cites: policy(
    '需要法制审核的案件，不予处罚、免予处罚、不能成立、移送的决定，对数个违法行为之一的也是，是经审核的处理建议；In a case that needs it, what was legally reviewed is the decision not to punish, also one of several breaches, to let off by a special law, or to hand over, itself',
  ),
  also: [apl(58, 1), samrP(60, 1)],
  says: '需要法制审核的案件，决定不予处罚、免予处罚、违法事实不能成立或者移送的，应当与经法制审核的处理建议一致',
  en: 'A decision not to punish, or to hand over, in a case that needs legal review is the one that the reviewed report proposes',
  cure: {
    zh: '重新终结调查提出该处理建议，并送法制审核',
    en: 'Conclude the investigation anew with that proposal, and have it pass legal review',
  },
  curedBy: ['investigation/conclude', 'legal-review/send'],
  fields: ['/outcome'],
  // One of several breaches as all of them. Without a report `review/investigation-concluded` refuses.
  holds: ({ outcome }, file, context) =>
    file.investigation === undefined ||
    !legalReviewRequired(file, context) ||
    (exemptsNoMore(outcome, file.investigation.proposal) &&
      (outcome.kind === 'penalty'
        ? dropsNoMore(outcome, file.investigation.proposal)
        : sameOutcome(outcome, file.investigation.proposal))),
};
