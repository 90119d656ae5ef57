import { fromPosition } from '../../position.js';
import { storedDigest } from '../digest.js';
import { columns, inOnePiece } from '../parameters.js';
import type { Plan } from './plan.js';

/**
 * What a plan writes, a column each: events, the streams they begin, disclosures, the time, the new head. The events'
 * bytes are one piece, which the driver sends as it is, with the place (from 1) and the size of each.
 */
export function rowsOf({ recordedAt, events, commands }: Plan): unknown[] {
  const disclosures = events.flatMap((event) =>
    event.disclosures.map((one) => ({ ...one, position: event.position })),
  );
  const answers = new Map(commands.map((one) => [fromPosition(one.appended.position), one]));
  const last = events.map(({ position }) => answers.get(position));
  return [
    ...columns(events, ['position', 'stream', 'revision', 'id']),
    last.map((command) => command?.key ?? null),
    last.map((command) => (command ? storedDigest(command.digest) : null)),
    ...inOnePiece(events.map(({ bytes }) => bytes)),
    newStreams(events),
    ...columns(disclosures, ['position', 'digest', 'disclosure', 'kind']),
    recordedAt,
    events.at(-1)?.position,
  ];
}

/** Names, in the order of their numbers to be. */
function newStreams(events: Plan['events']): string[] {
  return events.flatMap(({ stream, revision }) => (revision === 0 ? [stream] : []));
}
