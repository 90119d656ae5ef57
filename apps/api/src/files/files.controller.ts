import type { Readable } from 'node:stream';
import { DocumentStore } from '@anjuan/documents';
import { Controller, Get, HttpStatus, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiBody, ApiConsumes, ApiOperation, ApiQuery, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Clock } from '../clock.js';
import type { SignedInRequest } from '../http/command-headers.js';
import { Problem } from '../http/problems.js';

const longestName = 200;

/** Papers and media (文书、音像): streamed in, stored under the SHA-256 that the server computes. */
@ApiTags('files 文书与音像')
@ApiBearerAuth()
@Controller('v1/files')
export class FilesController {
  constructor(
    private readonly documents: DocumentStore,
    private readonly clock: Clock,
  ) {}

  @Post()
  @ApiOperation({
    summary: '上传文件；Upload a file as the body of the request',
    operationId: 'files/upload',
  })
  @ApiConsumes('application/octet-stream')
  @ApiBody({ schema: { type: 'string', format: 'binary' } })
  @ApiQuery({ name: 'name', description: '文件名；The file name' })
  async upload(
    @Req() request: SignedInRequest,
    @Query('name') name: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const { by, agency } = member(request);
    if (name === undefined || name.trim() === '' || name.length > longestName)
      throw new Problem('invalid-request', '请以 name 给出文件名；Give the file name as ?name=', {
        errors: [{ pointer: '#/name', detail: `1–${longestName}` }],
      });
    const content = request.body;
    if (!isStream(content))
      throw new Problem(
        'media-type-unknown',
        '文件以其自身的类型上传；Send the file under its own media type',
      );
    const mediaType = request.headers['content-type'] ?? 'application/octet-stream';
    const upload = { agency, by, name, mediaType, at: this.clock.now() };
    const { known, ...stored } = await this.documents.store(content, upload);
    reply.status(known ? HttpStatus.OK : HttpStatus.CREATED);
    return stored;
  }

  @Get(':sha256')
  @ApiOperation({ summary: '下载文件；Download a file', operationId: 'files/download' })
  async download(
    @Req() request: SignedInRequest,
    @Param('sha256') sha256: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const file = await this.documents.find(member(request).agency, sha256);
    if (!file) throw new Problem('not-found', '本机关无此文件；Your agency has no such file');
    await reply
      .header('cache-control', 'no-store')
      .header('content-length', file.bytes)
      .header('content-security-policy', "default-src 'none'; sandbox")
      .header('x-content-type-options', 'nosniff')
      .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`)
      .type(file.mediaType)
      .send(file.content());
  }
}

const isStream = (body: unknown): body is Readable =>
  typeof body === 'object' && body !== null && 'pipe' in body && typeof body.pipe === 'function';

const member = ({ signedIn }: SignedInRequest): { by: string; agency: string } => {
  if (signedIn.agency === undefined)
    throw new Problem('not-competent', '系统管理员不保管文件；The system administrator keeps no files');
  return { by: signedIn.person, agency: signedIn.agency };
};
