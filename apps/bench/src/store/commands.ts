/** Commands on one case, the law deciding on both sides: evidence is added until the case has 1,000 entries. */
import { decide, emptyFile, evolve, resume, type CaseEvent, type CaseFile } from '@anjuan/case';
import type { Json, NewEvent, RecordedEvent } from '@anjuan/event-store';
import { CommandHandler, type Event } from '@event-driven-io/emmett';
import { contextOf, longCase, piece } from '../law/long-case.js';
import { openEmmett, type Emmett } from './emmett.js';
import { openOurs, type Ours } from './ours.js';
import { perSecond } from './pace.js';
import type { StoreMeasure } from './rounds.js';

const entries = 1_000;
const { history: filed } = longCase(4);
const commands = entries - filed.length;
const add = (file: CaseFile) => decide('evidence/add', piece, file, contextOf('lin'));

const sealed = ({ type, v, occurredAt, actors, data }: ReturnType<typeof add>[number]): NewEvent => ({
  type,
  v,
  occurredAt,
  actors,
  recordedBy: 'lin',
  agency: 'agency',
  rules: {},
  data: JSON.parse(JSON.stringify(data)) as Json,
});
const caseEvent = ({ type, v, occurredAt, recordedAt, recordedBy, actors, revision, data }: RecordedEvent) =>
  ({ type, v, occurredAt, recordedAt, recordedBy, actors, revision, data }) as CaseEvent;

/** As the API does: what was folded is kept, each command reads what is new since, and the append compares again. */
async function growOurs({ store }: Ours): Promise<void> {
  const stream = `case-${crypto.randomUUID()}`;
  const command = () => ({ id: `lin/${crypto.randomUUID()}`, digest: 'd'.repeat(64) });
  await store.append(stream, 'none', filed.map(sealed), command());
  const first = await store.read(stream);
  let known = { file: first.map(caseEvent).reduce(evolve, emptyFile), revision: first.length - 1 };
  for (let i = 0; i < commands; i++) {
    const [, ...since] = await store.read(stream, undefined, known.revision);
    const file = resume(known.file, since.map(caseEvent));
    if (file === undefined) throw new Error('The fold cannot be taken up again.');
    known = { file, revision: known.revision + since.length };
    await store.append(stream, known.revision, add(known.file).map(sealed), command());
  }
}

type Stored = Event<CaseEvent['type'], Record<string, unknown>>;

async function growEmmett({ store }: Emmett): Promise<void> {
  const stream = `case-${crypto.randomUUID()}`;
  const stored = (event: Omit<CaseEvent, 'revision' | 'recordedAt' | 'recordedBy'>): Stored => ({
    type: event.type,
    data: { ...event },
  });
  const handle = CommandHandler<CaseFile, Stored>({
    initialState: () => emptyFile,
    evolve: (file, { data }) =>
      evolve(file, { ...data, revision: file.revision + 1, recordedBy: 'lin', recordedAt: '' } as CaseEvent),
  });
  await store.appendToStream(stream, filed.map(stored));
  for (let i = 0; i < commands; i++)
    await handle(store, stream, (file) => add(file).map((event) => stored(event as CaseEvent)));
}

export const growingCase: StoreMeasure = {
  name: 'commands on one case growing to 1,000 events',
  unit: 'commands/s',
  aim: { emmett: 6 },
  open: async (server) => {
    const ours = await openOurs(await server.database());
    const emmett = await openEmmett(await server.database());
    return {
      ours: () => perSecond(commands, () => growOurs(ours)),
      emmett: () => perSecond(commands, () => growEmmett(emmett)),
      close: async () => {
        await Promise.all([ours.close(), emmett.close()]);
      },
    };
  },
};
