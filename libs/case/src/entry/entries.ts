/** What is entered in this step. */
import { blankText, entry, entryNumber, optional, paper, textByField } from '@anjuan/entry';

export const confirmEntrySchema = entry(
  'ConfirmEntry',
  '确认记录；The second officer confirms as themselves.',
  {
    entry: entryNumber([], '记录编号；Number of the entry.'),
    paper: optional(
      paper(
        '签名文书：参加人员已不再任职的，附其签名的文书；The paper signed by whoever took part and has left since.',
        { title: '签名文书；Signed paper' },
      ),
    ),
  },
);

export const correctEntrySchema = entry(
  'CorrectEntry',
  '更正记录；New values for fields of an entry that may be corrected.',
  {
    entry: entryNumber([], '记录编号；Number of the entry.'),
    changes: textByField(20, 5000, '字段的新值；New values by field.'),
    reason: blankText(1000, '理由；The reason.', { title: '理由；Reason' }),
  },
);

export const withdrawEntrySchema = entry('WithdrawEntry', '撤回记录；An entry is withdrawn.', {
  entry: entryNumber([], '记录编号；Number of the entry.'),
  reason: blankText(1000, '理由；The reason.', { title: '理由；Reason' }),
  paper: optional(paper("当事人的书面撤回；The party's written withdrawal.")),
});
