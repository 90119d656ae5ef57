import { Catch, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { isBrowser, sendPage } from '../front/page.js';
import { Config } from '../parts/config.js';
import { Troubles } from '../log/troubles.js';
import { nameOf } from '../parts/last-writes.js';
import { Trouble } from '../parts/trouble.js';
import { challengeOf } from './fresh-sign-in.js';
import { problemDocument, problemType } from './problem-document.js';
import { problems, type Problem } from './problems.js';
import { toProblem } from './to-problem.js';

const notThere = {
  status: 404,
  title: { zh: '没有这个页面', en: 'There is no such page' },
  texts: [{ zh: '请核对地址。', en: 'Check the address.' }],
  links: [{ href: '/', text: { zh: '首页', en: 'The front page' } }],
};

/** RFC 9457: never a stack, SQL or a value of a secret. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  readonly #log = new Logger('Problem');
  readonly #troubles = new Troubles((fields) => {
    this.#log.error(fields);
  });
  constructor(
    private readonly config: Config,
    private readonly trouble: Trouble,
  ) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const problem = toProblem(error);
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const { status } = problems[problem.type];
    if (problem.type === 'internal-error') this.#log.error({ requestId: request.id, err: error });
    if (status === 503 || status === 507)
      this.#troubles.met(`${problem.type} ${nameOf(error)}`, { says: this.trouble.now() ?? problem.message });
    const detail = status === 503 ? (this.trouble.now() ?? problem.message) : problem.message;
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    if (status === 404 && isBrowser(request.headers.accept)) {
      sendPage(reply, notThere);
      return;
    }
    addHeaders(reply, problem, status);
    const [instance = ''] = request.url.split('?');
    const found = { publicUrl: this.config.PUBLIC_URL ?? '', instance, requestId: request.id };
    void reply
      .status(status)
      .header('cache-control', 'no-store')
      .type(problemType)
      .send(problemDocument(problem, found, detail));
  }
}

const addHeaders = (reply: FastifyReply, problem: Problem, status: number): void => {
  const { allow, ends } = problem.extensions;
  if (status === 401) reply.header('www-authenticate', challengeOf(problem));
  if (status === 405) reply.header('allow', allow);
  if (status === 429) reply.header('retry-after', new Date(String(ends)).toUTCString());
  if (status === 503) reply.header('retry-after', '2');
};
