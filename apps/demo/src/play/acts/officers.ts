import type { ActName, EntryOf } from '@anjuan/case';
import type { Scene } from './scene.js';

const distinct = (keys: readonly string[]): readonly string[] => [...new Set(keys)];

/** Who answers for an act where the file names nobody. */
export const firstOf = (keys: readonly string[]): string => keys[0] ?? '';

/** An act of two officers: the first records it, each other confirms as themselves. */
export const byOfficers = async <Name extends ActName>(
  scene: Scene,
  officers: readonly string[],
  act: Name,
  entry: EntryOf<Name>,
): Promise<void> => {
  const [recorder = '', ...others] = distinct(officers);
  const [recorded] = await scene.ask(recorder, act, entry);
  if (recorded === undefined) return;
  for (const other of others) await scene.ask(other, 'entry/confirm', { entry: recorded.entry });
};

/** The ids of those who acted, in the file's order, doubled ones included: the law counts them. */
export const idsOf = (scene: Scene, keys: readonly string[]) => keys.map(scene.idOf);
