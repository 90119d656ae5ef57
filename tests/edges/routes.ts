/** Every route of the API with the places a sender can fill, out of the description the program gives of itself. */
import { readFileSync } from 'node:fs';

export type Schema = Readonly<{
  $ref?: string;
  type?: string;
  format?: string;
  pattern?: string;
  enum?: readonly string[];
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  minItems?: number;
  maxItems?: number;
  uniqueItems?: boolean;
  items?: Schema;
  properties?: Readonly<Record<string, Schema>>;
  additionalProperties?: Schema | boolean;
  oneOf?: readonly Schema[];
  allOf?: readonly Schema[];
  discriminator?: Readonly<{ propertyName: string; mapping: Readonly<Record<string, string>> }>;
}>;
export type Parameter = Readonly<{ name: string; in: 'path' | 'query' | 'header'; schema: Schema }>;
export type Route = Readonly<{
  route: string;
  method: string;
  path: string;
  operationId: string;
  parameters: readonly Parameter[];
  /** of a body in JSON */
  form?: Schema;
  takesFile: boolean;
  /** demands that its person has signed in lately */
  opensGate: boolean;
  /** why it opens none, where it changes something */
  anySignIn?: string;
}>;

type Operation = Readonly<{
  operationId: string;
  'x-fresh-sign-in'?: true;
  'x-any-sign-in'?: string;
  parameters?: readonly Parameter[];
  requestBody?: Readonly<{ content: Readonly<Record<string, Readonly<{ schema: Schema }>>> }>;
}>;
type Described = Readonly<{
  paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  components: Readonly<{ schemas: Readonly<Record<string, Schema>> }>;
}>;

// `npm run check` sees to it that this is what the program describes.
const { paths, components } = JSON.parse(readFileSync('docs/openapi.json', 'utf8')) as Described;

export const routes: readonly Route[] = Object.entries(paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]): Route => {
    const { operationId, parameters = [], requestBody, 'x-any-sign-in': anySignIn } = operation;
    const form = requestBody?.content['application/json']?.schema;
    return {
      route: `${method} ${path}`,
      method: method.toUpperCase(),
      path,
      operationId,
      parameters,
      takesFile: requestBody !== undefined && form === undefined,
      opensGate: operation['x-fresh-sign-in'] === true,
      ...(anySignIn !== undefined && { anySignIn }),
      ...(form && { form }),
    };
  }),
);

/** The schema itself, where a name or a single `allOf` stands for it. */
export const resolved = (schema: Schema): Schema => {
  const { $ref, allOf } = schema;
  if ($ref !== undefined) return resolved(components.schemas[$ref.split('/').at(-1) ?? ''] ?? {});
  const [only] = allOf ?? [];
  return only === undefined ? schema : resolved(only);
};

const uuid = '0198c1c2-5c1e-7a53-9a53-0f1c2b7a9e11';
const byPattern: Readonly<Record<string, string>> = {
  '^[0-9a-f]{64}$': 'a'.repeat(64),
  '^[0-9A-HJ-NPQRTUWXY]{18}$': '91110105MA7KQ2R152',
  '^(?:100000|(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[12])(?:0000|(?!00)\\d\\d\\d\\d))$': '110105',
  '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$': uuid,
};
const byFormat: Readonly<Record<string, string>> = {
  date: '2026-02-11',
  'date-time': '2026-02-11T02:00:00.000Z',
  uuid,
};
const text = ({ enum: words, format = '', pattern, minLength = 0 }: Schema): string => {
  if (words) return words[0] ?? '';
  if (pattern !== undefined) {
    const found = byPattern[pattern];
    if (found === undefined) throw new Error(`routes.ts knows no example of ${pattern}: add one.`);
    return found;
  }
  return byFormat[format] ?? '书面'.repeat(Math.max(1, Math.ceil(minLength / 2)));
};

/** Words of the rule files, and one provision, which the description of the API does not know. */
const byName: Readonly<Record<string, string>> = { domain: 'market-supervision', article: '124(1)(2)' };

/** A value of the right form, every optional field given. */
export const example = (given: Schema): unknown => {
  const schema = resolved(given);
  const { oneOf, type, items, properties, minimum = 0 } = schema;
  if (oneOf) return example(oneOf[0] ?? {});
  if (type === 'array') return items ? [example(items)] : [];
  if (type === 'object')
    return Object.fromEntries(
      Object.entries(properties ?? {}).map(([name, one]) => [name, byName[name] ?? example(one)]),
    );
  if (type === 'integer' || type === 'number') return Math.max(1, minimum);
  if (type === 'boolean') return true;
  return text(schema);
};

export type Path = readonly (string | number)[];
/** One place of a form, with a body in which all other places are right. */
export type Place = Readonly<{ pointer: string; schema: Schema; bodyWith: (json: string) => string }>;

const mark = '\u0001here\u0001';
const placed = (body: unknown, path: Path, put: unknown): unknown => {
  const [step, ...rest] = path;
  if (step === undefined) return put;
  if (Array.isArray(body)) return body.map((item, at) => (at === step ? placed(item, rest, put) : item));
  return { ...Object(body), [step]: placed((body as Record<string, unknown>)[step], rest, put) };
};

const inside = (given: Schema, body: unknown, path: Path): readonly Place[] => {
  const schema = resolved(given);
  const { oneOf, items, properties, type } = schema;
  const bodyWith = (json: string) =>
    JSON.stringify(placed(body, path, mark)).replace(JSON.stringify(mark), () => json);
  const here = { pointer: `#${path.map((step) => `/${String(step)}`).join('')}`, schema, bodyWith };
  if (oneOf) return [here, ...oneOf.flatMap((one) => inside(one, placed(body, path, example(one)), path))];
  if (type === 'array' && items) return [here, ...inside(items, body, [...path, 0])];
  const fields = Object.entries(properties ?? {});
  return [here, ...fields.flatMap(([name, one]) => inside(one, body, [...path, name]))];
};

/** Every place of a form, at each depth; the form itself first. */
export const placesOf = (form: Schema): readonly Place[] => inside(form, example(form), []);

const idOf = (name: string): string =>
  ({ sha256: 'a'.repeat(64), erasure: '1', type: 'not-found' })[name] ?? uuid;

/** The address with a value in each of its places: `value` in the one named, something of the right form elsewhere. */
export const address = ({ path }: Route, named = '', value = ''): string =>
  path.replaceAll(/\{(\w+)\}/g, (_, name: string) => (name === named ? value : idOf(name)));
