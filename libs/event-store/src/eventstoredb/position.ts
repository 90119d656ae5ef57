import { PositionUnknown, type Position } from '../event-store.js';

/** Digits of the greatest position, 2^63 - 1. */
const digits = 19;

/** As the server has it, in decimal digits. */
export type LogPosition = Readonly<{ commit: string; prepare: string }>;

/** Commit and prepare, because the server asks for both; padded, so that strings compare as the log runs. */
export function toPosition({ commit, prepare }: LogPosition): Position {
  return `${commit.padStart(digits, '0')}-${prepare.padStart(digits, '0')}`;
}

/** @throws PositionUnknown when it is not one of ours */
export function fromPosition(position: Position): LogPosition {
  const [, commit, prepare] = /^0*(\d{1,19})-0*(\d{1,19})$/.exec(position) ?? [];
  if (position.length !== 2 * digits + 1 || commit === undefined || prepare === undefined)
    throw new PositionUnknown(position);
  return { commit, prepare };
}
