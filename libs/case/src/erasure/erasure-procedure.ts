import type { PersonalValue, Procedure } from '@anjuan/procedure';
import { requiredOfEveryAct } from '../case-act.js';
import { begunUnder, caseProcedure } from '../case-procedure.js';
import { emptyFile, type CaseFile } from '../steps.js';
import {
  decideErasure,
  erasureActs,
  erasuresOf,
  erasureVersions,
  type ErasureEvent,
  type ErasureFile,
} from './erasure.js';

const fileOf = (
  base: CaseFile,
  personal: readonly PersonalValue[],
  own: readonly ErasureEvent[],
): ErasureFile => ({ ...base, personal, erasures: erasuresOf(own) });

/** Erasure of personal data (个人信息删除) of a case, in a side stream of the case. */
export const erasureProcedure: Procedure<'erasure', ErasureEvent, ErasureFile> = {
  name: 'erasure',
  path: 'erasures',
  title: { zh: '个人信息删除', en: 'Erasure of personal data' },
  empty: fileOf(emptyFile, [], []),
  acts: erasureActs,
  always: requiredOfEveryAct,
  decide: decideErasure,
  actions: () => [],
  replay: (history) => fileOf(emptyFile, [], history),
  resume: () => undefined,
  versions: erasureVersions,
  personal: {},
  hidden: [],
  // Entries name nobody, and provisions concern the actor alone.
  named: () => [],
  inFile: () => [],
  lists: begunUnder,
  sideStream: { of: caseProcedure, file: fileOf },
};
