/** A standard that an enterprise declares for its product (企业标准自我声明公开), as the bureau takes it down: ESP 14–16. */
import {
  blankText,
  creditCode,
  day,
  entry,
  line,
  list,
  optional,
  word,
  words,
  type Entry,
} from '@anjuan/entry';
import { addDays, esp, policy } from '@anjuan/law';
import {
  act,
  actsAs,
  capacityHeld,
  capacityHeldToday,
  definedBy,
  filled,
  forSomebodyElse,
  type Due,
  type EntryNumber,
  type EntryProvision,
  type Event,
  type NewOf,
  type Provision,
} from '@anjuan/procedure';

const standardKinds = words({
  mandatory: '强制性标准；Mandatory',
  recommended: '推荐性标准；Recommended',
  association: '团体标准；Of an association',
  enterprise: '企业标准；Of the enterprise',
});
const declaredStandardSchema = entry('DeclaredStandard', '所执行的标准；A standard that is followed.', {
  number: line(100, '标准编号；Its number, such as `GB 14748-2020`.', { personal: false }),
  name: line(200, '标准名称；Its name.', { personal: false }),
  kind: word(standardKinds, '强制性、推荐性、团体、企业标准；Its kind.', { title: '标准种类；Kind' }),
});
export const publishDeclarationSchema = entry(
  'PublishDeclaration',
  '企业标准自我声明；A self-declared standard.',
  {
    enterprise: line(200, '企业名称；The enterprise.'),
    uscc: creditCode('统一社会信用代码；Its unified social credit code.', { personal: false }),
    product: line(200, '产品或者服务；The product or service.'),
    standards: list(declaredStandardSchema, 50, '所执行的标准；The standards that are followed.'),
    figures: optional(blankText(4000, '功能指标、性能指标及对应方法；Figures and their methods.')),
    channel: line(500, '公开渠道的地址；The address where it is public.'),
    publishedOn: day('公开之日；The day on which it was published.'),
    offeredFrom: day('首次提供产品或者服务之日；The first day on which the product or service is offered.'),
  },
);
const withdrawDeclarationSchema = entry(
  'WithdrawDeclaration',
  '撤回自我声明；The withdrawal of a declaration.',
  {
    reason: blankText(500, '理由；The reason.'),
  },
);
/** declaration/publish */
export type PublishDeclaration = Entry<typeof publishDeclarationSchema>;
/** declaration/withdraw */
export type WithdrawDeclaration = Entry<typeof withdrawDeclarationSchema>;

type StandardDeclared = Event<'StandardDeclared', PublishDeclaration>;
type DeclarationWithdrawn = Event<'DeclarationWithdrawn', WithdrawDeclaration>;
export type DeclarationEvent = StandardDeclared | DeclarationWithdrawn;

export type Declaration = Readonly<{
  /** Number of the last entry; -1 before the first. */
  revision: EntryNumber;
  declared?: PublishDeclaration;
  withdrawn?: Readonly<{ entry: EntryNumber; reason: string }>;
}>;

const officerOnly = actsAs({
  id: 'declaration/by-an-officer',
  cites: policy('自我声明由执法人员登记、撤回；An officer takes declarations down and withdraws them'),
  says: '自我声明公开信息由执法人员登记',
  en: 'A declaration is taken down or withdrawn by an officer',
  noCure: forSomebodyElse,
  capacities: ['officer'],
});
export const byOfficer: Provision<unknown> = {
  ...officerOnly,
  cure: { zh: '由执法人员办理', en: 'Let an officer do it' },
};

export const standardNamed: EntryProvision<Declaration, PublishDeclaration> = {
  id: 'declaration/standard-named',
  cites: esp(14, 1),
  says: '企业应当公开其提供产品或者服务所执行的强制性标准、推荐性标准、团体标准或者企业标准的编号和名称',
  en: 'The enterprise publishes number and name of the standards that it follows',
  cure: { zh: '填写所执行标准的编号和名称', en: 'Name at least one standard with its number' },
  fields: ['/standards/*/number', '/standards/*/name'],
  holds: ({ standards }) => standards.some(({ number, name }) => filled(number) && filled(name)),
};

export const figuresPublished: EntryProvision<Declaration, PublishDeclaration> = {
  id: 'declaration/figures-of-own-standard',
  cites: esp(14, 2),
  says: '企业执行自行制定或者联合制定企业标准的，应当公开产品、服务的功能指标和产品的性能指标及对应的试验方法、检验方法或者评价方法',
  en: 'An enterprise that follows a standard of its own publishes figures of function and performance, with their methods',
  cure: { zh: '补充功能指标、性能指标及对应方法', en: 'Give the figures and their methods' },
  fields: ['/standards/*/kind', '/figures'],
  holds: ({ standards, figures }) => standards.every(({ kind }) => kind !== 'enterprise') || filled(figures),
};

