import { Controller, Get, Req, Res } from '@nestjs/common';
import { ApiExcludeController, ApiOperation } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Identity } from '../parts/identity.js';
import { isBrowser, sendPage, type Link } from './page.js';

const title = { zh: '案卷', en: 'Anjuan' };
const what = {
  zh: '行政执法案件全过程记录系统的服务端。办案人员通过本机关的应用使用它。',
  en: 'The server that keeps the whole record of administrative-enforcement cases. Caseworkers use it through the application of their agency.',
};
const health: Link = { href: '/health', text: { zh: '运行状况', en: 'Health' } };
/** Only the built-in issuer leads to the page of the API. */
const docs: Link = { href: '/docs', text: { zh: '登录并查看接口说明', en: 'Sign in and read the API' } };

/** What the address that the start prints answers with. */
@ApiExcludeController()
@Controller()
export class FrontPageController {
  constructor(private readonly identity: Identity) {}

  @Get()
  @ApiOperation({ operationId: 'front-page' })
  front(@Req() request: FastifyRequest, @Res() reply: FastifyReply): void {
    const links = this.identity.issuer ? [docs, health] : [health];
    if (isBrowser(request.headers.accept)) sendPage(reply, { title, texts: [what], links });
    else void reply.send({ name: title.en, links: links.map(({ href }) => href) });
  }
}
