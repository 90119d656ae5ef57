import { rightTo } from '@anjuan/rights';
import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';

const settings = new DocumentBuilder()
  .setTitle('案卷 Anjuan')
  .setDescription(
    '行政执法案件全过程记录：命令、查询、登记。Commands, reads and the registry of administrative-enforcement cases.',
  )
  .setVersion('1')
  .addBearerAuth()
  // Of every route but those that the table of rights opens to anybody.
  .addSecurityRequirements('bearer')
  .build();

/** Made from the controllers and DTOs alone; only a compiled build carries the shapes of the DTOs. */
export const openApiDocument = (app: INestApplication): OpenAPIObject => {
  const document = SwaggerModule.createDocument(app, settings);
  for (const methods of Object.values(document.paths))
    for (const operation of Object.values(methods) as readonly { operationId: string; security?: object[] }[])
      if (rightTo(operation.operationId).who === 'anybody') operation.security = [{}];
  return document;
};
