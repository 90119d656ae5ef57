import { ValidationPipe, type ValidationError } from '@nestjs/common';
import { lookUpRulesOnce } from './form-metadata.js';
import { Problem } from './problems.js';

type Fault = Readonly<{ pointer: string; detail: string }>;

const faults = (errors: readonly ValidationError[], at = '#'): readonly Fault[] =>
  errors.flatMap(({ property, constraints, children }) => [
    ...Object.values(constraints ?? {}).map((detail) => ({ pointer: `${at}/${property}`, detail })),
    ...faults(children ?? [], `${at}/${property}`),
  ]);

/** Unknown fields and wrong types are refused, each by its JSON pointer. */
export const validation = (): ValidationPipe => {
  lookUpRulesOnce();
  return new ValidationPipe({
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: true,
    transform: true,
    stopAtFirstError: false,
    exceptionFactory: (errors) =>
      new Problem(
        'invalid-request',
        '所列字段有误，未作任何记录；The fields listed are wrong, nothing was recorded',
        { errors: faults(errors) },
      ),
  });
};
