import { isTypedDate, isTypedInstant, typedDateFault } from '@anjuan/law';
import { applyDecorators } from '@nestjs/common';
import { Transform } from 'class-transformer';
import { inUtc } from './is-instant.js';
import { Shaped } from './shaped.js';

/** A day, or a moment with its zone, which is taken down in UTC. */
export const IsDayOrInstant = (): PropertyDecorator =>
  applyDecorators(
    Transform(({ value }) => inUtc(value), { toClassOnly: true }),
    Shaped({
      name: 'isDayOrInstant',
      holds: (value) => typeof value === 'string' && (isTypedDate(value) || isTypedInstant(value)),
      says: (value) => {
        const { zh, en } = typedDateFault(value);
        return `${zh}，或带时区的时刻；${en}, or a moment with its zone, such as 2026-03-11T02:00:00.000Z`;
      },
      shown: {
        oneOf: [
          { type: 'string', format: 'date' },
          { type: 'string', format: 'date-time' },
        ],
      },
      bytes: () => 182,
    }),
  );
