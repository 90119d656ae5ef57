import { applyDecorators } from '@nestjs/common';
import { ApiProperty, type ApiPropertyOptions } from '@nestjs/swagger';
import { ValidateBy } from 'class-validator';

/** The form of one field: what is taken, and what the sender is told otherwise. */
export type Shape = Readonly<{
  name: string;
  holds: (value: unknown) => boolean;
  /** Chinese；English. */
  says: string;
  /** How the API description shows it. */
  shown: ApiPropertyOptions;
}>;

/** A field of that form; the one way every field of a command is checked. */
export const Shaped = ({ name, holds, says, shown }: Shape): PropertyDecorator =>
  applyDecorators(
    ValidateBy({ name, validator: { validate: holds, defaultMessage: () => `$property：${says}` } }),
    ApiProperty(shown),
  );
