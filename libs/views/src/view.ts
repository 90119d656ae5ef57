import type { CaseEvent, CaseFile } from '@anjuan/case';
import type { Instant } from '@anjuan/event-store';
import type { AgencyLists } from '@anjuan/law';
import type { AnyProcedure, Event, Procedure } from '@anjuan/procedure';

/** A record as a view sees it: replayed up to some revision; what is hidden from every reader is left out. */
export type ViewRecord<Recorded = Event<string, unknown>, File = unknown> = Readonly<{
  procedure: AnyProcedure;
  id: string;
  agency: string;
  /** The kind of bureau the agency is registered as; absent where no registration is known. */
  domain?: string;
  /** Six digits of GB/T 2260, as it is registered. */
  region?: string;
  /** of the last event taken */
  revision: number;
  /** of the last event taken */
  recordedAt: Instant;
  file: File;
  /** Every event, withdrawn ones too, with the agency's lists it was recorded under. */
  history: readonly Readonly<{ event: Recorded; lists: AgencyLists }>[];
}>;
export type ViewCase = ViewRecord<CaseEvent, CaseFile>;

/** A row's fields are the table's columns, written in snake case there; days and instants are ISO text. */
export type ViewRow = Readonly<Record<string, unknown>>;

/**
 * A list that is derived from the records of one procedure and can always be built anew. Readers of another version may meet its rows
 * while a new version fills: columns are added and never change meaning; a list that changes meaning gets a new name.
 */
export type View<
  Recorded extends Event<string, unknown> = Event<string, unknown>,
  File = unknown,
> = Readonly<{
  name: string;
  of: Procedure<string, Recorded, File>;
  /** Of its code and of the dated data it uses: another version is another table, filled from the beginning. */
  version: string;
  /** SQL between the brackets of CREATE TABLE; one column is that of `keyOf`. */
  columns: string;
  /** The part of CREATE INDEX after the table's name. */
  indexes: readonly string[];
  /** Pure: the rows of one record, which replace those it had. */
  rows(of: ViewRecord<Recorded, File>): readonly ViewRow[];
}>;
export type CaseView = View<CaseEvent, CaseFile>;

/** The column of the id of the record that a row is of, such as `case_id`. */
export const keyOf = ({ of }: Pick<View, 'of'>): string => `${sqlName(of.name)}_id`;

/** One table of a view: a rebuild on demand fills the next build of the same version while the active one is read. */
export type Build = Readonly<{ view: View; build: number }>;

type Table = Readonly<{ name: string; version: string; build?: number }>;

const sqlName = (text: string): string => text.toLowerCase().replaceAll(/[^a-z0-9]+/g, '_');

/** The name of the SQL view, in schema `views`, that shows the active build, with the additional column `parked`. */
export const servedAs = ({ name }: Pick<View, 'name'>): string => `views.${sqlName(name)}`;

export const tableOf = ({ name, version, build = 1 }: Table): string =>
  `views.${sqlName(name)}_v${sqlName(version)}${build === 1 ? '' : `_b${build}`}`;

export const tableOfBuild = ({ view: { name, version }, build }: Build): string =>
  tableOf({ name, version, build });
