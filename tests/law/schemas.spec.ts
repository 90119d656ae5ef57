import { acts, eventAttributes, type ActName } from '@anjuan/case';
import { allActs, procedures } from '@anjuan/record';
import { inBoth, schemasIn, titleOf, type AnySchema, type Field } from '@anjuan/entry';

const names = Object.keys(acts) as ActName[];
const schemas = [...new Set(Object.values(allActs).flatMap(({ entry }) => [...schemasIn(entry)]))];
const fields = schemas.flatMap(({ name, fields: its }) =>
  Object.entries(its).map(([field, it]) => ({ at: `${name}.${field}`, field, it })),
);

const isText = ({ kind }: Field): boolean => kind === 'text' || kind === 'texts';
const calledPersonal = /person|name|witness|provider|reporter|phone|address|number|uscc/i;

it('has a schema for every act', () => {
  expect(schemas.length).toBeGreaterThan(130);
});

it('says of every field called like a person, a phone, an address or a number whether it is personal', () => {
  const unsaid = fields.filter(
    ({ field, it }) => isText(it) && calledPersonal.test(field) && it.personal === undefined,
  );
  expect(unsaid.map(({ at }) => at)).toStrictEqual([]);
});

it('has one line for what is called like a name, a number or an agency: it goes into lists and papers', () => {
  const called =
    /^(name|number|idNumber|uscc|phone|agency|superior|competent|court|organ|police|body|cause|law|article|enterprise|product|witness|provider|receipt)$/;
  const lines = fields.filter(({ field, it }) => it.kind === 'text' && called.test(field));
  expect(lines.length).toBeGreaterThan(25);
  expect(
    lines.filter(({ it }) => it.kind === 'text' && it.oneLine !== true).map(({ at }) => at),
  ).toStrictEqual([]);
});

it('has a title and a help in Chinese and English for every field, the title short', () => {
  const wrong = fields.filter(({ it }) => {
    const title = titleOf(it);
    const help = inBoth(it.help);
    return (
      !/\p{Script=Han}/u.test(title.zh) ||
      title.zh.length > 24 ||
      !/^[\p{Script=Latin}]/u.test(title.en) ||
      title.en.length > 60 ||
      help.zh === '' ||
      help.en === ''
    );
  });
  expect(wrong.map(({ at, it }) => `${at}: ${JSON.stringify(titleOf(it))}`)).toStrictEqual([]);
});

it('has a word in both languages for every code', () => {
  const codes = fields.flatMap(({ at, it }) =>
    it.kind === 'word' || it.kind === 'words'
      ? Object.entries(it.words.said).map(([code, said]) => ({ at, code, ...inBoth(said) }))
      : [],
  );
  expect(codes.length).toBeGreaterThan(200);
  expect(codes.filter(({ zh, en }) => !/\p{Script=Han}/u.test(zh) || !/^[A-Za-z]/.test(en))).toStrictEqual(
    [],
  );
});

const personalIn = ({ fields: its }: AnySchema): readonly (readonly [string, string])[] =>
  Object.entries(its).flatMap(([field, { personal }]) =>
    typeof personal === 'string' ? [[field, personal] as const] : [],
  );

it('keeps out of the permanent bytes what is entered as personal', () => {
  const kept = names.flatMap((name) => {
    const { entry, records, matter } = acts[name];
    const { personal } = eventAttributes[records];
    // What is put before a leader is kept as the terms of the request.
    const at = matter === undefined ? '' : '/terms';
    return personalIn(entry)
      .filter(([field, kind]) => personal[`${at}/${field}`] !== kind)
      .map(([field]) => `${name} ${field}`);
  });
  expect(kept).toStrictEqual([]);
});

it('names event types that there are, in fields that refer to an entry', () => {
  const types = fields.flatMap(({ it }) => (it.kind === 'entry' || it.kind === 'entries' ? it.types : []));
  const known = new Set(procedures.flatMap(({ versions }) => Object.keys(versions)));
  expect(types.filter((type) => !known.has(type))).toStrictEqual([]);
  expect(new Set(types).size).toBeGreaterThan(8);
});

it('knows of every entry that another rests on: what is entered as its number is kept as a reference', () => {
  const forgotten = names.flatMap((name) => {
    const { entry, records } = acts[name];
    const { refersTo = [] } = eventAttributes[records];
    return Object.entries(entry.fields)
      .filter(
        ([field, { kind }]) =>
          kind === 'entry' &&
          // Of every event of a party's step, and nothing that could be withdrawn.
          field !== 'ofParty' &&
          typeof refersTo !== 'function' &&
          !refersTo.includes(field),
      )
      .map(([field]) => `${name} ${field}`);
  });
  // Confirming, correcting and withdrawing reach back to an entry; nothing rests on it by that.
  expect(forgotten).toStrictEqual(['entry/confirm entry', 'entry/correct entry', 'entry/withdraw entry']);
});
