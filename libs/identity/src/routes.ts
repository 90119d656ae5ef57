import { type IncomingMessage, type ServerResponse } from 'node:http';
import { formIn, isForm } from './form-body.js';
import { type Bilingual, pageHeaders, problemPage } from './pages.js';

const read = ['GET', 'HEAD'];
/** As discovery names them, letter for letter; the library would take them in any letter case. */
const routes: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^\/auth$/, [...read, 'POST']],
  [/^\/auth\/[\w-]{1,128}$/, read],
  [/^\/interaction\/[\w-]{1,128}$/, ['GET', 'POST']],
  [/^\/passkey\.js$/, read],
  [/^\/passkey\/[\w-]{1,128}$/, [...read, 'POST']],
  [/^\/token$/, ['POST', 'OPTIONS']],
  [/^\/token\/revocation$/, ['POST', 'OPTIONS']],
  [/^\/jwks$/, [...read, 'OPTIONS']],
  [/^\/\.well-known\/(?:openid-configuration|oauth-authorization-server)$/, [...read, 'OPTIONS']],
  [/^\/session\/end$/, read],
  [/^\/session\/end\/success$/, read],
  [/^\/session\/end\/confirm$/, ['POST']],
];

const title: Bilingual = { zh: '无法登录', en: 'Sign-in not possible' };
const unreadable: Bilingual = {
  zh: '提交的内容须为 UTF-8 表单，每项一次，不压缩。',
  en: 'Send a form, urlencoded in UTF-8, each name once and not packed.',
};

type Refused = readonly [status: number, problem: Bilingual, headers?: Readonly<Record<string, string>>];

const endWithPage = (res: ServerResponse, [status, problem, headers = {}]: Refused): void => {
  res.writeHead(status, { ...pageHeaders(), ...headers });
  res.end(problemPage(title, problem));
};

/** What a program sent is refused as OAuth has it (RFC 6749, 5.2), and what a browser sent by a page. */
const endUnreadable = (path: string, res: ServerResponse): void => {
  // What still comes in is not read.
  res.setHeader('Connection', 'close');
  if (!path.startsWith('/token')) {
    endWithPage(res, [415, unreadable]);
    return;
  }
  res.writeHead(400, { 'content-type': 'application/json', 'cache-control': 'no-store' });
  const said = { error: 'invalid_request', error_description: `${unreadable.zh} ${unreadable.en}` };
  res.end(JSON.stringify(said));
};

/** Sent as a form (OpenID Connect Core, 3.1.2.1): the same as a query, under which our cookies come along. */
const asQuery = async (req: IncomingMessage, res: ServerResponse, mountPath: string): Promise<void> => {
  const form = await formIn(req);
  if (form === 'too-large' || form === 'unreadable') {
    res.setHeader('Connection', 'close');
    endWithPage(res, [form === 'too-large' ? 413 : 400, unreadable]);
    return;
  }
  const query = new URLSearchParams([...form]).toString();
  res.writeHead(303, { location: `${mountPath}/auth?${query}`, 'cache-control': 'no-store' });
  res.end();
};

/** A form that a page of ours would have to send by itself is forbidden to our pages, as scripts are. */
const answersByQuery = (query: string): boolean =>
  new URLSearchParams(query).getAll('response_mode').every((mode) => mode === '' || mode === 'query');

const refusalOf = (method: string, path: string, query: string): Refused | undefined => {
  const methods = routes.find(([form]) => form.test(path))?.[1];
  if (methods === undefined)
    return [404, { zh: '登录服务无此地址。', en: 'The issuer has no such address.' }];
  const allow = methods.join(', ');
  if (!methods.includes(method))
    return [405, { zh: '不支持此请求方法。', en: `Only ${allow} here.` }, { allow }];
  if (path !== '/auth' || answersByQuery(query)) return undefined;
  const en = 'unsupported_response_mode: only response_mode=query is supported.';
  return [400, { zh: '只支持 response_mode=query。', en }];
};

/** Their forms are read where the pages are made. */
const ofPages = /^\/(interaction|passkey)\//;

/** Answers what is no request to the issuer: true then. `req.url` is without the mount path. */
export const isAnswered = async (
  req: IncomingMessage,
  res: ServerResponse,
  mountPath: string,
): Promise<boolean> => {
  const { url = '', method = '' } = req;
  const [path = '', query = ''] = url.split('?');
  const refusal = refusalOf(method, path, query);
  if (refusal) endWithPage(res, refusal);
  else if (method !== 'POST' || ofPages.test(path)) return false;
  else if (!isForm(req)) endUnreadable(path, res);
  else if (path === '/auth') await asQuery(req, res, mountPath);
  else return false;
  return true;
};
