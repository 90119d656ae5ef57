/** The words for acts in a case file: what keys they take, under which articles they are done, and how. */
import type { Bilingual } from '@anjuan/case';
import type { Citation } from '@anjuan/law';
import { both, type Fields, record } from '../form/record.js';
import { fieldsAt, type Reader } from '../form/node.js';
import type { Said, Scene } from './scene.js';

/** An act as read: ready to be played. */
export type Played<Common> = Readonly<{
  common: Common;
  /** What it says for later acts. */
  says: Partial<Said>;
  /** Keys given that the act has no field for. */
  unused: readonly string[];
  play: (scene: Scene) => Promise<void>;
}>;

export type ActWord = Readonly<{
  title: Bilingual;
  cites: readonly Citation[];
  opens: boolean;
  /** Keys that the act must have, and those that it may have. */
  keys: Readonly<{ required: readonly string[]; optional: readonly string[] }>;
  /** Reads the act together with the keys that every act has. */
  reading: <Common>(common: Fields<Common>) => Reader<Played<Common>>;
}>;

export const actWord = <Entry>(
  it: Readonly<{
    zh: string;
    en: string;
    cites: readonly Citation[];
    /** The act opens a case. */
    opens?: true;
    keys: Fields<Entry>;
    says?: (entry: Entry) => Partial<Said>;
    play: (entry: Entry, scene: Scene) => Promise<unknown>;
  }>,
): ActWord => ({
  title: { zh: it.zh, en: it.en },
  cites: it.cites,
  opens: it.opens ?? false,
  keys: {
    required: it.keys.required,
    optional: it.keys.known.filter((key) => ![...it.keys.required, ...it.keys.unused].includes(key)),
  },
  reading: (common) => (at) => {
    const read = record(both(common, it.keys))(at);
    const given = fieldsAt(at);
    return {
      common: read,
      says: it.says?.(read) ?? {},
      unused: it.keys.unused.filter((key) => given.has(key)),
      play: async (scene) => {
        await it.play(read, scene);
      },
    };
  },
});
