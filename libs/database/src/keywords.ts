import { ConnectionStringRefused, type Said } from './said.js';

// A name, `=`, and a value: bare, or in single quotes; a backslash takes the next sign as it is.
const pair = /\s*([a-z_]+)\s*=\s*(?:'((?:[^'\\]|\\.)*)'|((?:[^\s'\\]|\\.)*))(?=\s|$)/sy;

/** `host=db.example port=5432 dbname=anjuan password='a b'`. @throws ConnectionStringRefused */
export const readKeywords = (text: string): Said => {
  const said: Record<string, string> = {};
  let at = 0;
  while (text.slice(at).trim() !== '') {
    pair.lastIndex = at;
    const found = pair.exec(text);
    if (!found)
      throw new ConnectionStringRefused(
        `从第 ${String(at + 1)} 个字符起不是 name=value；含空白的值须用单引号括起`,
        `from character ${String(at + 1)} on it is not name=value; quote a value with blanks by '…'`,
      );
    const [whole, name = '', quoted, bare = ''] = found;
    said[name] = (quoted ?? bare).replace(/\\(.)/gs, '$1');
    at += whole.length;
  }
  return said;
};
