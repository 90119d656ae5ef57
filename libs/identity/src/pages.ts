import { createHash } from 'node:crypto';
/** Pages without anything fetched from elsewhere, and without script but where a passkey is used: Chinese first, then English. */
import { scriptIntegrity } from './passkey-script.js';

const style = `
  body { margin: 0; font: 1rem/1.5 system-ui, "Noto Sans CJK SC", "Microsoft YaHei", sans-serif; color: #1b1f24; background: #f2f4f7; }
  main { max-width: 24rem; margin: 10vh auto 2rem; padding: 2rem; background: #fff; border: 1px solid #c9d1d9; border-radius: .5rem; }
  h1 { margin: 0 0 1.5rem; font-size: 1.4rem; }
  [lang=en] { color: #57606a; font-weight: 400; font-size: .9em; }
  label { display: block; margin: 1rem 0 .25rem; font-weight: 600; }
  input { box-sizing: border-box; width: 100%; padding: .6rem; font: inherit; border: 1px solid #6e7781; border-radius: .3rem; }
  button { width: 100%; margin-top: 1.5rem; padding: .7rem; font: inherit; font-weight: 600; color: #fff; background: #0a4f9e; border: 0; border-radius: .3rem; cursor: pointer; }
  button.quiet { margin-top: .75rem; color: #0a4f9e; background: #fff; border: 1px solid #0a4f9e; }
  button.quiet [lang=en] { color: inherit; }
  button [lang=en] { color: #dbe8f7; }
  :focus-visible { outline: 3px solid #b35900; outline-offset: 2px; }
  details { margin-top: 1.25rem; }
  summary { cursor: pointer; }
  details p { margin: .75rem 0 0; }
  [role=alert] { margin: 0 0 1rem; padding: .75rem; color: #82071e; background: #ffebe9; border: 1px solid #cf222e; border-radius: .3rem; }
  [role=alert] [lang=en] { color: inherit; }
`;

const styleHash = createHash('sha256').update(style).digest('base64');

/** A text in the two languages of the pages. */
export interface Bilingual {
  readonly zh: string;
  readonly en: string;
}

const escape = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');

const both = ({ zh, en }: Bilingual): string => `${escape(zh)} <span lang="en">${escape(en)}</span>`;

const page = (title: Bilingual, content: string, head = ''): string => `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(title.zh)} · ${escape(title.en)}</title>
<style>${style}</style>${head}
</head>
<body>
<main>
<h1>${both(title)}</h1>
${content}
</main>
</body>
</html>
`;

/**
 * `formTargets` are origins a form may lead to besides our own: browsers hold redirects after a form to `form-action`.
 * `script`: the one address a script may come from.
 */
