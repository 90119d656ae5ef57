import { fromPosition } from '../../position.js';
import type { Plan } from './plan.js';

/**
 * What a plan writes, a column each: events, commands, disclosures, the time, the new head. The events' bytes are one
 * piece, which the driver sends as it is, with the place (from 1) and the size of each.
 */
export function rowsOf({ recordedAt, events, commands }: Plan): unknown[] {
  const disclosures = events.flatMap((event) =>
    event.disclosures.map((one) => ({ ...one, position: event.position })),
  );
  return [
    ...columns(events, ['position', 'stream', 'revision', 'id', 'type', 'commandId']),
    ...inOnePiece(events.map(({ bytes }) => bytes)),
    ...columns(commands, ['commandId', 'digest']),
    commands.map(({ appended }) => appended.stream),
    commands.map(({ appended }) => appended.revision),
    commands.map(({ appended }) => fromPosition(appended.position)),
    ...columns(disclosures, ['position', 'digest', 'disclosure', 'kind']),
    recordedAt,
    events.at(-1)?.position,
  ];
}

/** The place (from 1) and the size of each, and all of it. */
export function inOnePiece(
  all: readonly Uint8Array[],
): readonly [starts: number[], sizes: number[], whole: Buffer] {
  let next = 1;
  const sizes = all.map(({ length }) => length);
  return [sizes.map((size) => (next += size) - size), sizes, Buffer.concat(all)];
}

function columns<Row>(rows: readonly Row[], names: readonly (keyof Row)[]): unknown[][] {
  return names.map((name) => rows.map((row) => row[name]));
}
