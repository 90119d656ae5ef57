import { applyDecorators } from '@nestjs/common';
import { Transform } from 'class-transformer';
import { YesOrNo } from './yes-or-no.js';

/** `true` or `false` in a query: no other word for it, and no number. */
export const YesOrNoWord = (): PropertyDecorator =>
  applyDecorators(
    Transform(
      ({ value }: { value: unknown }): unknown => value === 'true' || (value === 'false' ? false : value),
      { toClassOnly: true },
    ),
    YesOrNo(),
  );
