import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';

const settings = new DocumentBuilder()
  .setTitle('案卷 Anjuan')
  .setDescription(
    '行政执法案件全过程记录：命令、查询、登记。Commands, reads and the registry of administrative-enforcement cases.',
  )
  .setVersion('1')
  .addBearerAuth()
  // Of every route; one that is open says so itself (`Public`).
  .addSecurityRequirements('bearer')
  .build();

/** Made from the controllers and DTOs alone; only a compiled build carries the shapes of the DTOs. */
export const openApiDocument = (app: INestApplication): OpenAPIObject =>
  SwaggerModule.createDocument(app, settings);
