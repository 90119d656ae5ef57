import { hash, randomBytes } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { Disclosure, Json } from './event-store.js';

/** A personal field of an event type: RFC 6901 pointer, `*` for every item of an array; `kind` says whose data it is. */
export type PersonalField = Readonly<{ pointer: string; kind: string }>;

/** Replaces, in the event's data, a value stored separately. */
export type Commitment = Readonly<{ _sd: string }>;

type Field = Readonly<{ path: readonly string[]; kind: string }>;

/**
 * Replaces the personal fields present in `data` by salted commitments (RFC 9901, section 4.2): the digest tells
 * nothing without the disclosure, and proves it as long as it is kept. A field within a field is committed to first.
 */
export function commit(
  data: Json,
  personal: readonly PersonalField[],
): Readonly<{ data: Json; disclosures: readonly Disclosure[] }> {
  const disclosures: Disclosure[] = [];
  const fields = personal.map(({ pointer, kind }) => ({ path: tokens(pointer), kind }));
  return { data: withhold(data, '', fields, disclosures), disclosures };
}

/**
 * Puts the disclosed values back; a commitment whose disclosure was erased or withheld stays as `{ "_sd": … }`.
 * @throws DisclosureAltered when a disclosure does not have its digest
 */
export function disclose(data: Json, disclosures: readonly Disclosure[]): Json {
  if (disclosures.length === 0) return data;
  return reveal(data, new Map(disclosures.map((one) => [one.digest, disclosedValue(one)])));
}

export function isCommitment(value: unknown): value is Commitment {
  return (
    typeof value === 'object' &&
    value !== null &&
    '_sd' in value &&
    typeof value._sd === 'string' &&
    Object.keys(value).length === 1
  );
}

/** The digests of the values in `data` that are not there. */
export const commitmentsIn = (data: Json): readonly string[] => {
  if (isCommitment(data)) return [data._sd];
  if (typeof data !== 'object' || data === null) return [];
  return (isArray(data) ? data : Object.values(data)).flatMap(commitmentsIn);
};

/** base64url of SHA-256 */
export function digestOf(disclosure: string): string {
  return hash('sha256', disclosure, 'base64url');
}

/** The separately stored value does not match its commitment. */
export class DisclosureAltered extends Error {
  override readonly name = 'DisclosureAltered';
  constructor(readonly digest: string) {
    super(
      `另存的个人信息（摘要 ${digest}）在记录后被改动：请管理员从备份恢复。A personal value stored separately (digest ${digest}) was altered after it was recorded: restore it from a backup.`,
    );
  }
}

function withhold(value: Json, name: string, fields: readonly Field[], found: Disclosure[]): Json {
  if (fields.length === 0) return value;
  const inner = eachMember(value, (member, key) => withhold(member, key, below(fields, key, value), found));
  const own = fields.find(({ path }) => path.length === 0);
  if (own === undefined || isCommitment(inner)) return inner;
  const text = canonicalize([randomBytes(16).toString('base64url'), name, inner]) ?? '';
  const disclosure = Buffer.from(text, 'utf8').toString('base64url');
  const digest = digestOf(disclosure);
  found.push({ digest, disclosure, kind: own.kind });
  return { _sd: digest };
}

function below(fields: readonly Field[], key: string, parent: Json): readonly Field[] {
  return fields
    .filter(({ path: [head] }) => head === key || (head === '*' && Array.isArray(parent)))
    .map(({ path, kind }) => ({ path: path.slice(1), kind }));
}

type Disclosed = ReadonlyMap<string, Json>;

/** What holds no commitment is given as it is, not copied: most of an event. */
function reveal(value: Json, values: Disclosed): Json {
  if (value === null || typeof value !== 'object') return value;
  if (isArray(value)) return revealItems(value, values);
  const disclosed = isCommitment(value) ? values.get(value._sd) : undefined;
  return disclosed === undefined ? revealMembers(value, values) : reveal(disclosed, values);
}

function revealItems(items: readonly Json[], values: Disclosed): Json {
  let shown: Json[] | undefined;
  for (const [index, item] of items.entries()) {
    const now = reveal(item, values);
    if (now !== item) (shown ??= [...items])[index] = now;
  }
  return shown ?? items;
}

function revealMembers(members: Readonly<Record<string, Json>>, values: Disclosed): Json {
  let shown: Record<string, Json> | undefined;
  for (const key of Object.keys(members)) {
    const member = members[key] ?? null;
    const now = reveal(member, values);
    if (now !== member) (shown ??= { ...members })[key] = now;
  }
  return shown ?? members;
}

function eachMember(value: Json, change: (member: Json, key: string) => Json): Json {
  if (value === null || typeof value !== 'object') return value;
  if (isArray(value)) return value.map((item, index) => change(item, String(index)));
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, change(member, key)]));
}

function disclosedValue({ digest, disclosure }: Disclosure): Json {
  if (digestOf(disclosure) !== digest) throw new DisclosureAltered(digest);
  const [, , value] = JSON.parse(Buffer.from(disclosure, 'base64url').toString('utf8')) as [
    string,
    string,
    Json,
  ];
  return value;
}

function isArray(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}

function tokens(pointer: string): readonly string[] {
  if (pointer === '') return [];
  if (!pointer.startsWith('/')) throw new TypeError(`${pointer} is not a JSON pointer: begin with "/".`);
  return pointer
    .slice(1)
    .split('/')
    .map((token) => token.replaceAll('~1', '/').replaceAll('~0', '~'));
}
