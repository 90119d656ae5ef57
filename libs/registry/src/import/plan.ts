/** What a file would enter, and everything that is wrong with it: against the registry and within itself. */
import { folded, type LocalDate } from '@anjuan/law';
import { people } from '../changeables.js';
import { entrustmentFits, type Entrustment } from '../entrustments.js';
import { grantsTwice } from './grants-twice.js';
import type { Person, Standing } from '../person.js';
import { RegistryRefusal } from '../registry-refusal.js';
import { unitsFit, type Unit } from '../units.js';
import { bytesOfAll, mostBytesRecorded } from './accepted.js';
import { CredentialsInFile } from './credentials-in-file.js';
import {
  columnOfChange,
  type ImportColumn,
  type ImportedChange,
  type ImportFault,
  type ImportLine,
} from './import-line.js';
import { withItsUnits } from './units-in-file.js';

export type Against = Readonly<{
  agency: string;
  /** Every one that the agency ever had. */
  units: readonly Unit[];
  entrustments: readonly Entrustment[];
  /** People of the agency whom the file names, by their folded staff number. */
  known: ReadonlyMap<string, Person>;
  /** Everybody, of every agency. */
  everybody: readonly Standing[];
  /** Who imports. */
  by: string;
  today: LocalDate;
}>;

/** `person`: of somebody who is registered already. */
export type PlannedLine = ImportLine & Readonly<{ person?: string }>;
export type Plan = Readonly<{ lines: readonly PlannedLine[]; faults: readonly ImportFault[] }>;

const newcomer = (agency: string, { staffNumber, name }: ImportLine): Person => ({
  person: '',
  agency,
  staffNumber,
  name,
  capacities: [],
  units: [],
  credentials: [],
  qualifications: [],
  accounts: [],
  signedOut: [],
  proposals: [],
});

const fault = (line: number, column: ImportColumn, zh: string, en: string): ImportFault => ({
  line,
  column,
  zh,
  en,
});

/** One person of the file, line by line. */
class Course {
  #so: Person;
  readonly #made = new Map<string, number>();
  readonly #first: ImportLine;
  readonly #known: Person | undefined;

  constructor(
    first: ImportLine,
    private readonly against: Against,
    private readonly credentials: CredentialsInFile,
  ) {
    this.#first = first;
    this.#known = against.known.get(folded(first.staffNumber));
    this.#so = this.#known ?? newcomer(against.agency, first);
  }

  get person(): string | undefined {
    return this.#known?.person;
  }

  /** `lacks`: something of the line is wrong already, and left out. */
  faultsOf(line: ImportLine, lacks: boolean): readonly ImportFault[] {
    const ofPerson = this.#faultOfPerson(line);
    if (ofPerson) return [ofPerson];
    if (!lacks && line.changes.length === 0 && (this.#known || line.line !== this.#first.line))
      return [
        fault(
          line.line,
          'staffNumber',
          '该工号已登记，本行没有新的内容',
          'This staff number is registered already, and the line enters nothing more',
        ),
      ];
    return line.changes.flatMap((change) => this.#faultOf(line, change) ?? []);
  }

  #faultOfPerson({ line, name }: ImportLine): ImportFault | undefined {
    if (this.#known?.person === this.against.by)
      return fault(line, 'staffNumber', '不得为本人登记', 'Nobody enters their own capacities');
    if (this.#known && this.#known.name !== name)
      return fault(
        line,
        'name',
        '该工号已登记，姓名与登记不符；姓名有误的，以更正登记办理',
        'This staff number is registered already, under another name: a wrong name is corrected, not imported',
      );
    const first = this.#first;
    if (!this.#known && first.name !== name)
      return fault(
        line,
        'name',
        `与第 ${String(first.line)} 行同一工号，姓名不同`,
        `The same staff number as in line ${String(first.line)}, under another name`,
      );
    return undefined;
  }

  #faultOf({ line }: ImportLine, change: ImportedChange): ImportFault | undefined {
    const column = columnOfChange(change);
    const text = JSON.stringify(change);
    const before = this.#made.get(text);
    if (before !== undefined)
      return fault(
        line,
        column,
        `与第 ${String(before)} 行重复`,
        `Line ${String(before)} says the same already`,
      );
    this.#made.set(text, line);
    if (grantsTwice(this.#so, change))
      return fault(
        line,
        column,
        '该人员已有此项登记，或者此项正待批准',
        'The person has this already, or it waits for approval',
      );
    return this.#refusalOf(line, change);
  }

  /** As the entry itself would be refused; what is proposed counts as if it were approved. */
  #refusalOf(line: number, change: ImportedChange): ImportFault | undefined {
    try {
      people.check(this.#so, change, this.against.today);
      unitsFit(this.against.units, change);
      entrustmentFits(this.against.entrustments, change);
      this.credentials.claim({ line, of: this.#first.staffNumber, person: this.#known?.person }, change);
    } catch (error) {
      if (!(error instanceof RegistryRefusal)) throw error;
      return { line, column: columnOfChange(change), ...said(error) };
    }
    this.#so = people.inForce(this.#so, change, this.against.today);
    return undefined;
  }
}

/** A refusal says Chinese first, then English. */
const said = ({ message }: RegistryRefusal): Readonly<{ zh: string; en: string }> => {
  const end = message.lastIndexOf('。') + 1;
  return { zh: message.slice(0, end), en: message.slice(end) };
};

/** It is recorded in one append, or not at all. */
const tooLarge = (lines: readonly ImportLine[]): readonly ImportFault[] => {
  const bytes = bytesOfAll(lines);
  if (bytes <= mostBytesRecorded) return [];
  const [is, most] = [String(bytes), String(mostBytesRecorded)];
  return [
    {
      line: 0,
      zh: `文件内容过多：一次登记至多 ${most} 字节，本文件为 ${is} 字节，请分成几个文件`,
      en: `Too much for one import: ${most} bytes are recorded at a time, and this file comes to ${is}; divide it into several files`,
    },
  ];
};

export const planOf = (given: readonly ImportLine[], against: Against): Plan => {
  const courses = new Map<string, Course>();
  const credentials = new CredentialsInFile(against.everybody, against.agency);
  const named = given.map((line) => withItsUnits(line, against.units));
  const lines = named.map(({ line }) => line);
  const faults: ImportFault[] = [...tooLarge(lines)];
  const planned = named.map(({ line, faults: ofUnits }) => {
    const number = folded(line.staffNumber);
    const course = courses.get(number) ?? new Course(line, against, credentials);
    courses.set(number, course);
    faults.push(...ofUnits, ...course.faultsOf(line, ofUnits.length > 0));
    return { ...line, ...(course.person !== undefined && { person: course.person }) };
  });
  return { lines: planned, faults };
};
