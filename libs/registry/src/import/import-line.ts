import type { LocalDate } from '@anjuan/law';
import type { PersonChange } from '../person.js';

/** What an import may enter: a person, and what they are granted, issued and qualified by. Nothing of it ends anything. */
export type ImportedChange = Extract<
  PersonChange,
  { type: 'CapacityGranted' | 'UnitJoined' | 'CredentialIssued' | 'QualificationRecorded' }
>;

/** A line of a file, each field as a single entry would have it. Further lines of one staff number are of one person. */
export type ImportLine = Readonly<{
  /** as the file numbers it */
  line: number;
  staffNumber: string;
  name: string;
  changes: readonly ImportedChange[];
  /** Units by their titles: which ones they are says the registry. */
  joins?: Readonly<{ title: string; from: LocalDate }>;
  heads?: string;
}>;

/** The columns by the field they fill in. */
export type ImportColumn =
  | 'staffNumber'
  | 'name'
  | 'capacity'
  | 'from'
  | 'to'
  | 'organisation'
  | 'heads'
  | 'unit'
  | 'unitFrom'
  | 'credential'
  | 'credentialFrom'
  | 'credentialTo'
  | 'legalQualification'
  | 'reviewerSince';

/** What is wrong in a line; without a column in the whole of it, with line 0 in the file. */
export type ImportFault = Readonly<{ line: number; column?: ImportColumn; zh: string; en: string }>;

/** Nothing was entered: one fault is enough. */
export class ImportRefused extends Error {
  override readonly name = 'ImportRefused';
  constructor(readonly faults: readonly ImportFault[]) {
    super(
      '文件有误，未作任何登记：一行有误，全部不登记；The file has faults and nothing was entered: all of it is, or none',
    );
  }
}

const columnOf = {
  CapacityGranted: 'capacity',
  UnitJoined: 'unit',
  CredentialIssued: 'credential',
  QualificationRecorded: 'legalQualification',
} as const satisfies Readonly<Record<ImportedChange['type'], ImportColumn>>;

export const columnOfChange = ({ type }: ImportedChange): ImportColumn => columnOf[type];

export const outrunBefore = ({ line }: Readonly<{ line: number }>): ImportRefused =>
  new ImportRefused([
    {
      line,
      column: 'staffNumber',
      zh: '该工号刚刚由他人登记',
      en: 'Somebody has registered this staff number just now',
    },
  ]);
