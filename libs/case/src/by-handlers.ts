/** The fields of an act of officers together, which are mostly the handlers of the case. */
import { byOfficersFields, outsideFields } from '@anjuan/procedure';
import { prefilled } from './case-view.js';

export const byHandlersFields = {
  ...byOfficersFields,
  officers: prefilled(byOfficersFields.officers, '/file/filing/handlers'),
};
export const outsideByHandlersFields = { ...outsideFields, ...byHandlersFields };
