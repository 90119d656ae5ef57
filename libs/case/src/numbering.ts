/** Numbers of the agency that an act takes: set aside by the program, or claimed because a paper bears them. */
import type { Numbers } from '@anjuan/procedure';
import type { ActName, EntryOf } from './case.js';
import type { CaseFile } from './steps.js';

type Numbering = { readonly [Name in ActName]?: (entry: EntryOf<Name>, file: CaseFile) => Numbers };

const onTheSpot = ({ number }: EntryOf<'summary-procedure/decide'>): Numbers =>
  number === undefined
    ? { allot: ['case', 'document'] }
    : { allot: ['case'], claim: { kind: 'document', number } };

const numbering: Numbering = {
  'initiation/approve-filing': () => ({ allot: ['case'] }),
  'decision/make': ({ number }) =>
    number === undefined ? { allot: ['document'] } : { claim: { kind: 'document', number } },
  'summary-procedure/decide': onTheSpot,
  'summary-procedure/decide-on-lead': onTheSpot,
};

/** What the edge sets aside or claims before it asks the law; released when the law refuses. */
export const numbersFor = <Name extends ActName>(name: Name, entry: EntryOf<Name>, file: CaseFile): Numbers =>
  numbering[name]?.(entry, file) ?? {};
