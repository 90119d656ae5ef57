/** Fatal faults of sealing and seizure: (13), (16), (25) of the list. */
import { acl, dayOf } from '@anjuan/law';
import {
  forPeople,
  met,
  notApplicable,
  notMet,
  standingEvents,
  type Fault,
  type Found,
  type Measured,
} from './finding.js';

const none = { zh: '未采取查封、扣押', en: 'nothing was sealed or seized' };
const taken = ({ file: { seizures } }: Measured) => seizures.map(({ entry }) => entry);

const related = (of: Measured): Found =>
  taken(of).length === 0
    ? notApplicable(none)
    : forPeople(
        { zh: '须核对物品与案件的关系', en: 'whether the things belong to the case is for people to see' },
        ...taken(of),
      );

/** ACL 18(7). The scene record (现场笔录) is bound to the measure; before it was, an entry of its own of that day. */
const onTheSpot = (of: Measured): Found => {
  const events = standingEvents(of);
  const seized = events.filter(
    (event) => event.type === 'ItemsSeized' || event.type === 'ItemsSeizedUrgently',
  );
  if (seized.length === 0) return notApplicable(none);
  const untold = seized.filter(({ data }) => !data.rightsTold || !data.statementHeard);
  if (untold.length > 0)
    return notMet(
      { zh: '当场未告知权利或者未听取意见', en: 'rights were not told on the spot, or nobody was heard' },
      ...untold.map(({ revision }) => revision),
    );
  const recorded = events
    .filter(({ type }) => type === 'SceneRecorded')
    .map(({ occurredAt }) => dayOf(occurredAt));
  const unrecorded = seized.filter(
    ({ data, occurredAt }) => data.sceneRecord === undefined && !recorded.includes(dayOf(occurredAt)),
  );
  return unrecorded.length > 0
    ? notMet(
        { zh: '没有现场笔录', en: 'there is no scene record' },
        ...unrecorded.map(({ revision }) => revision),
      )
    : met(...seized.map(({ revision }) => revision));
};

const overdue = (of: Measured): Found => {
  if (taken(of).length === 0) return notApplicable(none);
  const late = of.deadlines.filter(({ id, state }) => id === 'seizure-term' && state === 'missed');
  const still = late.filter(({ metBy }) => metBy === undefined);
  if (still.length > 0)
    return notMet(
      { zh: '查封、扣押逾期未解除', en: 'a seizure is over its term and not lifted' },
      ...still.map(({ startedBy }) => startedBy),
    );
  return late.length > 0
    ? notMet(
        { zh: '查封、扣押期满后才解除', en: 'a seizure was lifted only after its term' },
        ...late.map(({ startedBy }) => startedBy),
      )
    : met(...taken(of));
};

export const ofMeasures: readonly Fault[] = [
  {
    id: 'unrelated-things-seized',
    item: 13,
    title: { zh: '查封、扣押与案件无关的财物', en: 'sealing things unrelated to the case' },
    cites: [acl(23, 1)],
    points: ['procedure', 'powers'],
    measure: related,
  },
  {
    id: 'seizure-not-recorded',
    item: 16,
    title: {
      zh: '查封、扣押当场未告知权利或者没有现场笔录',
      en: 'sealing without telling rights on the spot, or without a scene record',
    },
    cites: [acl(18)],
    points: ['procedure'],
    measure: onTheSpot,
  },
  {
    id: 'seizure-overdue',
    item: 25,
    title: { zh: '查封、扣押超期', en: 'sealing overdue without lifting or extension' },
    cites: [acl(25), acl(28)],
    points: ['procedure'],
    measure: overdue,
  },
];
