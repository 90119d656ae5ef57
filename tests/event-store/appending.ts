import type { Appended, EventStore, NewEvent, RecordedEvent } from '@anjuan/event-store';

let commands = 0;

export function command(): { id: string; digest: string } {
  return { id: `command ${++commands}`, digest: 'digest' };
}

export function event(change: Partial<NewEvent> = {}): NewEvent {
  return {
    type: 'CaseFiled',
    v: 1,
    occurredAt: '2025-03-03T00:30:00.000Z',
    actors: [],
    recordedBy: 'p1',
    agency: 'agency',
    rules: {},
    data: {},
    ...change,
  };
}

export function append(
  store: EventStore,
  stream: string,
  expected: number | 'none',
  count = 1,
): Promise<Appended> {
  const events = Array.from({ length: count }, () => event());
  return store.append(stream, expected, events, command());
}

export async function all(store: EventStore, after?: string, limit?: number): Promise<RecordedEvent[]> {
  const events: RecordedEvent[] = [];
  await collect(store.readAll(after, limit), events);
  return events;
}

export async function collect(events: AsyncIterable<RecordedEvent>, seen: RecordedEvent[]): Promise<void> {
  for await (const one of events) seen.push(one);
}