export const publishedByNow: EntryProvision<Declaration, PublishDeclaration> = {
  id: 'declaration/published-by-now',
  cites: policy(
    '登记已经公开的自我声明，公开之日不晚于当日；What is taken down has been published, on that day at the latest',
  ),
  says: '登记的自我声明应当已经公开',
  en: 'The declaration is published by the day on which it is taken down',
  cure: { zh: '核对公开之日，或者公开后再登记', en: 'Correct the day, or take it down once it is public' },
  fields: ['/publishedOn'],
  holds: ({ publishedOn }, _, { today }) => publishedOn <= today,
};

export const notWithdrawnYet: Provision<Declaration> = {
  id: 'declaration/not-withdrawn-yet',
  cites: policy('自我声明撤回一次；A declaration is withdrawn once'),
  says: '已撤回的自我声明不再撤回',
  en: 'The declaration has not been withdrawn before',
  cure: {
    zh: '内容有变化的，另行登记新的自我声明',
    en: 'Take down a new declaration where its content has changed',
  },
  curedBy: ['declaration/publish'],
  instead: true,
  holds: ({ withdrawn }) => withdrawn === undefined,
};

export const reasonGiven: EntryProvision<Declaration, WithdrawDeclaration> = {
  id: 'declaration/reason-given',
  cites: policy('撤回应当说明理由；A withdrawal gives its reason'),
  says: '撤回自我声明应当说明理由',
  en: 'A declaration is withdrawn for a stated reason',
  cure: { zh: '填写理由', en: 'Give the reason' },
  fields: ['/reason'],
  holds: ({ reason }) => filled(reason),
};

const acts = {
  'declaration/publish': act<PublishDeclaration, NewOf<StandardDeclared>, Declaration>({
    title: { zh: '登记企业标准自我声明', en: 'Take down a self-declared standard' },
    entry: publishDeclarationSchema,
    by: ['officer'],
    opens: true,
    requires: [byOfficer],
    demands: [standardNamed, figuresPublished, publishedByNow],
    records: 'StandardDeclared',
  }),
  'declaration/withdraw': act<WithdrawDeclaration, NewOf<DeclarationWithdrawn>, Declaration>({
    title: { zh: '撤回企业标准自我声明', en: 'Withdraw a self-declared standard' },
    entry: withdrawDeclarationSchema,
    by: ['officer'],
    requires: [byOfficer, notWithdrawnYet],
    demands: [reasonGiven],
    records: 'DeclarationWithdrawn',
  }),
};

/** Before the product or service is offered (ESP 15(1)); over once it was withdrawn. */
const deadlines = ({ declared, withdrawn }: Declaration): readonly Due[] => {
  if (declared === undefined || withdrawn !== undefined) return [];
  const due = addDays(declared.offeredFrom, -1);
  const met = declared.publishedOn <= due;
  const title = {
    zh: '提供产品或者服务前完成自我声明公开',
    en: 'Public before the product or service is offered',
  };
  const clock = { id: 'declared-before-offered', title, cites: [esp(15, 1)], startedBy: 0, due };
  return [{ ...clock, state: met ? 'met' : 'missed' }];
};

const empty: Declaration = { revision: -1 };

export const declaration = definedBy<'declaration', DeclarationEvent, Declaration, typeof acts>({
  name: 'declaration',
  path: 'declarations',
  title: { zh: '企业标准自我声明', en: 'Self-declared standard' },
  empty,
  always: [capacityHeld, capacityHeldToday],
  acts,
  folds: {
    StandardDeclared: (_, { data }: StandardDeclared) => ({ declared: data }),
    DeclarationWithdrawn: (_, { revision: entry, data: { reason } }: DeclarationWithdrawn) => ({
      withdrawn: { entry, reason },
    }),
  },
  versions: { StandardDeclared: 1, DeclarationWithdrawn: 1 },
  personal: { StandardDeclared: [], DeclarationWithdrawn: [] },
  deadlines,
  register: {
    name: 'declarations',
    title: { zh: '企业标准自我声明', en: 'Self-declared standards' },
    version: '1',
    readers: ['officer', 'unit-head', 'leader', 'principal', 'auditor'],
    shows: ({ declared, withdrawn }) => ({
      enterprise: declared?.enterprise ?? null,
      product: declared?.product ?? null,
      publishedOn: declared?.publishedOn ?? null,
      withdrawn: withdrawn === undefined ? 'no' : 'yes',
    }),
  },
});
