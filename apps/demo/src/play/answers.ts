/** The API's answers, read with distrust. */
import type { Answer } from './client.js';
import { ServerUnusable } from './client.js';
import type { Recorded } from './acts/scene.js';
import type { Reason } from './verdict.js';

type Fields = Readonly<Record<string, unknown>>;
const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null;
const textIn = (from: unknown, key: string): string | undefined => {
  const value = isFields(from) ? from[key] : undefined;
  return typeof value === 'string' ? value : undefined;
};
const listIn = (from: unknown, key: string): readonly unknown[] => {
  const value = isFields(from) ? from[key] : undefined;
  return Array.isArray(value) ? (value as readonly unknown[]) : [];
};

/** The state of a case or other record after a command. */
export type Changed = Readonly<{
  id: string;
  revision: number;
  recorded: readonly Recorded[];
  number?: string;
}>;

const recordedOf = (one: unknown): Recorded => {
  const [type, entry] = [textIn(one, 'type'), isFields(one) ? one['entry'] : undefined];
  if (type === undefined || typeof entry !== 'number') throw unusable('recorded');
  return { type, entry };
};

const unusable = (what: string): ServerUnusable =>
  new ServerUnusable(
    `服务应答缺少“${what}”；the server's answer lacks "${what}": is this the API of this version?`,
  );

/** `name`: of the procedure. */
export const changedOf = ({ body }: Answer, name: string): Changed => {
  const id = textIn(body, name);
  const revision = isFields(body) ? body['revision'] : undefined;
  if (id === undefined || typeof revision !== 'number') throw unusable(`${name}, revision`);
  const number = textIn(body, 'number');
  return {
    id,
    revision,
    recorded: listIn(body, 'recorded').map(recordedOf),
    ...(number !== undefined && { number }),
  };
};

/** Last days of the clocks of one time limit. */
export const dueDaysOf = ({ body }: Answer, limit: string): readonly string[] =>
  listIn(body, 'deadlines').flatMap((one) => (textIn(one, 'id') === limit ? [textIn(one, 'due') ?? ''] : []));

/** One text that an answer must carry, such as the id of what was registered. */
export const named = ({ body }: Answer, key: string): string => {
  const value = textIn(body, key);
  if (value === undefined) throw unusable(key);
  return value;
};

const reasonOf = (one: unknown): Reason => {
  const of = (key: string) => textIn(one, key) ?? '';
  return { id: of('id'), cites: of('cites'), article: of('article'), says: of('says'), en: of('en') };
};

/** The server refused: by law (with its reasons) or because the request was not in order. */
export class ActRefused extends Error {
  override readonly name = 'ActRefused';
  constructor(
    readonly status: number,
    readonly title: string,
    readonly detail: string,
    readonly reasons: readonly Reason[],
  ) {
    super(`${status} ${title} ${detail}`);
  }
}

const wrongFields = (body: unknown): string =>
  listIn(body, 'errors')
    .map((one) => `${textIn(one, 'pointer') ?? ''} ${textIn(one, 'detail') ?? ''}`)
    .join('; ');

export const refusalOf = ({ status, body }: Answer): ActRefused =>
  new ActRefused(
    status,
    textIn(body, 'title') ?? '',
    [textIn(body, 'detail') ?? '', wrongFields(body)].filter((part) => part !== '').join(' '),
    listIn(body, 'provisions').map(reasonOf),
  );

export const accepted = ({ status }: Answer): boolean => status >= 200 && status < 300;
