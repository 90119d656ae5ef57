import { applyDecorators } from '@nestjs/common';
import { ApiProperty, type ApiPropertyOptions } from '@nestjs/swagger';
import { ValidateBy } from 'class-validator';

/** The form of one field: what is accepted, and the error otherwise. */
export type Shape = Readonly<{
  name: string;
  holds: (value: unknown) => boolean;
  /** Chinese；English; may look at what was sent. */
  says: string | ((value: unknown) => string);
  /** How the API description shows it. */
  shown: ApiPropertyOptions;
  /** The longest it can be in JSON; only called once all forms are declared. */
  bytes: () => number;
}>;

/** A field of that form; the one way every field of a command is checked. */
export const Shaped = ({ name, holds, says, shown, bytes }: Shape): PropertyDecorator =>
  applyDecorators(
    ValidateBy({
      name,
      // Kept with the rule, so that a form made of others has it too.
      constraints: [bytes],
      validator: {
        validate: holds,
        defaultMessage: (of) => `$property：${typeof says === 'string' ? says : says(of?.value)}`,
      },
    }),
    ApiProperty(shown),
  );
