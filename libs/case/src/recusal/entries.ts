/** What is entered in this step. */
import { entry, entryNumber, optional, paper, person, text, word, yesOrNo } from '@anjuan/entry';
import { outsideFields } from '@anjuan/procedure';
import { recusalSources } from './words.js';

export const requestRecusalSchema = entry(
  'RequestRecusal',
  '回避申请；The party, or the person, asks that somebody steps aside.',
  {
    ...outsideFields,
    person: person([], '应当回避的人员；Who is to step aside.'),
    askedBy: word(recusalSources, '当事人申请或者本人申请；Asked by the party, or by the person.', {
      title: '申请人；Asked by',
    }),
    ground: text(1000, '事由；The ground.'),
    paper: optional(paper('当事人的申请；The application of the party.')),
  },
);

export const decideRecusalSchema = entry('DecideRecusal', '回避决定；A leader grants or refuses a recusal.', {
  request: entryNumber(['RecusalRequested'], '回避申请的记录编号；Entry number of the request.'),
  granted: yesOrNo('决定回避；Granted.'),
  reason: text(1000, '理由；The reason.', { title: '理由；Reason' }),
  minutes: optional(paper('集体讨论记录；Signed minutes of the leaders, for the principal.')),
  replacement: optional(person(['officer'], '接替的办案人员；Who handles the case instead.')),
});
