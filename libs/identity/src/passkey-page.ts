import { type IncomingMessage, type ServerResponse } from 'node:http';
import { formIn, isForm } from './form-body.js';
import { type Holders } from './holders.js';
import { type Bilingual, pageHeaders, problemPage, registeredPage, registrationPage } from './pages.js';
import { passkeyScript, scriptPath } from './passkey-script.js';
import { type Passkeys } from './passkeys.js';

const title: Bilingual = { zh: '无法登记通行密钥', en: 'The passkey cannot be registered' };
const expired: Bilingual = {
  zh: '本页已过期或已用过，请重新开始登记（POST /v1/me/passkeys）。',
  en: 'This page has expired or was used: begin anew (POST /v1/me/passkeys).',
};
const refused: Bilingual = {
  zh: '未登记：通行密钥不是按本页的要求生成的，或者已经登记过，或者账号已不能登记（至多10把，24小时内至多10次）。请重新开始登记（POST /v1/me/passkeys）。',
  en: 'Nothing was registered: the passkey was not made as this page asked, is registered already, or the account can register none any more (ten in all, ten in 24 hours). Begin anew (POST /v1/me/passkeys).',
};
const unreadable: Bilingual = {
  zh: '只接受本页表单提交的内容，请重新开始登记。',
  en: 'Only the form of this page is taken; begin anew.',
};

const end = (res: ServerResponse, status: number, page: string, headers = pageHeaders()): void => {
  res.writeHead(status, headers);
  res.end(page);
};
const endProblem = (res: ServerResponse, status: number, problem: Bilingual): void => {
  end(res, status, problemPage(title, problem));
};

const answerOf = async (req: IncomingMessage): Promise<string | undefined> => {
  if (!isForm(req)) return undefined;
  const form = await formIn(req);
  return typeof form === 'string' || form.size !== 1 ? undefined : form.get('passkey');
};

type Parts = Readonly<{ passkeys: Passkeys; holders: Holders; issuerUrl: string; mountPath: string }>;

/** The page on which a person registers a passkey: `GET` and `POST /passkey/<ticket>`, and its script. */
export const passkeyPage = ({ passkeys, holders, issuerUrl, mountPath }: Parts) => {
  const script = `${issuerUrl}${scriptPath}`;
  const show = async (res: ServerResponse, ticket: string): Promise<void> => {
    const shown = await passkeys.shown(ticket);
    if (!shown) {
      endProblem(res, 400, expired);
      return;
    }
    const { login, name, options } = shown;
    const action = `${mountPath}/passkey/${ticket}`;
    end(res, 200, registrationPage({ action, login, name }, { options, script }), pageHeaders([], script));
  };
  const take = async (req: IncomingMessage, res: ServerResponse, ticket: string): Promise<void> => {
    const answer = await answerOf(req);
    if (answer === undefined) {
      res.setHeader('Connection', 'close');
      endProblem(res, 400, unreadable);
      return;
    }
    const done = await passkeys.register(ticket, answer, ({ account, passkey, signIn }) =>
      holders.factorRegistered(account, { passkey, signIn, at: new Date() }),
    );
    if (done) end(res, 200, registeredPage(done));
    else endProblem(res, 400, refused);
  };
  return async (req: IncomingMessage, res: ServerResponse): Promise<void> => {
    const [path = ''] = (req.url ?? '').split('?');
    if (path === scriptPath) {
      const type = { 'Content-Type': 'text/javascript; charset=utf-8' };
      end(res, 200, passkeyScript, { ...pageHeaders(), ...type, 'Cache-Control': 'no-cache' });
      return;
    }
    const ticket = path.slice('/passkey/'.length);
    if (req.method === 'POST') await take(req, res, ticket);
    else await show(res, ticket);
  };
};
