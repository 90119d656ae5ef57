import { Catch, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Config } from '../config.js';
import { Trouble } from '../trouble.js';
import { problems } from './problems.js';
import { toProblem } from './to-problem.js';

/** RFC 9457: never a stack, SQL or a value of a secret. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  readonly #log = new Logger('Problem');
  constructor(
    private readonly config: Config,
    private readonly trouble: Trouble,
  ) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const problem = toProblem(error);
    const { status, zh, en } = problems[problem.type];
    if (problem.type === 'internal-error') this.#log.error(error);
    const detail = status === 503 ? (this.trouble.now() ?? problem.message) : problem.message;
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    if (status === 401) reply.header('www-authenticate', 'Bearer');
    if (status === 503) reply.header('retry-after', '2');
    void reply
      .status(status)
      .header('cache-control', 'no-store')
      .type('application/problem+json')
      .send(
        JSON.stringify({
          type: `${this.config.PUBLIC_URL ?? ''}/problems/${problem.type}`,
          title: `${zh}；${en}`,
          status,
          ...(detail !== '' && { detail }),
          instance: request.url.split('?')[0],
          ...problem.extensions,
        }),
      );
  }
}
