import { type IncomingMessage } from 'node:http';
import { Readable } from 'node:stream';
import { formIn, isForm } from './form-body.js';

const read = (...parts: (string | Buffer)[]) =>
  formIn(Readable.from(parts.map((part) => Buffer.from(part))) as IncomingMessage);

describe('the body of a sign-in form', () => {
  it('is percent-encoded UTF-8, in parts of any length', async () => {
    expect(await read('login=%E6%9E', '%97+a%2Bb&pass', 'word=x%3Dy=z&empty')).toStrictEqual(
      new Map([
        ['login', '林 a+b'],
        ['password', 'x=y=z'],
        ['empty', ''],
      ]),
    );
    expect(
      await read(Buffer.from('login=林').subarray(0, 7), Buffer.from('login=林').subarray(7)),
    ).toStrictEqual(new Map([['login', '林']]));
  });

  it.each<[string, string | Buffer]>([
    ['bytes of GBK', Buffer.from([0x61, 0x3d, 0xc1, 0xd6])],
    ['GBK, percent-encoded', 'login=%C1%D6'],
    ['half a character', 'login=%ed%a0%80'],
    ['half an escape', 'login=%4'],
    ['NUL', 'login=a%00b'],
    ['a control character in a name', 'lo%1Fgin=a'],
    ['a name twice', 'login=a&password=b&login=c'],
    ['a name twice, once escaped', 'login=a&%6Cogin=c'],
  ])('cannot be read: %s', async (_, body) => {
    expect(await read(body)).toBe('unreadable');
  });

  it.each<[boolean, string | undefined, string | undefined]>([
    [true, 'application/x-www-form-urlencoded', undefined],
    [true, 'Application/X-WWW-Form-Urlencoded; charset=UTF-8', 'identity'],
    [false, 'application/x-www-form-urlencoded; charset=gbk', undefined],
    [false, 'application/x-www-form-urlencoded', 'gzip'],
    [false, 'application/json', undefined],
    [false, 'multipart/form-data; boundary=x', undefined],
    [false, 'no type', undefined],
    [false, undefined, undefined],
  ])('is one: %s of %s, packed as %s', (is, type, encoding) => {
    const headers = {
      ...(type !== undefined && { 'content-type': type }),
      ...(encoding !== undefined && { 'content-encoding': encoding }),
    };
    expect(isForm({ headers })).toBe(is);
  });

  it('is no longer than a form', async () => {
    expect(await read(`a=${'x'.repeat(8190)}`)).toBeInstanceOf(Map);
    expect(await read('a='.padEnd(9000, 'x'), 'x'.repeat(9000))).toBe('too-large');
  });
});
