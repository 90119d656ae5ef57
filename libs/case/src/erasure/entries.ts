/** What is entered in this step. */
import { blankText, entry, entryNumber, entryNumbers, optional, wordsOf } from '@anjuan/entry';
import { personalKinds } from '../personal-data.js';

export const askErasureSchema = entry('AskErasure', '申请删除个人信息；An erasure is asked for.', {
  kinds: wordsOf(
    personalKinds,
    1,
    '举报人、当事人、被询问人、证据提供人、见证人；reporter, party, person, provider, witness',
    { title: '谁的个人信息；Whose data' },
  ),
  ground: blankText(
    500,
    '依据和理由，例如本人申请、保管期满；the ground, such as a request of the person or the end of the retention period',
  ),
  withdrawn: optional(
    entryNumbers(
      100,
      [],
      '只删除这些误录、已撤回的记录中的信息；Only what these entries hold, which were withdrawn as wrong.',
      { title: '已撤回的记录；Withdrawn entries' },
    ),
  ),
});

export const orderErasureSchema = entry('OrderErasure', '决定删除个人信息；An erasure is ordered.', {
  asked: entryNumber(['ErasureAsked'], '申请的编号；Number of the request.'),
});
