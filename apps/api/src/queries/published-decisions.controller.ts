import { publishedDecisions } from '@anjuan/views';
import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import pg from 'pg';
import { itemsOfPage, PublicPageDto } from './page.dto.js';

/** 行政处罚决定公示：anybody may read it. */
@ApiTags('published-decisions 公示')
@Controller('v1/published-decisions')
export class PublishedDecisionsController {
  constructor(@Inject(pg.Pool) private readonly pool: pg.Pool) {}

  @Get()
  @ApiOperation({ summary: '已公示的处罚决定；Published decisions', operationId: 'published-decisions' })
  async list(@Query() { limit = itemsOfPage, after }: PublicPageDto) {
    return publishedDecisions(this.pool, { limit, ...(after !== undefined && { after }) });
  }
}
