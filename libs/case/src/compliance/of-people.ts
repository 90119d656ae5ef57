/** Fatal faults of powers, people and party: (1)–(4), (18), (21) of the list. */
import { apl, dayOf, policy, samrP } from '@anjuan/law';
import type { CaseEvent } from '../case-event.js';
import { codesInDoubt, codesUnsettled } from '../initiation/party.js';
import { investigatedBy } from '../review/separation.js';
import type { CaseFile } from '../steps.js';
import {
  forPeople,
  met,
  notApplicable,
  notFiled,
  notMet,
  open,
  outcomeAsMade,
  seenByPeople,
  standingEvents,
  type Fault,
  type Found,
  type Measured,
} from './finding.js';

const elsewhere = ({ jurisdiction: { disputes, transfer } }: CaseFile) => {
  const last = disputes.at(-1);
  if (transfer !== undefined)
    return {
      why: { zh: '案件已批准移送管辖', en: 'the case goes to another agency' },
      since: transfer.entry,
      entry: transfer.entry,
    };
  if (last === undefined || last.settled?.ours === true) return undefined;
  return last.settled === undefined
    ? {
        why: { zh: '管辖争议尚未解决', en: 'a dispute on jurisdiction is open' },
        since: last.entry,
        entry: last.entry,
      }
    : {
        why: { zh: '管辖已确定归其他机关', en: 'another agency was found competent' },
        since: last.entry,
        entry: last.settled.entry,
      };
};

/**
 * SAMR-P 13, 14: a dispute and a transfer are the lawful way; a fault is a decision in spite of them. What follows a
 * decision to transfer carries it out (SAMR-P 60(1)(4)).
 */
const disputed = (of: Measured): Found | undefined => {
  const { decision } = of.file;
  const found = elsewhere(of.file);
  if (found === undefined) return undefined;
  if (decision !== undefined && transfers(of) && decision.entry < found.since) return undefined;
  return decision === undefined
    ? open(found.why, found.entry)
    : notMet(found.why, found.entry, decision.entry);
};

const transfers = (of: Measured): boolean => outcomeAsMade(of)?.kind === 'transfer';

/** APL 22, SAMR-P 60(1)(4): what the report found to be another's is decided to be transferred. */
const decidedForOthers = (of: Measured): Found | undefined => {
  const { investigation, decision } = of.file;
  if (decision === undefined || investigation?.ourJurisdiction !== false || transfers(of)) return undefined;
  return notMet(
    { zh: '调查认定不属于本机关管辖而未移送', en: 'found to be another agency’s and not transferred' },
    investigation.entry,
    decision.entry,
  );
};

const power = (of: Measured): Found => {
  const { filing, summary } = of.file;
  const began = filing?.entry ?? summary?.entry;
  if (began === undefined) return notApplicable(notFiled);
  const others = disputed(of) ?? decidedForOthers(of);
  if (others !== undefined) return others;
  return filing?.conditions['our-jurisdiction'].affirmed === false
    ? notMet({ zh: '立案时未认定属于本机关管辖', en: 'filed without affirming jurisdiction' }, began)
    : met(began);
};

/** As the entry itself says: who acted as an officer, under a credential valid on its day. */
const valid = ({ occurredAt }: CaseEvent, { credential }: CaseEvent['actors'][number]): boolean => {
  const day = dayOf(occurredAt);
  return credential !== undefined && credential.validFrom <= day && day <= credential.validTo;
};

const staffing = (of: Measured): Found => {
  const events = standingEvents(of);
  const together = events.filter(({ data }) => 'officers' in data);
  const officersOf = ({ actors }: CaseEvent) => actors.filter(({ capacity }) => capacity === 'officer');
  const expired = events.filter((event) => officersOf(event).some((actor) => !valid(event, actor)));
  const tooFew = together.filter((event) => new Set(officersOf(event).map(({ person }) => person)).size < 2);
  const waiting = of.file.entries.filter(({ awaits, state }) => awaits.length > 0 && state !== 'withdrawn');
  if (expired.length > 0)
    return notMet({ zh: '执法证件无效', en: 'a credential was not valid' }, ...numbers(expired));
  if (tooFew.length > 0)
    return notMet({ zh: '执法人员少于两人', en: 'fewer than two officers acted' }, ...numbers(tooFew));
  if (waiting.length > 0)
    return notMet(
      { zh: '第二名执法人员尚未确认', en: 'the second officer has not confirmed' },
      ...waiting.map(({ entry }) => entry),
    );
  return together.length === 0
    ? notApplicable({ zh: '尚无须两人实施的行为', en: 'nothing was done yet that takes two officers' })
    : met(...numbers(together));
};

