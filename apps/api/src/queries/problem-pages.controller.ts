import { provisions } from '@anjuan/record';
import { Controller, Get, Header, Param } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { cures } from '../http/problem-cures.js';
import { Problem, problems } from '../http/problems.js';
import { statedAsJson } from '../http/to-problem.js';

const text = (value: string): string =>
  value.replace(/[&<>"]/g, (character) => `&#${String(character.charCodeAt(0))};`);

/** Where a problem's `type` leads: what it means and, for a refusal, every provision the program knows. */
@ApiTags('problems')
@Controller('problems')
export class ProblemPagesController {
  @Get(':type')
  @Header('content-type', 'text/html; charset=utf-8')
  @Header(
    'content-security-policy',
    "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'",
  )
  @ApiOperation({ summary: '问题说明；What a problem means', operationId: 'problems/page' })
  page(@Param('type') type: string): string {
    if (!isProblem(type)) throw new Problem('not-found', '无此问题类型；There is no such problem type');
    const { status, zh, en } = problems[type];
    const cure = cures[type];
    const body = type === 'not-lawful-yet' ? provisionTable() : '';
    return `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>${text(zh)}</title>
<style>body{font:16px/1.6 sans-serif;max-width:70em;margin:2em auto;padding:0 1em}td,th{text-align:left;vertical-align:top;padding:.3em .8em .3em 0}</style>
<h1>${text(zh)}</h1><p lang="en">${text(en)}</p><p>${text(cure.zh)}。</p><p lang="en">${text(cure.en)}.</p><p>HTTP ${String(status)} · <code>${type}</code></p>${body}</html>`;
  }
}

const isProblem = (type: string): type is keyof typeof problems => Object.hasOwn(problems, type);

const provisionTable = (): string =>
  `<table><thead><tr><th>条款</th><th>规定</th><th>Provision</th><th>id</th></tr></thead><tbody>${provisions
    .map(({ provision }) => statedAsJson(provision))
    .map(
      ({ id, article, says, en }) =>
        `<tr id="${text(id)}"><td>${text(article)}</td><td>${text(says)}</td><td lang="en">${text(en)}</td><td><code>${text(id)}</code></td></tr>`,
    )
    .join('')}</tbody></table>`;