export const pageHeaders = (
  formTargets: readonly string[] = [],
  script?: string,
): Record<string, string> => ({
  'Content-Type': 'text/html; charset=utf-8',
  'Content-Security-Policy': [
    "default-src 'none'",
    `style-src 'sha256-${styleHash}'`,
    ...(script === undefined ? [] : [`script-src ${script}`]),
    ["form-action 'self'", ...formTargets].join(' '),
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; '),
  'Cache-Control': 'no-store',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
});

export interface SignInForm {
  readonly action: string;
  readonly login: string;
  readonly problem?: Bilingual;
  /** Shows the fields that are else folded away. */
  readonly asksFor?: AsksFor;
  readonly passkey?: AskedOfBrowser;
  /** In place of login and password. */
  readonly passkeyAlone?: AskedOfBrowser;
}
/** What the browser is asked for, and the address of the script that asks. */
export type AskedOfBrowser = Readonly<{ options: object; script: string }>;
export type AsksFor = 'new-password' | 'code';

const field = (name: string, label: Bilingual, rest: string): string =>
  `<label for="${name}">${both(label)}</label>\n<input id="${name}" name="${name}" ${rest}>`;

const code = (open: boolean): string => `<details${open ? ' open' : ''}>
<summary>${both({ zh: '两步验证', en: 'Second factor' })}</summary>
${field('code', { zh: '验证码或恢复代码', en: 'Code, or a recovery code' }, 'type="text" autocomplete="one-time-code" autocapitalize="none" spellcheck="false"')}
</details>`;

const newPassword = (open: boolean): string => `<details${open ? ' open' : ''}>
<summary>${both({ zh: '首次登录或修改密码', en: 'First sign-in, or another password' })}</summary>
<p>${both({ zh: '至少 12 个字符，只有您自己知道。', en: 'At least 12 characters, known to you alone.' })}</p>
${field('newPassword', { zh: '新密码', en: 'New password' }, 'type="password" autocomplete="new-password"')}
${field('newPasswordAgain', { zh: '再次输入新密码', en: 'The new password again' }, 'type="password" autocomplete="new-password"')}
</details>`;

const scriptOf = (passkey: AskedOfBrowser | undefined): string =>
  passkey === undefined
    ? ''
    : `\n<script src="${escape(passkey.script)}" integrity="${scriptIntegrity}" defer></script>`;

const dataOf = (kind: 'create' | 'get', { options }: AskedOfBrowser): string =>
  ` data-kind="${kind}" data-passkey="${escape(JSON.stringify(options))}"`;

/** Shown by the script: without it the button could do nothing. */
const passkeyButton = (label: Bilingual): string => `<p role="alert" id="passkey-failed" hidden>${both({
  zh: '没有取得通行密钥：已取消、已超时，或者本设备没有该账号的通行密钥；请重试，或者换一台设备。',
  en: 'No passkey was given: it was cancelled, took too long, or this device has none of the account; try again, or use another device.',
})}</p>
<input type="hidden" name="passkey" value="">
<button type="button" id="use-passkey" hidden>${both(label)}</button>`;

/** After the form of the password: whoever signs in by a program sends the first form of the page. */
const aloneForm = (action: string, passkey: AskedOfBrowser | undefined): string =>
  passkey === undefined
    ? ''
    : `\n<form method="post" action="${escape(action)}"${dataOf('get', passkey)}>
${passkeyButton({ zh: '用通行密钥登录，不用密码', en: 'Sign in with a passkey, without a password' })}
</form>`;

export const signInPage = ({
  action,
  login,
  problem,
  asksFor,
  passkey,
  passkeyAlone,
}: SignInForm): string => {
  const alert = problem === undefined ? '' : `<p role="alert" id="problem">${both(problem)}</p>\n`;
  const described = problem === undefined ? '' : ' aria-invalid="true" aria-describedby="problem"';
  const named = `value="${escape(login)}" autocomplete="username" autocapitalize="none" spellcheck="false"`;
  const secret = 'type="password" autocomplete="current-password"';
  const [first, second] = login === '' ? [' autofocus', ''] : ['', ' autofocus'];
  return page(
    { zh: '登录案卷', en: 'Sign in to Anjuan' },
    `${alert}<form method="post" action="${escape(action)}"${passkey ? dataOf('get', passkey) : ''}>
${field('login', { zh: '账号', en: 'Login' }, `${named} required${first}${described}`)}
${field('password', { zh: '密码', en: 'Password' }, `${secret} required${second}${described}`)}
${code(asksFor === 'code')}
${newPassword(asksFor === 'new-password')}
${passkey ? passkeyButton({ zh: '用通行密钥登录', en: 'Sign in with the passkey' }) : ''}
<button type="submit"${passkey ? ' class="quiet"' : ''}>${both({ zh: '登录', en: 'Sign in' })}</button>
</form>${aloneForm(action, passkeyAlone)}`,
    scriptOf(passkey ?? passkeyAlone),
  );
};

/** `login`: whose account it is for; `name`: how its person calls the passkey. */
export const registrationPage = (
  { action, login, name }: Readonly<{ action: string; login: string; name: string }>,
  passkey: AskedOfBrowser,
): string =>
  page(
    { zh: '登记通行密钥', en: 'Register a passkey' },
    `<p>${both({ zh: `账号 ${login}，通行密钥 ${name}。`, en: `For the login ${login}: the passkey ${name}.` })}</p>
<p>${both({ zh: '不是您本人的账号，请关闭本页。', en: 'If the login is not yours, close this page.' })}</p>
<form method="post" action="${escape(action)}"${dataOf('create', passkey)}>
${passkeyButton({ zh: '登记', en: 'Register' })}
</form>
<noscript>${both({ zh: '登记通行密钥须启用脚本。', en: 'Registering a passkey needs scripts to be allowed.' })}</noscript>`,
    scriptOf(passkey),
  );

const recoveryCodes = (codes: readonly string[]): string =>
  codes.length === 0
    ? ''
    : `<p>${both({ zh: '恢复代码只显示这一次，请抄写并妥善保管；通行密钥或者设备丢失后，每个代码可以登录一次。', en: 'The recovery codes are shown this once: write them down. Each signs you in once when the passkey or the device is lost.' })}</p>
<ul id="recovery-codes">${codes.map((code) => `<li>${escape(code)}</li>`).join('')}</ul>`;

export const registeredPage = ({
  codes,
  returnTo,
}: Readonly<{ codes: readonly string[]; returnTo?: string }>): string =>
  page(
    { zh: '已登记通行密钥', en: 'The passkey is registered' },
    [
      recoveryCodes(codes),
      returnTo === undefined
        ? `<p>${both({ zh: '可以关闭本页。', en: 'You may close this page.' })}</p>`
        : `<p><a id="go-on" href="${escape(returnTo)}">${both({ zh: '继续登录', en: 'Go on signing in' })}</a></p>`,
    ].join('\n'),
  );

/** A second factor to be registered before its person is signed in. */
export type ToRegister = Readonly<{
  /** Absent: none can be begun now. */
  device?: Readonly<{ uri: string; recoveryCodes: readonly string[] }>;
  /** Absent: the address of the program has no host name. */
  passkeyPage?: string;
}>;

const passkeyLink = (passkeyPage: string | undefined): string =>
  passkeyPage === undefined
    ? ''
    : `<p><a id="register-passkey" href="${escape(passkeyPage)}">${both({ zh: '登记通行密钥', en: 'Register a passkey' })}</a> ${both({ zh: '，或者登记验证码设备：', en: ', or a device that makes codes:' })}</p>`;

const deviceForm = (
  { action, login }: Readonly<{ action: string; login: string }>,
  { uri, recoveryCodes: codes }: NonNullable<ToRegister['device']>,
): string => `<p>${both({ zh: '将此密钥输入验证码设备，再输入设备显示的验证码：', en: 'Enter this key on a device that makes codes, and then the code that it shows:' })}</p>
<p><a id="device" href="${escape(uri)}">${escape(new URL(uri).searchParams.get('secret') ?? '')}</a></p>
${recoveryCodes(codes)}
<form method="post" action="${escape(action)}">
${field('login', { zh: '账号', en: 'Login' }, `value="${escape(login)}" autocomplete="username" readonly`)}
${field('password', { zh: '密码', en: 'Password' }, 'type="password" autocomplete="current-password" required autofocus')}
${field('code', { zh: '设备上的验证码', en: 'The code on the device' }, 'type="text" autocomplete="one-time-code" required')}
<button type="submit">${both({ zh: '登记并登录', en: 'Register and sign in' })}</button>
</form>`;

export const factorFirstPage = (
  of: Readonly<{ action: string; login: string; problem: Bilingual }>,
  { device, passkeyPage }: ToRegister,
): string =>
  page(
    { zh: '先登记两步验证', en: 'Register a second factor first' },
    [
      `<p role="alert" id="problem">${both(of.problem)}</p>`,
      passkeyLink(passkeyPage),
      device ? deviceForm(of, device) : '',
    ].join('\n'),
  );

export const problemPage = (title: Bilingual, problem: Bilingual): string =>
  page(title, `<p role="alert">${both(problem)}</p>`);

/** `form` is the form of the issuer, with its token; the buttons belong to it by id. */
export const signOutPage = (form: string): string =>
  page(
    { zh: '退出登录？', en: 'Sign out?' },
    `${form}
<button type="submit" form="op.logoutForm" name="logout" value="yes" autofocus>${both({ zh: '退出登录', en: 'Sign out' })}</button>
<button type="submit" form="op.logoutForm" class="quiet">${both({ zh: '保持登录', en: 'Stay signed in' })}</button>`,
  );

export const signedOutPage = (): string =>
  page(
    { zh: '已退出登录', en: 'Signed out' },
    `<p>${both({ zh: '可以关闭本页。', en: 'You may close this page.' })}</p>`,
  );
