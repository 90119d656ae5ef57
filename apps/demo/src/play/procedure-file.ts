/** A scenario of a procedure other than the case: its acts by their names, each with its entry as the API takes it. */
import type { AnyProcedure } from '@anjuan/procedure';
import { procedures } from '@anjuan/record';
import { type CaseFile, type Line, nameOf, outOfOrder, topWithPeople } from './case-file.js';
import { asWritten, fieldsAt, isMapAt, membersAt, type At, type Reader } from './form/node.js';
import { citation, date, flag, list, person, word } from './form/readers.js';
import { fields, record } from './form/record.js';
import { gather } from './form/unreadable.js';
import { agency, people, type Person } from './people-form.js';

const byName: Readonly<Record<string, AnyProcedure>> = Object.fromEntries(
  procedures.filter(({ sideStream }) => sideStream === undefined).map((one) => [one.name, one]),
);

export const isProcedureFile = (top: At): boolean => isMapAt(top) && fieldsAt(top).has('procedure');

type Read = Readonly<{ common: Readonly<{ on: string }>; at: At; line: Line }>;

const lineOf =
  ({ acts }: AnyProcedure): Reader<Read> =>
  (at) => {
    const names = Object.fromEntries(
      Object.entries(acts).map(([name, outline]) => [name, { name, outline }]),
    );
    const form = fields(
      { on: date, act: word(names), by: person, entry: asWritten },
      { refusedBy: list(citation), exactly: flag },
    );
    const { on, act, by, entry, refusedBy, exactly = false } = record(form)(at);
    const line: Line = {
      on,
      act: act.name,
      title: act.outline.title,
      cites: [],
      line: at.line,
      unused: [],
      said: { handlers: [by], joined: [] },
      play: async (scene) => {
        await scene.askAsWritten(by, act.name, entry);
      },
      opens: act.outline.opens ?? false,
      ...(refusedBy && { attempt: { refusedBy, newCase: false, exactly } }),
    };
    return { common: { on }, at, line };
  };

/** Throws CaseFileUnreadable with everything that is not of the form. */
export const readProcedureFile = (
  file: string,
  source: string,
  besides: (uscc: string) => readonly Person[] = () => [],
): CaseFile => {
  const at = topWithPeople(file, source, besides);
  const named = fieldsAt(at).get('procedure') ?? at;
  const procedure = word(byName)(named);
  const lines: Reader<readonly Read[]> = (of) =>
    gather(membersAt(of).map((member) => () => lineOf(procedure)(member)));
  const form = fields({ procedure: word(byName), agency, people, acts: lines }, { attempts: lines });
  const read = record(form)(at);
  gather(outOfOrder(read.acts));
  return {
    name: nameOf(file),
    procedure,
    agency: read.agency,
    people: read.people,
    // The words of a case file that ask for these are not in this form.
    facts: { cause: procedure.title.zh, basis: [], party: { kind: 'entity', name: procedure.title.zh } },
    acts: read.acts.map(({ line }) => line),
    attempts: (read.attempts ?? []).map(({ line }) => line),
  };
};
