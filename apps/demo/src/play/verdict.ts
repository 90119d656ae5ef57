/** Whether an act or an attempt went as its file says. */
import { laws, meets, policy, type Citation, type Law } from '@anjuan/law';
import type { Line } from './case-file.js';

/** A reason of a refusal as the API gives it; `cites` is such as 'APL 58(1)'. */
export type Reason = Readonly<{ id: string; cites: string; article: string; says: string; en: string }>;

const isLaw = (text: string): text is Law => Object.hasOwn(laws, text);
const form = /^(?<law>[A-Za-z-]+) (?<article>[^()\s]+)(?:\((?<paragraph>\d+)\))?(?:\((?<item>\d+)\))?$/;

/** The citation of a short text; a text that is no known law counts as a policy. */
export const citationOf = (text: string): Citation => {
  const { law = '', article = '', paragraph, item } = form.exec(text)?.groups ?? {};
  if (!isLaw(law)) return policy(text.replace(/^POLICY /, ''));
  return {
    law,
    article,
    ...(paragraph !== undefined && { paragraph: Number(paragraph) }),
    ...(item !== undefined && { item: Number(item) }),
    inForceFrom: laws[law].inForceFrom,
  };
};

/** A provision is named by its id, anything else by what it cites. */
const met = (wanted: string, { id, cites }: Reason): boolean =>
  wanted.includes('/') ? wanted === id : meets(wanted, citationOf(cites));

/** What of `refusedBy` no reason meets. */
export const missing = (refusedBy: readonly string[], reasons: readonly Reason[]): readonly string[] =>
  refusedBy.filter((wanted) => !reasons.some((reason) => met(wanted, reason)));

/** The reasons that `refusedBy` does not name. */
const besides = (refusedBy: readonly string[], reasons: readonly Reason[]): readonly string[] =>
  reasons
    .filter((reason) => !refusedBy.some((wanted) => met(wanted, reason)))
    .map(({ id, cites }) => `${cites} (${id})`);

export type Fault =
  | Readonly<{ kind: 'act-refused' }>
  | Readonly<{ kind: 'attempt-accepted' }>
  | Readonly<{ kind: 'citation-missing'; citations: readonly string[] }>
  | Readonly<{ kind: 'refused-besides'; citations: readonly string[] }>;

/** What is not as the file says; undefined when all is well. */
export const faultOf = (
  { attempt }: Pick<Line, 'attempt'>,
  accepted: boolean,
  reasons: readonly Reason[],
): Fault | undefined => {
  if (!attempt) return accepted ? undefined : { kind: 'act-refused' };
  if (accepted) return { kind: 'attempt-accepted' };
  const citations = missing(attempt.refusedBy, reasons);
  if (citations.length > 0) return { kind: 'citation-missing', citations };
  const others = attempt.exactly ? besides(attempt.refusedBy, reasons) : [];
  return others.length === 0 ? undefined : { kind: 'refused-besides', citations: others };
};
