/**
 * Which cases are whose (承办): a row a handler of a case that is not archived. Under row-level security the server seeks
 * no element of an array by an index: it might tell of rows that are not to be seen. A text it does seek.
 */
import { caseProcedure } from '@anjuan/case';
import type { CaseView, ViewCase } from '../../view.js';
import { handlersOf } from '../running-clocks/waits-on.js';

export type HandledCaseRow = Readonly<{ caseId: string; agency: string; person: string }>;

export const handledCasesView: CaseView = {
  of: caseProcedure,
  name: 'handled-cases',
  version: '1',
  columns: `
    case_id text COLLATE "C" NOT NULL,
    agency text NOT NULL,
    person text NOT NULL,
    PRIMARY KEY (case_id, person)`,
  indexes: ['(agency, person, case_id)'],
  rows: ({ id: caseId, agency, file }: ViewCase): readonly HandledCaseRow[] =>
    file.archived ? [] : [...new Set(handlersOf(file))].map((person) => ({ caseId, agency, person })),
};
