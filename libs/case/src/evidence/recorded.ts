/** The parts that every act of officers and every outside act carries into its event, field by field. */
import type { ByOfficers } from '../kernel/officers.js';
import type { Outside } from '../kernel/outside.js';

export const signed = ({ officers, signedPaper }: ByOfficers): ByOfficers => ({
  officers: [...officers],
  ...(signedPaper !== undefined && { signedPaper }),
});

export const late = ({ lateReason }: Outside): Pick<Outside, 'lateReason'> => ({
  ...(lateReason !== undefined && { lateReason }),
});
