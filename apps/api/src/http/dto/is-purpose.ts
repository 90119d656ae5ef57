import { isOneLine } from '@anjuan/law';
import { Shaped } from './shaped.js';
import { bytesOfText, isText } from './text.js';

const longest = 200;
const fewest = 4;
/** 案卷评查 has four. */
const fewestDifferent = 3;

const written = (text: string): readonly string[] =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .match(/[\p{Letter}\p{Number}]/gu) ?? [];

/** Words, as far as a program can tell: neither digits alone nor the same over and over. */
export const saysSomething = (text: string): boolean => {
  const characters = written(text);
  return (
    characters.length >= fewest &&
    new Set(characters).size >= fewestDifferent &&
    characters.some((one) => /\p{Letter}/u.test(one)) &&
    !/^(.+?)\1+$/u.test(characters.join(''))
  );
};

/** What somebody reads personal data for: an auditor is to understand it. */
export const IsPurpose = (): PropertyDecorator =>
  Shaped({
    name: 'isPurpose',
    holds: (value) => isText(value, fewest, longest) && isOneLine(value) && saysSomething(value),
    says:
      `须以一行文字说明查阅目的：${String(fewest)}至${String(longest)}个字符，至少${String(fewest)}个文字，不得只是数字或者重复，例如“核对同一当事人的另案”；` +
      `say in one line what you read it for: ${String(fewest)} to ${String(longest)} characters, at least ${String(fewest)} of them letters, not digits alone nor the same over and over, such as “another case of the same party”`,
    shown: { type: 'string', minLength: fewest, maxLength: longest },
    bytes: () => bytesOfText(longest),
  });
