/** What may be installed: read from the file in this folder. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from '@anjuan/program';
import { fields, readPage, someOf, text } from '@anjuan/rule-data';

const file = path.join('tools', 'supply', 'rules.yaml');
const form = fields(
  {
    licences: someOf(text),
    licensedElsewhere: someOf(fields({ packages: text, why: text }, {})),
    registry: text,
  },
  {},
);
const rules = readPage(file, readFileSync(path.join(projectRoot(), file), 'utf8'), form);

export const licences: readonly string[] = rules.licences.map(({ value }) => value);
export const { registry } = rules;
export const isLicensedElsewhere = (name: string): boolean =>
  rules.licensedElsewhere.some(({ value: { packages } }) => name.startsWith(packages));
