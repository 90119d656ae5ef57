/** A field that a form fills in from what is read of the record: it saves typing, and can be changed. */
import type { Field, Pointer } from './field.js';

/** Of a union, what those of its members have that have it at all. */
type Within<Of, Key extends string> = Of extends readonly (infer Item)[]
  ? Key extends '-1'
    ? NonNullable<Item>
    : never
  : Of extends unknown
    ? Key extends keyof Of
      ? NonNullable<Of[Key]>
      : never
    : never;

/** The type of what a pointer leads to; `never` where it leads nowhere. */
export type Reached<View, At extends string> = At extends `/${infer Key}/${infer Rest}`
  ? Reached<Within<View, Key>, `/${Rest}`>
  : At extends `/${infer Key}`
    ? Within<View, Key>
    : never;

type Leads<View, At, Value> = At extends Pointer
  ? [Reached<View, At>] extends [never]
    ? never
    : Reached<View, At> extends Value
      ? At
      : never
  : never;

/**
 * Prefills fields from that view. A pointer that leads nowhere in it, or to what the field does not take, does not
 * compile. A field that is optional too: `optional(prefilled(…))`.
 */
export const prefilledFrom =
  <View>() =>
  <Value, const At extends Pointer>(
    it: Field<Value>,
    ...from: readonly (At & Leads<View, At, Value>)[]
  ): Field<Value> => ({ ...it, from });
