/** Where each provision is defined and which specs refuse it by name: read from the modules and the specs' syntax. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '@anjuan/program';
import { namedRefusals } from './named-refusals.js';
import { everyExport, exportsOf, sources, type Exported } from './stated-provisions.js';

/** file: where it is defined; specs: those that refuse it. Both below the project's folder. */
export type Place = Readonly<{ file: string; specs: readonly string[] }>;
export type Places = ReadonlyMap<string, Place>;

/** A provision that no module of the law exports by a name of its own. */
export class NotFoundInSources extends Error {
  override readonly name = 'NotFoundInSources';
  constructor(id: string) {
    super(
      `源文件中找不到条文“${id}”：请用 export const 定义；the sources do not define "${id}": define it with export const`,
    );
  }
}

/** How surely a module is the one that states a provision: it writes its id out, or a part of it, or only passes it on. */
const certainty = ({ file, name, provision: { id } }: Exported): number => {
  const text = readFileSync(join(projectRoot(), file), 'utf8');
  if (text.includes(`id: '${id}'`)) return 3;
  if (text.includes(`'${id.split('/')[1] ?? ''}'`)) return 2;
  return new RegExp(`^export const ${name}\\b`, 'm').test(text) ? 1 : 0;
};

const definitions = async (): Promise<ReadonlyMap<string, string>> => {
  const ranked = (await everyExport()).map((each) => ({ ...each, certain: certainty(each) }));
  const rising = ranked.filter(({ certain }) => certain > 0).sort((a, b) => a.certain - b.certain);
  return new Map(rising.map(({ provision, file }) => [provision.id, file]));
};

const refusedIn = async (spec: string): Promise<readonly (readonly [id: string, spec: string])[]> => {
  const exported = await Promise.all(
    namedRefusals(spec).map(async ({ file, name }) =>
      (await exportsOf(file)).filter((each) => each.name === name),
    ),
  );
  return exported.flat().map(({ provision }) => [provision.id, spec]);
};

export const readPlaces = async (): Promise<Places> => {
  const refused = (await Promise.all(sources('specs').map(refusedIn))).flat();
  const specsOf = (id: string): readonly string[] => [
    ...new Set(refused.filter(([of]) => of === id).map(([, spec]) => spec)),
  ];
  return new Map([...(await definitions())].map(([id, file]) => [id, { file, specs: specsOf(id) }]));
};

/** Throws NotFoundInSources. */
export const placeOf = (id: string, places: Places): Place => {
  const place = places.get(id);
  if (place === undefined) throw new NotFoundInSources(id);
  return place;
};
