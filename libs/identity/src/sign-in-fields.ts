/** What the page of the sign-in sends. */
import { type IncomingMessage, type ServerResponse } from 'node:http';
import { formIn, isForm } from './form-body.js';
import { sendProblem } from './sign-in-shown.js';
import { notAForm, tooLarge, unreadable } from './sign-in-texts.js';

const always = ['login', 'password'];
/** Sent by this page always, and by older programs never. */
export const codeField = 'code';
/** Sent by a page that asks for a passkey; by itself where it is asked for in place of the password. */
export const passkeyField = 'passkey';
const anew = ['newPassword', 'newPasswordAgain'];

export type SignInFields = ReadonlyMap<string, string>;

export const isPasskeyAlone = (form: SignInFields): boolean => form.size === 1 && form.has(passkeyField);

const isOfThisPage = (form: SignInFields): boolean => {
  const fields = [
    ...always,
    ...(anew.some((name) => form.has(name)) ? anew : []),
    ...[codeField, passkeyField].filter((name) => form.has(name)),
  ];
  return isPasskeyAlone(form) || (form.size === fields.length && fields.every((name) => form.has(name)));
};

/** Answers what is no form of this page itself: undefined then. */
export const formOf = async (
  req: IncomingMessage,
  res: ServerResponse,
): Promise<SignInFields | undefined> => {
  if (!isForm(req)) {
    res.setHeader('Connection', 'close');
    sendProblem(res, 415, notAForm);
    return undefined;
  }
  const form = await formIn(req);
  if (form === 'too-large') {
    res.setHeader('Connection', 'close');
    sendProblem(res, 413, tooLarge);
    return undefined;
  }
  if (form !== 'unreadable' && isOfThisPage(form)) return form;
  sendProblem(res, 400, unreadable);
  return undefined;
};
