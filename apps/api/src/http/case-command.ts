import { applyDecorators, HttpCode, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiHeader, ApiOperation, ApiParam } from '@nestjs/swagger';

const header = (name: string, description: string) => ApiHeader({ name, description, required: true });
const documented = (path: string, summary: string) => [
  ApiOperation({ summary, operationId: path }),
  ApiBearerAuth(),
  header('Idempotency-Key', '同一请求只执行一次；The same key answers with the first result'),
  header('Acting-Capacity', '以何身份实施；The capacity in which the person acts'),
];

// Read with the headers (command-headers.ts), so no method has it as an argument.
const ofCase = () =>
  ApiParam({ name: 'caseId', description: '案件；The case', type: String, format: 'uuid' });

/** A command on a case that exists: `POST …/{caseId}/<step>/<act>`, on the revision the reader saw. */
export const CaseCommand = (act: string, summary: string) =>
  applyDecorators(
    Post(`:caseId/${act}`),
    HttpCode(200),
    ...documented(act, summary),
    ofCase(),
    header('If-Match', '所依据的案卷版本；The revision of the case that was read, in quotes'),
  );

/** A command that opens a case: `POST …/<step>/<act>`. */
export const OpeningCommand = (act: string, summary: string) =>
  applyDecorators(Post(act), HttpCode(201), ...documented(act, summary));

/** A command that is recorded beside the case of the path, on no revision of it. */
export const CommandBeside = (path: string, act: string, summary: string, status: 200 | 201) =>
  applyDecorators(Post(path), HttpCode(status), ...documented(act, summary), ofCase());
