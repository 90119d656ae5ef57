import { isInstant, isLocalDate, isTypedInstant, typedDateFault } from '@anjuan/law';
import { applyDecorators } from '@nestjs/common';
import { Transform } from 'class-transformer';
import { Shaped } from './shaped.js';

// RFC 3339 with at most milliseconds; the zone is never left to be guessed.
const form =
  /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,3})?)?(Z|[+-](0\d|1[0-4]):[0-5]\d)$/;

/** The same moment in UTC with milliseconds; anything that is no moment comes back as it is. */
export const inUtc = (value: unknown): unknown => {
  const day = typeof value === 'string' ? form.exec(value)?.[1] : undefined;
  if (typeof value !== 'string' || day === undefined || !isLocalDate(day)) return value;
  const at = new Date(value).toISOString();
  return isInstant(at) ? at : value;
};

const says = (value: unknown): string => {
  if (typeof value !== 'string' || !isInstant(value))
    return '须为带时区的时刻，如 2026-03-11T10:00:00+08:00；a moment with its zone, such as 2026-03-11T02:00:00.000Z';
  const { zh, en } = typedDateFault(value);
  return `${zh}；${en}`;
};

/** A moment with Z or an offset, taken down in UTC with milliseconds. */
export const IsInstant = (): PropertyDecorator =>
  applyDecorators(
    Transform(({ value }) => inUtc(value), { toClassOnly: true }),
    Shaped({
      name: 'isInstant',
      holds: (value) => typeof value === 'string' && isTypedInstant(value),
      says,
      shown: { type: 'string', format: 'date-time' },
      bytes: () => 182,
    }),
  );
