import type { Position as LogPosition } from '@eventstore/db-client';
import { PositionUnknown, type Position } from '../event-store.js';

/** Digits of the greatest position, 2^63 - 1. */
const digits = 19;

/** Commit and prepare, because the server asks for both; padded, so that strings compare as the log runs. */
export function toPosition({ commit, prepare }: LogPosition): Position {
  return `${padded(commit)}-${padded(prepare)}`;
}

/** @throws PositionUnknown when it is not one of ours */
export function fromPosition(position: Position): LogPosition {
  const [, commit, prepare] = /^(\d{19})-(\d{19})$/.exec(position) ?? [];
  if (commit === undefined || prepare === undefined) throw new PositionUnknown(position);
  return { commit: BigInt(commit), prepare: BigInt(prepare) };
}

function padded(number: bigint): string {
  return String(number).padStart(digits, '0');
}
