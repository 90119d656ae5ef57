/** What is entered in this step. */
import { entry, paper } from '@anjuan/entry';
import { outsideByHandlersFields } from '../by-handlers.js';

export const educateSchema = entry('Educate', '教育；A party that is not punished is educated.', {
  ...outsideByHandlersFields,
  record: paper('教育笔录；The record.'),
});
