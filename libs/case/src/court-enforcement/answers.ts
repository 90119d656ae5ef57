/** What the court says, and what may be said against it: ACL 56–58. */
import { acl, dayOf } from '@anjuan/law';
import { happenedAt, type EntryProvision, type Outside, type Provision } from '@anjuan/procedure';
import type { Application, CourtAnswer, RecordCourtAnswer } from './court-enforcement.js';
import { order } from './provisions.js';
import { applicationOf, isRefusal, lastAnswerOf, type Enforced } from './standing.js';

/** What the party says is not earlier than the reminder; nor what follows the application than it. */
export const afterTheApplication: EntryProvision<Enforced, Outside> = {
  ...order,
  holds: (entry, file, context) => {
    const { on, answers = [] } = applicationOf(file) ?? {};
    return (answers.at(-1)?.on ?? on ?? '') <= dayOf(happenedAt(entry, context));
  },
};

export const applied: Provision<Enforced> = {
  id: 'court-enforcement/applied',
  cites: acl(56, 1),
  says: '人民法院接到行政机关强制执行的申请，应当在五日内受理',
  en: 'The court was asked',
  cure: { zh: '先申请强制执行', en: 'Apply to the court first' },
  curedBy: ['court-enforcement/apply'],
  holds: (file) => applicationOf(file) !== undefined,
};

/** What may follow; after a refusal only when the higher court was applied to. */
const follows = ({ answers }: Application): readonly CourtAnswer[] => {
  const last = answers.at(-1);
  switch (last?.answer) {
    case undefined:
      return ['accepted', 'refused'];
    case 'accepted':
      return ['ordered', 'not-enforced'];
    case 'ordered':
      return ['ended'];
    case 'refused':
      return last.challenged === undefined ? [] : ['accepted', 'refused'];
    case 'not-enforced':
      return last.challenged === undefined ? [] : ['ordered', 'not-enforced'];
    case 'ended':
      return [];
  }
};

export const answersInOrder: EntryProvision<Enforced, RecordCourtAnswer> = {
  id: 'court-enforcement/answers-in-order',
  cites: acl(57),
  also: [acl(56), acl(58)],
  says: '人民法院对行政机关强制执行的申请进行书面审查，自受理之日起七日内作出执行裁定',
  en: 'The court accepts or refuses, then rules, then ends the execution; another answer after a refusal is that of the higher court',
  cure: {
    zh: '核对法院裁定的种类；法院不予受理、不予执行的，先向上一级人民法院申请复议',
    en: "Check which of the court's answers it is; after a refusal ask the higher court first",
  },
  curedBy: ['court-enforcement/ask-higher-court'],
  fields: ['/answer'],
  holds: ({ answer }, file) => {
    const last = applicationOf(file);
    return last === undefined || follows(last).includes(answer);
  },
};

export const refusedByCourt: Provision<Enforced> = {
  id: 'court-enforcement/refused-by-the-court',
  cites: acl(58, 3),
  also: [acl(56, 2)],
  says: '行政机关对人民法院不予执行的裁定有异议的，可以自收到裁定之日起十五日内向上一级人民法院申请复议',
  en: 'The court has refused, and the higher court has not been asked yet',
  curedBy: ['court-enforcement/record-court-answer'],
  holds: (file) =>
    isRefusal(lastAnswerOf(file)) && applicationOf(file)?.answers.at(-1)?.challenged === undefined,
};
