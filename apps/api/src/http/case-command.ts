import { capacities } from '@anjuan/case';
import type { AnySchema } from '@anjuan/entry';
import { applyDecorators, HttpCode, Post } from '@nestjs/common';
import { ApiExtension, ApiHeader, ApiOperation, ApiParam } from '@nestjs/swagger';
import { hashOf } from './form.js';
import { ReadsItsForm } from './route-form.js';

const header = (name: string, description: string) => ApiHeader({ name, description, required: true });
/** The capacity in which the person acts, one of those there are. */
export const ActingCapacity = () =>
  ApiHeader({
    name: 'Acting-Capacity',
    description: '以何身份实施；The capacity in which the person acts',
    required: true,
    schema: { type: 'string', enum: [...capacities] },
  });

const documented = (path: string, summary: string) => [
  ApiOperation({ summary, operationId: path }),
  header('Idempotency-Key', '同一请求只执行一次；The same key answers with the first result'),
  ActingCapacity(),
  ReadsItsForm(),
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

/** The same of a record of another procedure. */
export const RecordCommand = (act: string, summary: string) =>
  applyDecorators(
    Post(`:recordId/${act}`),
    HttpCode(200),
    ...documented(act, summary),
    ApiParam({ name: 'recordId', description: '记录；The record', type: String, format: 'uuid' }),
    header('If-Match', '所依据的版本；The revision of the record that was read, in quotes'),
  );

/** A command that opens a case or other record: `POST …/<step>/<act>`; the method says 201, where the API description finds it. */
export const OpeningCommand = (act: string, summary: string) =>
  applyDecorators(Post(act), ...documented(act, summary));

/** A command on a side stream of the case in the path, without its revision; the method states its status. */
export const SideStreamCommand = (path: string, act: string, summary: string) =>
  applyDecorators(Post(path), ...documented(act, summary), ofCase());

type Entered = Readonly<{
  schema: AnySchema;
  /** The entry can be withdrawn later. */
  withdrawable: boolean;
}>;
type Extensions = Readonly<Record<`x-${string}`, unknown>>;

const extensions = ({ schema, withdrawable }: Entered): Extensions => ({
  'x-schema-hash': hashOf(schema),
  ...('occurredAt' in schema.fields && { 'x-outside': true }),
  // An act that cannot be withdrawn is reviewed once more before it is sent.
  ...(!withdrawable && { 'x-irrevocable': true, 'x-check-page': true }),
});

/** What a form of the act needs to know beyond its fields. */
export const KnownToForms = (of: Entered) =>
  applyDecorators(...Object.entries(extensions(of)).map(([key, value]) => ApiExtension(key, value)));
