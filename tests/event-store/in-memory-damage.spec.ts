import { InMemoryEventStore } from '@anjuan/event-store';
import { damageContract, type Means } from './damage-contract.js';

/** A record whose rows can be altered. */
class Altered extends InMemoryEventStore {
  cut(stream: string, revision: number): Promise<void> {
    const left = this.streams.get(stream)!.filter((row) => row.revision !== revision);
    this.streams.set(stream, left);
    const at = this.log.findIndex((row) => row.stream === stream && row.revision === revision);
    this.log[at] = { ...this.log[at]!, bytes: Buffer.from('null') };
    return Promise.resolve();
  }

  put(stream: string, bytes: Uint8Array): Promise<void> {
    const rows = this.streams.get(stream)!;
    const at = this.log.indexOf(rows[2]!);
    this.log[at] = rows[2] = { ...rows[2]!, bytes };
    return Promise.resolve();
  }

  bytesOf(stream: string, revision: number): Uint8Array {
    return this.streams.get(stream)![revision]!.bytes;
  }
}

const means = (store: Altered): readonly Means[] => [
  { does: 'a stream without its first event', found: 'beginsLate', to: (stream) => store.cut(stream, 0) },
  { does: 'a gap', found: 'gap', to: (stream) => store.cut(stream, 2) },
  { does: 'JSON of somebody else', found: 'notSealed', to: (stream) => store.put(stream, Buffer.from('{}')) },
  {
    does: 'bytes that are no text',
    found: 'notSealed',
    to: (stream) => store.put(stream, Buffer.from([0xff, 0xfe])),
  },
  {
    does: 'an event of another place',
    found: 'otherwise',
    to: (stream) => store.put(stream, store.bytesOf('b', 1)),
  },
];

describe('a damaged record in memory', () => {
  const clock = () => new Date('2025-03-03T01:00:00.000Z');
  const kinds = means(new Altered({ clock })).map(({ does }) => does);
  damageContract(kinds, () => {
    const store = new Altered({ clock });
    return Promise.resolve({ store, peer: store, means: means(store) });
  });
});
