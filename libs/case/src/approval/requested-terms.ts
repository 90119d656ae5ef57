/** The terms on which an approval is requested, and provisions that are checked on them again when it is given. */
import type { EntryNumber, EntryProvision } from '@anjuan/procedure';
import type { CaseFile } from '../steps.js';
import { approvalOf, type Matter, type MatterName } from './approval.js';

type Approvals = Pick<CaseFile, 'approvals'>;
type TermsOf = Readonly<{ [One in Matter as One['matter']]: One['terms'] }>;

const isOf = <Name extends MatterName>(
  request: Readonly<{ matter: string }>,
  matter: Name,
): request is Readonly<{ matter: Name; terms: TermsOf[Name] }> => request.matter === matter;

/** Undefined where the request is of another matter; there `approval/open` refuses. */
export const requestedTerms =
  <Name extends MatterName>(matter: Name) =>
  (file: Approvals, approval: EntryNumber): TermsOf[Name] | undefined => {
    const request: Readonly<{ matter: string }> | undefined = approvalOf(file, approval);
    return request !== undefined && isOf(request, matter) ? request.terms : undefined;
  };

/** Undefined also where the approval was not given. */
export const approvedTerms =
  <Name extends MatterName>(matter: Name) =>
  (file: Approvals, approval: EntryNumber): TermsOf[Name] | undefined =>
    approvalOf(file, approval)?.state === 'given' ? requestedTerms(matter)(file, approval) : undefined;

/** The same provision on the day of approval, checked on the requested terms. */
export const onRequestedTerms =
  <Name extends MatterName>(matter: Name) =>
  <File>(
    provision: EntryProvision<File, TermsOf[Name]>,
  ): EntryProvision<File & Approvals, Readonly<{ approval: EntryNumber }>> => ({
    ...provision,
    fields: ['/approval'],
    holds: ({ approval }, file, context) => {
      const terms = requestedTerms(matter)(file, approval);
      return terms === undefined || provision.holds(terms, file, context);
    },
  });
