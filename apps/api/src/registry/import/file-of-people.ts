/** A file as it was sent: of what kind it says it is, and what is in it. */
import { readCsv, readXlsx, TableUnreadable, type Row, type TableLimits } from '@anjuan/tables';
import type { ImportFault } from '@anjuan/registry';
import { MIMEType } from 'node:util';
import type { FastifyRequest } from 'fastify';
import { mediaTypeOf } from '../../files/said-of-file.js';
import { Problem } from '../../http/problems.js';
import { peopleIn, type PeopleInFile } from './people-in.js';

export const csv = 'text/csv';
export const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export const mostLines = 2_000;
export const mostBytes = 1024 * 1024;
const limits: TableLimits = { rows: mostLines, columns: 20, text: 200, unpacked: 8 * mostBytes };

const readAs = async (request: FastifyRequest, bytes: Uint8Array): Promise<readonly Row[]> => {
  const type = typeOf(request);
  if (type.essence === csv) return readCsv(bytes, type.params.get('charset') ?? 'utf-8', limits);
  return readXlsx(bytes, limits);
};

/** @throws Problem `media-type-unknown` */
const typeOf = (request: FastifyRequest): MIMEType => {
  const type = new MIMEType(mediaTypeOf(request));
  if (type.essence === csv || type.essence === xlsx) return type;
  throw new Problem(
    'media-type-unknown',
    `以文件本身作为请求正文，Content-Type 为 ${csv}（可注明 charset）或者 ${xlsx}；Send the file itself as the body, as ${csv} (a charset may be named) or ${xlsx}`,
  );
};

/** A file that cannot be read at all has one fault, in the line where reading ended. */
export const fileOfPeople = async (request: FastifyRequest, bytes: Uint8Array): Promise<PeopleInFile> => {
  try {
    return peopleIn(await readAs(request, bytes));
  } catch (error) {
    if (!(error instanceof TableUnreadable)) throw error;
    return { count: 0, lines: [], faults: [unreadable(error)] };
  }
};

const unreadable = ({ message, line = 0 }: TableUnreadable): ImportFault => {
  const end = Math.max(message.lastIndexOf('；'), message.lastIndexOf('。')) + 1;
  return { line, zh: message.slice(0, end).replace(/；$/, ''), en: message.slice(end) };
};
