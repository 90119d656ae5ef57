/** The columns of a file of people, in the words of its first line. */
import type { ImportColumn } from '@anjuan/registry';

export type ColumnForm =
  Readonly<{ kind: 'line'; most: number }> | Readonly<{ kind: 'day' }> | Readonly<{ kind: 'capacity' }>;

type Column = Readonly<{ zh: string; form: ColumnForm }>;

const line = (zh: string, most: number): Column => ({ zh, form: { kind: 'line', most } });
const day = (zh: string): Column => ({ zh, form: { kind: 'day' } });

/** As the forms of the single entries have them (`registry.dto.ts`). */
export const columns: Readonly<Record<ImportColumn, Column>> = {
  staffNumber: line('工号', 40),
  name: line('姓名', 60),
  capacity: { zh: '身份', form: { kind: 'capacity' } },
  from: day('任职起始日'),
  to: day('任职终止日'),
  organisation: line('受委托组织代码', 18),
  heads: line('负责的内设机构', 60),
  unit: line('所在内设机构', 60),
  unitFrom: day('所在机构起始日'),
  credential: line('执法证号', 60),
  credentialFrom: day('执法证有效期起'),
  credentialTo: day('执法证有效期止'),
  legalQualification: line('法律职业资格证号', 60),
  reviewerSince: day('从事审核起始日'),
};

export const columnNames = Object.keys(columns) as readonly ImportColumn[];

/** By what the first line may call it: the Chinese word, or the name of the field. */
export const columnCalled = (word: string): ImportColumn | undefined =>
  columnNames.find((name) => name === word || columns[name].zh === word);

export const both = (name: ImportColumn): string => `${columns[name].zh} ${name}`;
