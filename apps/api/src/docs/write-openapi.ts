import { readFile, writeFile } from 'node:fs/promises';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { ApiModule } from '../api.module.js';
import { openApiDocument } from './openapi-document.js';

/** `npm run openapi` writes docs/openapi.json; with `--check` it only compares. Nothing is opened for it. */
const app = await NestFactory.create(ApiModule.unopened(), new FastifyAdapter(), {
  preview: true,
  logger: false,
});
const text = `${JSON.stringify(openApiDocument(app), null, 2)}\n`;
const file = new URL('../../../../../docs/openapi.json', import.meta.url);

if (process.argv.includes('--check')) {
  const kept = await readFile(file, 'utf8').catch(() => '');
  if (kept !== text) {
    console.error(
      'docs/openapi.json 已过期：运行 npm run openapi。docs/openapi.json is stale: run npm run openapi.',
    );
    process.exitCode = 1;
  }
} else await writeFile(file, text);
