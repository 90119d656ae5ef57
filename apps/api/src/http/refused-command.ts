import { applyDecorators } from '@nestjs/common';
import { ApiExtraModels, ApiResponse, getSchemaPath } from '@nestjs/swagger';
import { InvalidRequestDto, NotLawfulDto } from './dto/refused.dto.js';
import { problemType } from './problem-document.js';
import { problems, type ProblemType } from './problems.js';

const refusal = (type: ProblemType, form: new () => object) =>
  ApiResponse({
    status: problems[type].status,
    description: `${problems[type].zh}；${problems[type].en}`,
    content: { [problemType]: { schema: { $ref: getSchemaPath(form) } } },
  });

/** The two refusals that say which fields of the entry they are about. */
export const RefusesByField = () =>
  applyDecorators(
    ApiExtraModels(NotLawfulDto, InvalidRequestDto),
    refusal('not-lawful-yet', NotLawfulDto),
    refusal('invalid-request', InvalidRequestDto),
  );
