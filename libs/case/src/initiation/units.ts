/** Whose case it is within the agency: that of the unit (办案机构) of its handlers, whose head names them and sends it for review. */
import {
  type Context,
  type EntryProvision,
  type Paper,
  type PersonId,
  type Provision,
  forSomebodyElse,
  personIn,
} from '@anjuan/procedure';
import { policy, samrP } from '@anjuan/law';
import type { CaseFile } from '../steps.js';
import { handling, type Handled } from './provisions.js';

type WhoActs = Pick<Context, 'actor' | 'people'>;

/** On a day without units `heads` is absent for who is head of all (ADR 37); who is no unit head is refused as such. */
export const isUnderTheHead = ({ actor, people }: WhoActs, person: PersonId): boolean => {
  const heads = personIn(people, actor.person)?.heads;
  if (heads === undefined || actor.capacity !== 'unit-head') return true;
  const unit = personIn(people, person)?.unit;
  return unit !== undefined && heads.includes(unit);
};

/** Who comes and who goes; those who stay may be of another unit. */
const comingAndGoing = (before: readonly PersonId[], after: readonly PersonId[]): readonly PersonId[] => [
  ...after.filter((person) => !before.includes(person)),
  ...before.filter((person) => !after.includes(person)),
];

export const headOfTheUnit: Provision<Handled> = {
  id: 'initiation/head-of-the-handling-unit',
  cites: policy(
    '办案机构负责人，为承办人员所在机构或者其上级机构的负责人；The head of the handling unit is that of a handler’s unit, or of one above it',
  ),
  also: [samrP(19, 2), samrP(49, 1)],
  says: '指定、更换办案人员和送审、撤回送审，由承办人员所在机构或者其上级机构的负责人办理；当日没有在用内设机构的，由任职未写明所负责机构的办案机构负责人办理',
  en: 'Handlers are named, and the file is sent for review and called back, by the head of the unit of a handler, or of one above it; on a day on which no unit is in force, by a unit head who was granted without a unit',
  noCure: forSomebodyElse,
  holds: (file, context) => {
    const handlers = handling(file);
    return handlers.length === 0 || handlers.some((person) => isUnderTheHead(context, person));
  },
};

/** In an agency of units side by side nobody is head of two: an officer or a case goes from one to another by it. */
type Ordered = Readonly<{ order?: Paper | undefined }>;

const byAnother = {
  zh: '仅指定、更换本机构人员，或者由上级机构负责人办理；没有共同上级机构的，附机关负责人的书面决定（order）',
  en: 'Name and replace officers of the unit alone, or let the head of a unit above do it; where no unit is above both, add the written order of a leader (`order`)',
};

export const handlersOfTheUnit: EntryProvision<
  Handled,
  Ordered & Readonly<{ handlers: readonly PersonId[] }>
> = {
  id: 'initiation/handlers-of-the-unit',
  cites: policy(
    '新指定和被更换的办案人员均属于该机构或者其下级机构，机关负责人书面决定跨机构调整的除外；Who is named anew, and who is replaced, belongs to the unit of the head who does it, or to one below it, unless a leader orders otherwise in writing',
  ),
  also: [samrP(19, 2)],
  says: '办案机构负责人指定、更换本机构或者其下级机构的人员；涉及其他机构人员的，由其共同上级机构的负责人，或者凭机关负责人的书面决定指定、更换',
  en: 'The head of a unit names and replaces officers of it, or of the units below it; others are named and replaced by the head of a unit above both, or under the written order of a leader of the agency',
  cure: byAnother,
  noCure: forSomebodyElse,
  fields: ['/handlers', '/order'],
  holds: ({ handlers, order }, file, context) =>
    order !== undefined ||
    comingAndGoing(handling(file), handlers).every((person) => isUnderTheHead(context, person)),
};

export const checkersOfTheUnit: EntryProvision<
  Pick<CaseFile, 'lead'>,
  Ordered & Readonly<{ checkers: readonly PersonId[] }>
> = {
  id: 'initiation/checkers-of-the-unit',
  cites: policy(
    '新指定和被更换的核查人员均属于该机构或者其下级机构，机关负责人书面决定跨机构调整的除外；Who is named to check a lead, and who is replaced, belongs to the unit of the head who does it, or to one below it, unless a leader orders otherwise in writing',
  ),
  also: [samrP(18), samrP(19, 2)],
  says: '办案机构负责人指定、更换本机构或者其下级机构的核查人员；涉及其他机构人员的，由其共同上级机构的负责人，或者凭机关负责人的书面决定指定、更换',
  en: 'The head of a unit names and replaces checkers of it, or of the units below it; others are named and replaced by the head of a unit above both, or under the written order of a leader of the agency',
  cure: byAnother,
  noCure: forSomebodyElse,
  fields: ['/checkers', '/order'],
  holds: ({ checkers, order }, { lead }, context) =>
    order !== undefined ||
    comingAndGoing(lead?.checkers ?? [], checkers).every((person) => isUnderTheHead(context, person)),
};
