/** What the specs of an import begin with: lines of a file, and a program that is killed. */
import { StoreUnavailable, type EventStore } from '@anjuan/event-store';
import type { ImportedChange, ImportLine } from '@anjuan/registry';

export const today = '2026-03-01';
export const officer: ImportedChange = {
  type: 'CapacityGranted',
  data: { capacity: 'officer', from: today },
};
export const leader: ImportedChange = { type: 'CapacityGranted', data: { capacity: 'leader', from: today } };
export const credential = (number: string, validFrom = today): ImportedChange => ({
  type: 'CredentialIssued',
  data: { number, validFrom, validTo: '2030-12-31' },
});
export const qualified: ImportedChange = {
  type: 'QualificationRecorded',
  data: { legalQualification: 'A2019' },
};
export const line = (nth: number, ...changes: ImportedChange[]): ImportLine => ({
  line: nth + 1,
  staffNumber: `A${String(nth)}`,
  name: `人员${String(nth)}`,
  changes,
});

/** A store whose `append` is another one. */
const appendingBy = (store: EventStore, append: EventStore['append']): EventStore =>
  new Proxy(store, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name, target);
      if (typeof value !== 'function') return value;
      return name === 'append' ? append : value.bind(target);
    },
  });

/** A store that stops after so many appends, as a program that is killed. */
export const stoppingAfter = (store: EventStore, appends: number): EventStore => {
  let left = appends;
  return appendingBy(store, (...given) => {
    left -= 1;
    return left < 0 ? Promise.reject(new StoreUnavailable()) : store.append(...given);
  });
};

/** A store whose appends wait from the nth on: `held` when the first of them does, until they are let go. */
export const holdingAfter = (store: EventStore, appends: number) => {
  const [held, free] = [Promise.withResolvers<undefined>(), Promise.withResolvers<undefined>()];
  let left = appends;
  const slow = appendingBy(store, async (...given) => {
    left -= 1;
    if (left < 0) {
      held.resolve(undefined);
      await free.promise;
    }
    return store.append(...given);
  });
  return { store: slow, held: held.promise, letGo: free.resolve };
};
