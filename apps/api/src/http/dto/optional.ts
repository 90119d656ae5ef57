import { ValidateIf } from 'class-validator';

/** May be left out; `null` is not leaving out. */
export const Optional = (): PropertyDecorator => ValidateIf((_, value: unknown) => value !== undefined);
