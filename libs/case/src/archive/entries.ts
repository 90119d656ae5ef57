/** What is entered in this step. */
import { blankText, entry, optional } from '@anjuan/entry';

export const archiveCaseSchema = entry('ArchiveCase', '归档；The file is archived.', {
  note: optional(blankText(1000, '备注；A note.')),
});
