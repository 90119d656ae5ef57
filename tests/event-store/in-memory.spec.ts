import { InMemoryEventStore } from '@anjuan/event-store';
import { eventStoreContract } from './contract.js';

describe('the store in memory', () => {
  eventStoreContract((clock) => {
    const store = new InMemoryEventStore({ clock: () => new Date(clock.now) });
    return Promise.resolve({ store, peer: store });
  });
});
