/** Every rule of the law that the program implements, and later decisions: read from the files in this folder. */
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from '@anjuan/program';
import { fields, oneOf, readPage, someOf, text, type Reader } from '@anjuan/rule-data';
import type { Rule, Section } from './rule.js';

const folder = path.join('tools', 'provisions', 'rules');
const read = <T>(name: string, reader: Reader<T>): T => {
  const file = path.join(folder, `${name}.yaml`);
  return readPage(file, readFileSync(path.join(projectRoot(), file), 'utf8'), reader);
};

const list =
  <T>(reader: Reader<T>): Reader<readonly T[]> =>
  (place) =>
    someOf(reader)(place).map(({ value }) => value);

const reason = fields({ name: text, says: text }, {});
/** Throws RuleDataRefused. */
export const index = read('index', fields({ files: list(text), reasons: list(reason) }, {}));

/** In its own words, which are in both languages, or by the name of a reason that several rules have. */
const leftOut: Reader<string> = (place) => {
  const written = text(place);
  if (written.includes('；')) return written;
  const named = index.reasons.find(({ name }) => name === written);
  return named?.says ?? place.refuse('须为中英文原因，或者 index.yaml 中的名称；no reason of index.yaml');
};
const rule: Reader<Rule> = fields(
  { id: text, cites: text },
  {
    enforced: list(text),
    computed: list(text),
    configured: list(text),
    leftOut,
    sure: oneOf('K', 'UNSURE'),
    key: text,
  },
);
const section = fields({ title: text, rules: list(rule) }, {});

/** Throws RuleDataRefused. */
export const sections: readonly Section[] = index.files.flatMap((name) => read(name, list(section)));

/** Files of the folder that no line of index.yaml names: nobody would read them. */
export const unlisted: readonly string[] = globSync('*.yaml', { cwd: path.join(projectRoot(), folder) })
  .map((file) => file.replace(/\.yaml$/, ''))
  .filter((name) => name !== 'index' && !index.files.includes(name));
