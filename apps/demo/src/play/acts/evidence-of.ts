/** Every entry of evidence that the case has by then. */
import { evidencing, type EntryNumber } from '@anjuan/case';
import type { Scene } from './scene.js';

export const evidenceOf = (scene: Scene): readonly EntryNumber[] =>
  evidencing
    .flatMap((type) => Array.from({ length: scene.countOf(type) }, (_, nth) => scene.entryOf(type, nth)))
    .sort((one, other) => one - other);