const numbers = (events: readonly CaseEvent[]) => events.map(({ revision }) => revision);

const sameName = ({ file: { filing, summary } }: Measured): Found => {
  const named = filing?.entry ?? summary?.entry;
  return named === undefined ? notApplicable(notFiled) : forPeople(seenByPeople, named);
};

const rightParty = ({
  file: {
    filing,
    summary,
    party: { since },
  },
}: Measured): Found => {
  const named = filing ?? summary;
  if (named === undefined) return notApplicable(notFiled);
  const { party } = named;
  const entry = since ?? named.entry;
  if (filing?.partyUnknown === true)
    return open({ zh: '当事人身份尚未查明', en: 'nobody knows yet who the party is' }, entry);
  const doubtful = codesInDoubt(party);
  if (codesUnsettled(party).length > 0)
    return notMet({ zh: '当事人代码未通过校验', en: 'the code of the party fails its check digit' }, entry);
  return doubtful.length > 0
    ? forPeople({ zh: '代码未通过校验，按所填理由保留', en: 'a code that fails its check was kept' }, entry)
    : forPeople(seenByPeople, entry);
};

const votes = ({ file }: Measured): Found => {
  const { discussions } = file;
  if (discussions.length === 0) return notApplicable({ zh: '未集体讨论', en: 'not discussed' });
  const own = discussions.filter(({ opinions }) =>
    opinions.some(({ person }) => investigatedBy(file, person)),
  );
  return own.length > 0
    ? notMet({ zh: '办案人员参与表决', en: 'an investigator voted' }, ...own.map(({ entry }) => entry))
    : met(...discussions.map(({ entry }) => entry));
};

const reviewer = ({ file }: Measured): Found => {
  const answers = file.reviews.flatMap(({ answer, answeredBy }) =>
    answer === undefined || answeredBy === undefined ? [] : [{ answer, answeredBy }],
  );
  const waiting = file.reviews.at(-1);
  if (answers.length === 0)
    return waiting === undefined
      ? notApplicable({ zh: '尚未送审', en: 'nothing was sent for review yet' })
      : open({ zh: '审核意见尚未作出', en: 'the review is still to come' }, waiting.entry);
  const own = answers.filter(({ answeredBy }) => investigatedBy(file, answeredBy));
  return own.length > 0
    ? notMet(
        { zh: '办案人员审核了本案', en: 'an investigator reviewed the case' },
        ...own.map(({ answer }) => answer),
      )
    : met(...answers.map(({ answer }) => answer));
};

export const ofPeople: readonly Fault[] = [
  {
    id: 'beyond-powers',
    item: 1,
    title: { zh: '超越职权或者以错误的名义实施', en: 'acting outside powers or in the wrong name' },
    cites: [apl(17), apl(22), apl(38, 1)],
    points: ['body', 'powers'],
    measure: power,
  },
  {
    id: 'too-few-officers',
    item: 2,
    title: {
      zh: '执法人员少于两人或者证件失效',
      en: 'fewer than two qualified officers, or an expired credential',
    },
    cites: [apl(42, 1)],
    points: ['officers', 'procedure'],
    measure: staffing,
  },
  {
    id: 'party-name-inconsistent',
    item: 3,
    title: { zh: '当事人名称前后不一致', en: 'the name of the party is inconsistent' },
    cites: [apl(59, 1, 1)],
    points: ['facts', 'documents'],
    measure: sameName,
  },
  {
    id: 'wrong-party',
    item: 4,
    title: { zh: '当事人认定错误', en: 'the wrong party' },
    cites: [apl(40), apl(59, 1, 1)],
    points: ['facts'],
    measure: rightParty,
  },
  {
    id: 'investigators-voted',
    item: 18,
    title: { zh: '调查人员参与表决', en: 'investigators voted' },
    cites: [policy('办案人员汇报案情，不参与表决；Handlers report the case and do not vote')],
    points: ['procedure'],
    measure: votes,
  },
  {
    id: 'investigator-reviewed',
    item: 21,
    title: { zh: '调查人员审核本案', en: 'an investigator was the reviewer' },
    cites: [samrP(49, 3)],
    points: ['procedure'],
    measure: reviewer,
  },
];
