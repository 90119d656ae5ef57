/** The party as a case file names it. */
import type { PartyKind } from '@anjuan/case';
import type { CaseFacts } from './case-facts.js';
import type { Reader } from './form/node.js';
import { oneOf, text } from './form/readers.js';
import { fields, record } from './form/record.js';

const partyKinds: readonly PartyKind[] = ['entity', 'individual-business', 'natural-person'];
const partyForm = record(
  fields(
    { kind: oneOf(partyKinds), name: text },
    { uscc: text, legalRepresentative: text, operator: text, idType: text, idNumber: text, address: text },
  ),
);

export const party: Reader<CaseFacts['party']> = (at) => {
  const { kind, name, uscc, legalRepresentative, operator, idType, idNumber, address } = partyForm(at);
  const codes = { ...(idType !== undefined && { idType }), ...(idNumber !== undefined && { idNumber }) };
  const where = { ...(address !== undefined && { address }) };
  if (kind === 'natural-person') return { kind, person: { name, ...codes, ...where } };
  const behind = legalRepresentative ?? operator;
  return {
    kind,
    name,
    ...(uscc !== undefined && { uscc }),
    ...(behind !== undefined && { person: { name: behind, ...codes } }),
    ...where,
  };
};
