/** What is entered in this step. */
import { entry, paper } from '@anjuan/entry';
import { outsideByOfficersFields } from '@anjuan/procedure';

export const educateSchema = entry('Educate', '教育；A party that is not punished is educated.', {
  ...outsideByOfficersFields,
  record: paper('教育笔录；The record.'),
});
