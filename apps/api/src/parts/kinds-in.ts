import { isKindName, type KindName } from '@anjuan/documents';

/** The kinds of files that a list names: `pdf,docx,jpg`. Undefined: it names one that is not known, or none. */
export const kindsIn = (list: string): readonly KindName[] | undefined => {
  const names = list.split(',').map((name) => name.trim().toLowerCase());
  return names.every(isKindName) ? names : undefined;
};
