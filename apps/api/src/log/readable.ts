type Line = Readonly<{
  time: string;
  level: string;
  msg?: string;
  err?: { stack?: string; message?: string };
}>;

const unseen = /[\p{C}\p{Zl}\p{Zp}]/gu;
/** Line ends and marks that turn the reading, by their numbers: a value cannot begin a line of its own. */
const escaped = (text: string): string =>
  text.replace(unseen, (mark) => `\\u{${(mark.codePointAt(0) ?? 0).toString(16)}}`);

/** In quotes where it could be taken for more than one value. */
const valueOf = (value: unknown): string => {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  const plain = typeof value !== 'string' || !/[\s"=\p{C}\p{Zl}\p{Zp}]/u.test(text);
  return escaped(plain ? text : JSON.stringify(text));
};

const indented = (stack: string): string =>
  stack
    .split(/\r\n|[\n\r\u0085\u2028\u2029]/)
    .map((line) => `    ${escaped(line)}`)
    .join('\n');

/** One line of the log for people: `12:00:01.234 info  request method=GET status=200`. */
export const readable = (json: string): string => {
  const { time, level, msg = '', err, ...rest } = JSON.parse(json) as Line;
  const fields = Object.entries(rest).map(([name, value]) => `${name}=${valueOf(value)}`);
  const line = [time.slice(11, 23), level.padEnd(5), escaped(msg), ...fields].join(' ');
  return `${err ? `${line}\n${indented(err.stack ?? err.message ?? '')}` : line}\n`;
};
