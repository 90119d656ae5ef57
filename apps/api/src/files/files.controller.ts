import { Readable } from 'node:stream';
import { AccessLog } from '@anjuan/access-log';
import { DocumentStore, FileInfected } from '@anjuan/documents';
import { Controller, Get, HttpStatus, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Clock } from '../parts/clock.js';
import { viaOf } from '../access/reader.js';
import { personalTo } from '../http/access.js';
import type { SignedInRequest } from '../http/command-headers.js';
import { statedSha256 } from '../http/content-digest.js';
import { handlingAgency } from '../http/handling-agency.js';
import { sha256 as fileHash } from '../http/path-ids.js';
import { Problem, problems } from '../http/problems.js';
import { TakesFile } from '../http/route-form.js';
import { toProblem } from '../http/to-problem.js';
import { LastWrites } from '../parts/last-writes.js';
import { FileDto } from './file.dto.js';
import { FileRights, type Through } from './file-rights.js';
import { Letters } from './letters.js';
import { dispositionOf, mediaTypeOf } from './said-of-file.js';
import { UploadDto } from './upload.dto.js';

/** Papers and media (文书、音像): streamed in, stored under the SHA-256 that the server computes. */
@ApiTags('files 文书与音像')
@Controller('v1/files')
export class FilesController {
  constructor(
    private readonly documents: DocumentStore,
    private readonly clock: Clock,
    private readonly writes: LastWrites,
    private readonly rights: FileRights,
    private readonly letters: Letters,
    private readonly access: AccessLog,
  ) {}

  @Post()
  @TakesFile()
  @ApiOperation({
    summary: '上传文件；Upload a file as the body of the request',
    operationId: 'files/upload',
  })
  @ApiConsumes('application/octet-stream')
  @ApiBody({ schema: { type: 'string', format: 'binary' } })
  async upload(
    @Req() request: SignedInRequest,
    @Query() { name }: UploadDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const { signedIn } = request;
    const agency = handlingAgency(signedIn);
    const sha256 = statedSha256(request.headers);
    const upload = {
      agency,
      by: signedIn.person,
      name: name.normalize('NFC'),
      mediaType: mediaTypeOf(request),
      at: this.clock.now(),
      bytes: Number(request.headers['content-length'] ?? 0),
      ...(sha256 !== undefined && { sha256 }),
    };
    const { known, ...stored } = await this.#store(request, upload);
    reply.status(known ? HttpStatus.OK : HttpStatus.CREATED);
    return stored;
  }

  @Get(':sha256')
  @ApiOperation({ summary: '下载文件；Download a file', operationId: 'files/download' })
  async download(
    @Req() request: SignedInRequest,
    @Param('sha256', fileHash) sha256: string,
    @Query() { purpose, look }: FileDto,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    // What is not there is reached by no way, whether or not the lists, which say by which, have come so far.
    const file = await this.documents.find(handlingAgency(request.signedIn), sha256);
    const way = file && (await this.#way(request, sha256, look));
    if (!file || !way) throw new Problem('not-found', '本机关无此文件；Your agency has no such file');
    reachedBy(request, way, purpose);
    if (way.hidden) await this.rights.hide(request.signedIn, [sha256]);
    const content = await file.content();
    await reply
      .header('cache-control', 'no-store')
      .header('accept-ranges', 'none')
      .header('content-length', file.bytes)
      .header('content-security-policy', "default-src 'none'; frame-ancestors 'none'; sandbox")
      .header('x-content-type-options', 'nosniff')
      .header('content-disposition', dispositionOf(file.name))
      .type(file.mediaType)
      .send(content);
  }

  #way(request: SignedInRequest, sha256: string, look: string | undefined): Promise<Through | undefined> {
    return look === undefined
      ? this.rights.through(request, sha256)
      : this.letters.through(request, look, sha256);
  }

  async #store(request: SignedInRequest, upload: Parameters<DocumentStore['store']>[1]) {
    const content = contentOf(request);
    try {
      const stored = await this.documents.store(content, upload);
      this.writes.done('files');
      return stored;
    } catch (error) {
      if (error instanceof FileInfected) this.#infected(request, upload.at, error);
      if (problems[toProblem(error).type].status >= 500) this.writes.failed('files', error);
      // What still comes in is let go by: the sender reads the answer when all is sent.
      content.resume();
      throw error;
    }
  }

  #infected(request: SignedInRequest, at: Date, { sha256, found }: FileInfected): void {
    this.access.uploadRefused({ at, ...viaOf(request), sha256, found });
  }
}

/** @throws Problem `not-competent` */
const reachedBy = (request: SignedInRequest, way: Through, purpose: string | undefined): void => {
  const { personal: given, ...through } = way;
  const personal = personalTo(given, purpose);
  request.access = {
    ...request.access,
    ...through,
    personal,
    ...(purpose !== undefined && { purpose }),
  };
  if (personal === 'shown') return;
  throw new Problem(
    'not-competent',
    given === 'withheld'
      ? '已被决定回避的人员不得查阅本案文件；Who was taken off the case does not read its files'
      : '本人不参与文件所在的案件：请以 purpose 说明查阅目的；You have no part in the record that names this file: state as purpose what you read it for',
  );
};

/** Without a body there is no stream: a file of no bytes. */
const contentOf = ({ body }: SignedInRequest): Readable => {
  if (isStream(body)) return body;
  if (body === undefined || body === null) return Readable.from([]);
  throw new Problem('media-type-unknown', '文件以其自身的类型上传；Send the file under its own media type');
};

const isStream = (body: unknown): body is Readable =>
  typeof body === 'object' && body !== null && 'pipe' in body && typeof body.pipe === 'function';
