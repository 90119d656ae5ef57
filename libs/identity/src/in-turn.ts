import { HashingBusy } from './hashing.js';

/** Runs the tasks of one key one after the other, so that guesses sent at once are counted like guesses in a row. */
export const oneAtATime = () => {
  const last = new Map<string, Promise<unknown>>();
  return async <T>(key: string, task: () => Promise<T>): Promise<T> => {
    const mine = (last.get(key) ?? Promise.resolve()).then(task, task);
    last.set(key, mine);
    try {
      return await mine;
    } finally {
      if (last.get(key) === mine) last.delete(key);
    }
  };
};

/** Runs the task unless so many of its key are under way. */
export const fewAtOnce = (most: number) => {
  const underWay = new Map<string, number>();
  return async <T>(key: string, task: () => Promise<T>): Promise<T> => {
    const before = underWay.get(key) ?? 0;
    if (before >= most) throw new HashingBusy();
    underWay.set(key, before + 1);
    try {
      return await task();
    } finally {
      const now = (underWay.get(key) ?? 1) - 1;
      if (now === 0) underWay.delete(key);
      else underWay.set(key, now);
    }
  };
};
