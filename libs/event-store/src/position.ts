import { PositionUnknown, type Position } from './event-store.js';

/** Dense positions 1, 2, 3 … as strings that compare in the same order. */
export function toPosition(number: number): Position {
  return String(number).padStart(16, '0');
}

/** 0 for the beginning. @throws PositionUnknown when it is not one of ours */
export function fromPosition(position: Position | undefined): number {
  if (position === undefined) return 0;
  if (!/^\d{16}$/.test(position)) throw new PositionUnknown(position);
  return Number(position);
}
