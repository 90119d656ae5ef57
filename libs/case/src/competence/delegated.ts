/** What a township or street office (乡镇人民政府、街道办事处) that a province charges with penalties may do in its own name: APL 24. */
import type { Context, EntryProvision, Provision } from '@anjuan/procedure';
import { acl, apl, policy, withinMatters, type Applied, type Delegated } from '@anjuan/law';
import { appliedIn, type Applying } from './applied.js';

const given = ({ delegated = 'its-own' }: Context): readonly Delegated[] | undefined =>
  delegated === 'its-own' ? undefined : delegated;

/** Without a list `delegation/in-force` refuses. */
const listsOf = (context: Context): readonly Delegated[] | undefined => {
  const lists = given(context);
  return lists?.length === 0 ? undefined : lists;
};

/** Several lists add up: each names whole matters. */
const isListed = (applied: readonly Applied[], lists: readonly Delegated[]): boolean =>
  withinMatters(
    applied,
    lists.flatMap(({ matters }) => matters),
  );

/** What it is not charged with belongs to the department of the county that had it before. */
const toTheDepartment = {
  cure: {
    zh: '移送有管辖权的县级人民政府部门；当场发现的，登记案源后移送',
    en: 'Transfer it to the department of the county that is competent; what was found on the spot is entered as a lead and transferred',
  },
  curedBy: ['jurisdiction/request-transfer'],
  instead: true,
} as const;

export const delegationInForce: Provision<unknown> = {
  id: 'delegation/in-force',
  cites: apl(24, 1),
  says: '省、自治区、直辖市根据当地实际情况，可以决定将基层管理迫切需要的县级人民政府部门的行政处罚权交由能够有效承接的乡镇人民政府、街道办事处行使，并定期组织评估。决定应当公布',
  en: 'A township or street office exercises penalty power from the day from which a published decision of the province gives it, and as long as that is in force',
  ...toTheDepartment,
  holds: (_, context) => given(context)?.length !== 0,
};

const onTheList = {
  id: 'delegation/within-the-list',
  cites: apl(24, 2),
  says: '按照规定范围、依照法定程序实施行政处罚',
  en: 'Every provision that the case applies is on a list that the province has charged the office with',
  ...toTheDepartment,
} as const;

const isOnTheList = (applied: readonly Applied[], context: Context): boolean => {
  const lists = listsOf(context);
  return lists === undefined || isListed(applied, lists);
};

export const withinTheList: Provision<Applying> = {
  ...onTheList,
  holds: (file, context) => {
    const applied = appliedIn(file);
    return applied.length === 0 || isOnTheList(applied, context);
  },
};

/** The same of what an entry applies. */
export const entryWithinTheList = <Data>(
  at: EntryProvision<unknown, Data>['fields'],
  applied: (entry: Data) => readonly Applied[],
): EntryProvision<unknown, Data> => ({
  ...onTheList,
  fields: at,
  holds: (entry, _, context) => isOnTheList(applied(entry), context),
});

/** APL 24 speaks of penalties; whether measures go with them is for the decision of the province to say. */
export const measuresDelegated: Provision<Applying> = {
  id: 'delegation/measures-delegated',
  cites: policy(
    '省级决定一并交由行使行政强制措施权的，方可实施；Measures of coercion are taken where the decision of the province gives them too',
  ),
  also: [apl(24, 1), acl(17, 1)],
  says: '乡镇人民政府、街道办事处实施查封、扣押，以省级决定就该事项一并交由行使行政强制措施权为限',
  en: 'A township or street office seals and seizes where the decision gives it measures of coercion in the matter too',
  cure: {
    zh: '请有权的县级人民政府部门协助，或者移送',
    en: 'Ask the department of the county that may to help, or transfer the case',
  },
  curedBy: ['assistance/request', 'jurisdiction/request-transfer'],
  instead: true,
  holds: (file, context) => {
    const lists = listsOf(context);
    if (lists === undefined) return true;
    const applied = appliedIn(file);
    const withMeasures = lists.filter(({ measures }) => measures);
    return applied.length === 0 ? withMeasures.length > 0 : isListed(applied, withMeasures);
  },
};
