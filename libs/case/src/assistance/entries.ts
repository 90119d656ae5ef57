/** What is entered in this step. */
import { blankLine, blankText, day, entry, entryNumber, optional, paper } from '@anjuan/entry';
import { outsideFields } from '@anjuan/procedure';

export const requestAssistanceSchema = entry(
  'RequestAssistance',
  '发出协助调查函；A letter asks another agency for assistance.',
  {
    ...outsideFields,
    agency: blankLine(200, '协助机关；The agency that is asked.'),
    what: blankText(2000, '协助事项；What it is asked for.'),
    letter: paper('协助调查函；The letter.'),
    receivedOn: optional(day('对方收到之日；Day the other agency received it, where it is known.')),
  },
);

export const recordAssistanceSchema = entry('RecordAssistance', '登记协助调查复函；The answer.', {
  ...outsideFields,
  request: entryNumber(['AssistanceRequested'], '协助调查函的记录编号；Entry number of the request.'),
  paper: paper('复函；The paper that came.'),
});

export const recordDelaySchema = entry(
  'RecordDelay',
  '登记协助调查延期告知；The other agency needs longer.',
  {
    ...recordAssistanceSchema.fields,
    until: day('延期至；Until when.'),
  },
);
