import { Problem } from './problems.js';

/** A JSON pointer into a body (`#/party/name`), a key of the query (`#/limit`), and what is wrong there. */
export type Fault = Readonly<{ pointer: string; detail: string }>;

const mostListed = 20;
const longest = 200;

/** The pointer to a field of what `at` points to (RFC 6901). */
export const inside = (at: string, name: string): string =>
  `${at}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`;

const cut = ({ pointer, detail }: Fault): Fault => ({
  pointer: pointer.slice(0, longest),
  detail: detail.slice(0, 10 * longest),
});

/** What is wrong with the fields of a request: the first twenty faults, and how many more there are. */
export const invalid = (faults: readonly Fault[]): Problem => {
  const more = faults.length - mostListed;
  return new Problem(
    'invalid-request',
    '所列字段有误，未作任何记录；The fields listed are wrong, nothing was recorded',
    { errors: faults.slice(0, mostListed).map(cut), ...(more > 0 && { more }) },
  );
};
