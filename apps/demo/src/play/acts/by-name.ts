/** Any act of the case under its own name: `act: education/give`, with its entry as the API takes it. */
import { acts, type ActName } from '@anjuan/case';
import type { AnySchema, Field } from '@anjuan/entry';
import type { CaseEvent } from '@anjuan/case';
import { asWritten } from '../form/node.js';
import { person } from '../form/readers.js';
import { fields } from '../form/record.js';
import { actWord, type ActWord } from './act-word.js';
import { ActUnplayable, type Scene } from './scene.js';

const isEventType = (field: Field, written: string): written is CaseEvent['type'] =>
  (field.kind === 'entry' || field.kind === 'entries') && field.types.includes(written);

const textMeant = async (field: Field, written: string, scene: Scene): Promise<unknown> => {
  if (field.kind === 'person' || field.kind === 'people') return scene.idOf(written);
  if (field.kind === 'paper' || field.kind === 'papers') return scene.paper(written);
  if (isEventType(field, written)) return scene.entryOf(written);
  if (field.kind === 'yes-or-no') return written === 'true';
  const isNumber = ['fen', 'days', 'count', 'entry', 'entries'].includes(field.kind);
  return isNumber ? Number(written) : written;
};

const partOf = (field: Field, part: object): AnySchema | undefined => {
  if (field.kind === 'one' || field.kind === 'list') return field.of;
  if (field.kind !== 'variant' && field.kind !== 'variants') return undefined;
  return new Map(Object.entries(field.of)).get('kind' in part ? String(part.kind) : '');
};

const valueMeant = async (field: Field, written: unknown, scene: Scene): Promise<unknown> => {
  if (typeof written === 'string') return textMeant(field, written, scene);
  if (Array.isArray(written)) {
    const items: unknown[] = [];
    for (const item of written as readonly unknown[]) items.push(await valueMeant(field, item, scene));
    return items;
  }
  const part = partOf(field, Object(written) as object);
  return part === undefined ? written : entryMeant(part, written, scene);
};

/** People by their keys, papers by their names, entries by their types or numbers. */
const entryMeant = async ({ fields: known }: AnySchema, written: unknown, scene: Scene): Promise<object> => {
  const entry: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(Object(written) as object)) {
    const field = known[name];
    if (field === undefined) throw new ActUnplayable(`没有字段“${name}”`, `there is no field "${name}"`);
    entry[name] = await valueMeant(field, value, scene);
  }
  return entry;
};

const wordOf = (name: ActName): ActWord => {
  const { title, entry: schema, opens } = acts[name];
  return actWord({
    ...title,
    cites: [],
    ...(opens && { opens }),
    keys: fields({ by: person, entry: asWritten }, {}),
    play: async ({ by, entry }, scene) =>
      scene.askAsWritten(by, name, await entryMeant(schema, entry, scene)),
  });
};

const isAct = (name: string): name is ActName => Object.hasOwn(acts, name);

export const actByName = (name: string): ActWord | undefined => (isAct(name) ? wordOf(name) : undefined);
