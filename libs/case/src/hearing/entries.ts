/** What is entered in this step. */
import {
  blankText,
  day,
  entry,
  line,
  list,
  optional,
  paper,
  people,
  person,
  text,
  word,
  yesOrNo,
} from '@anjuan/entry';
import { outsideFields } from '@anjuan/procedure';
import { closedHearingGrounds, hearingEndGrounds, hearingParts, hearingSuspensionGrounds } from './words.js';
import { servedPaperField, serviceFields } from '../service/entries.js';

export const requestHearingSchema = entry('RequestHearing', '当事人要求听证；The party asks for a hearing.', {
  ...outsideFields,
  paper: optional(paper('书面申请；The written request.')),
});

export const nameHearingHostSchema = entry('NameHearingHost', '指定听证主持人；The host is named.', {
  host: person(['hearing-host'], '听证主持人；The host.'),
  reason: optional(
    blankText(1000, '已有主持人的，更换的理由；Where one is named already, why another one is.', {
      title: '更换的理由；Reason',
    }),
  ),
});

export const serveHearingNoticeSchema = entry(
  'ServeHearingNotice',
  '送达听证通知书；The party is told when and where.',
  {
    ...outsideFields,
    for: day('听证日期；The day of the hearing.'),
    place: text(500, '地点；The place.', { means: 'place' }),
    ...serviceFields,
    paper: servedPaperField,
    open: yesOrNo('公开听证；The hearing is public.'),
    closedBecause: optional(
      word(closedHearingGrounds, '不公开的原因；Why it is not public.', {
        title: '不公开的原因；Why not public',
      }),
    ),
  },
);

export const announceHearingSchema = entry(
  'AnnounceHearing',
  '公告听证；The hearing is announced to the public.',
  {
    ...outsideFields,
    where: optional(blankText(500, '公告处；Where it is announced.', { means: 'place' })),
  },
);

export const hearingPartSchema = entry('HearingPart', '听证参加人；Somebody who took part.', {
  as: word(hearingParts, '身份；As what.'),
  name: line(60, '姓名或者名称；The name.', { personal: 'person' }),
  authorisation: optional(
    paper('代理人的授权委托书和身份证明；Of an agent: the authorisation, with a proof of identity.', {
      title: '授权委托书；Authorisation',
    }),
  ),
  notifiedOn: optional(
    day('通知第三人的日期；Of a third party: the day of the notice.', { title: '通知日期；Notified on' }),
  ),
  asked: optional(
    paper(
      '第三人自行申请参加，或者同意不足七个工作日的，其书面材料；Of a third party: its own application, or its consent to a shorter time.',
      { title: '第三人的申请或者同意；Application or consent' },
    ),
  ),
});

/** A day of the hearing, whether it is the last one or not. */
const hearingDayFields = {
  ...outsideFields,
  record: paper('听证笔录；The record.'),
  recordSigned: yesOrNo('笔录已经签名；The record is signed.'),
  refusalNoted: optional(blankText(1000, '拒绝签名的情况；What was noted when a signature was refused.')),
  assistants: optional(
    people(2, [], '听证员，一至二名；Who helps the host, one or two.', { title: '听证员；Assistants' }),
  ),
  recorder: optional(person([], '主持人指定的记录员；The recorder, whom the host names.')),
  tookPart: optional(
    list(
      hearingPartSchema,
      50,
      '当事人、办案人员以外的听证参加人；Who took part besides the party and the handlers.',
      { title: '听证参加人；Took part' },
    ),
  ),
};

export const holdHearingSchema = entry('HoldHearing', '举行听证；The hearing is held.', hearingDayFields);

export const adjournHearingSchema = entry(
  'AdjournHearing',
  '听证一日未完，另日继续；The hearing is not over on one day, and goes on on another.',
  {
    ...hearingDayFields,
    goesOn: optional(
      day(
        '继续听证的日期，已当场告知各方的应当填写；The day on which it goes on, where everybody was told.',
        {
          title: '继续的日期；Goes on on',
        },
      ),
    ),
    place: optional(
      text(500, '地点，与原通知不同的；The place, where it is another one.', { means: 'place' }),
    ),
    everybodyTold: yesOrNo(
      '已当场告知各方继续听证的日期和地点；否则重新送达听证通知书。Everybody was told at once when and where it goes on; else a new notice is served.',
      { title: '已当场告知各方；Everybody told' },
    ),
  },
);

export const reportHearingSchema = entry('ReportHearing', "听证报告；The host's report.", {
  report: paper('听证报告；The report.'),
  opinion: blankText(5000, "处理意见；The host's opinion."),
});

export const endHearingSchema = entry('EndHearing', '终止听证；The hearing ends without being held.', {
  ground: word(
    hearingEndGrounds,
    '撤回、不到场、中途退场、当事人终止；Withdrawn, absent, left, the party came to an end.',
    { title: '终止的原因；Ground' },
  ),
  reason: blankText(1000, '理由；The reason.', { title: '理由；Reason' }),
  paper: optional(paper('文书；The paper.')),
});

export const callOffHearingSchema = entry(
  'CallOffHearing',
  '因其他情形终止听证；The hearing ends because nothing is left to be heard.',
  {
    reason: text(1000, '理由：不再拟给予该处罚、公安机关已经立案等；The reason.', { title: '理由；Reason' }),
    paper: paper('终止听证通知书；The paper that tells the party.', { title: '终止听证通知书；Paper' }),
  },
);

export const handOverHearingFileSchema = entry(
  'HandOverHearingFile',
  '向听证主持人移送案卷；The file is handed to the host.',
  {
    ...outsideFields,
  },
);

export const suspendHearingSchema = entry('SuspendHearing', '中止听证；The hearing stands still.', {
  ground: word(
    hearingSuspensionGrounds,
    '不可抗力、待定承受人、回避申请、新的证人或者鉴定、其他；Why (SAMR-H 26).',
    { title: '中止的原因；Ground' },
  ),
  reason: blankText(1000, '理由；The reason.', { title: '理由；Reason' }),
});

export const resumeHearingSchema = entry('ResumeHearing', '恢复听证；The hearing goes on.', {
  reason: blankText(1000, '理由；The reason.', { title: '理由；Reason' }),
});
