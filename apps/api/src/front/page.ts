import { createHash } from 'node:crypto';
import type { FastifyReply } from 'fastify';

const style =
  'body{font:1rem/1.6 system-ui,sans-serif;max-width:40rem;margin:10vh auto;padding:0 1rem;color:#1b1b1b;background:#fff}h1{font-size:1.4rem}a{color:#0b4f8a}li{margin:.4rem 0}@media(prefers-color-scheme:dark){body{color:#eee;background:#161616}a{color:#8ec5ff}}';
const styleHash = createHash('sha256').update(style).digest('base64');
const policy = `default-src 'none'; style-src 'sha256-${styleHash}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;

/** A text of ours, never of a request. */
type Text = Readonly<{ zh: string; en: string }>;
export type Link = Readonly<{ href: string; text: Text }>;

/** A browser names HTML first; programs that take anything do not name it. */
export const isBrowser = (accept: string | undefined): boolean => /^\s*text\/html\b/.test(accept ?? '');

const both = ({ zh, en }: Text): string => `${zh}<br><span lang="en">${en}</span>`;

/** A page in both languages, without script and without anything from elsewhere. */
export const sendPage = (
  reply: FastifyReply,
  {
    status = 200,
    title,
    texts,
    links,
  }: { status?: number; title: Text; texts: readonly Text[]; links: readonly Link[] },
): void => {
  const items = links.map(({ href, text }) => `<li><a href="${href}">${both(text)}</a></li>`).join('');
  void reply
    .status(status)
    .header('content-security-policy', policy)
    .header('cache-control', 'no-store')
    .type('text/html; charset=utf-8')
    .send(
      `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${title.zh} ${title.en}</title><style>${style}</style></head><body><main><h1>${both(title)}</h1>${texts.map((text) => `<p>${both(text)}</p>`).join('')}<ul>${items}</ul></main></body></html>\n`,
    );
};
