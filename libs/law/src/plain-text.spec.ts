import fc from 'fast-check';
import {
  folded,
  foldedNumber,
  isBlank,
  isOneLine,
  sameText,
  textFault,
  textFaultSaid,
} from './plain-text.js';

const unseen = [
  ['zero width space', '\u200B'],
  ['zero width joiner', '\u200D'],
  ['word joiner', '\u2060'],
  ['byte order mark', '\uFEFF'],
  ['right-to-left override', '\u202E'],
  ['bidi isolate', '\u2066'],
  ['right-to-left mark', '\u200F'],
  ['soft hyphen', '\u00AD'],
  ['combining grapheme joiner', '\u034F'],
  ['Hangul filler', '\u3164'],
  ['half-width Hangul filler', '\uFFA0'],
  ['Hangul choseong filler', '\u115F'],
  ['Hangul jungseong filler', '\u1160'],
  ['braille blank', '\u2800'],
  ['Khmer inherent vowel', '\u17B4'],
  ['variation selector', '\uFE0F'],
  ['tag letter', '\u{E0041}'],
  ['musical null notehead', '\u{1D159}'],
] as const;

it('a text of one line has no line ends, nor tabs', () => {
  expect(['', '京味源肉制品有限公司（分店）', '全角　空格'].filter((text) => isOneLine(text))).toHaveLength(
    3,
  );
  const ends = ['\n', '\r', '\r\n', '\t', '\v', '\f', '\u0085', '\u2028', '\u2029'];
  expect(ends.filter((end) => isOneLine(`第一行${end}第二行`) || isOneLine(end))).toStrictEqual([]);
});

describe('a text that may be recorded', () => {
  it.each([
    '',
    '京味源肉制品有限公司（分店）',
    '第一行\n第二行\t\r\n第三行',
    '全角　空格',
    'Łódź, Ελλάδα, བོད་ཡིག, ئۇيغۇر',
    '𠮷野家',
    '葛\u{E0100}城',
    'ᠮᠣᠩᠭᠣᠯ\u180Eᠠ',
    '❤\uFE0F好评👨\u200D👩\u200D👧',
    '\uE000号',
  ])('"%s"', (text) => {
    expect(textFault(text)).toBeUndefined();
  });

  it.each(unseen)('holds no %s', (_, character) => {
    expect(textFault(`赵${character}一`)).toMatchObject({ what: 'invisible', at: 2 });
    expect(textFault(character)).toMatchObject({ what: 'invisible', at: 1 });
  });

  it.each(['\u0000', '\u0007', '\u001B', '\u007F', '\u0085', '\u2028'])(
    'holds no control %j',
    (character) => {
      expect(textFault(`赵一${character}`)).toMatchObject({ what: 'control', at: 3 });
    },
  );

  it.each(['\uD83D', '\uDC00', '\uFFFD', '\uFFFE', '\u{1FFFF}'])('holds no broken %j', (character) => {
    expect(textFault(`𠮷${character}一`)).toMatchObject({ what: 'broken', at: 2 });
  });

  it('joins nothing that is not written together', () => {
    expect(textFault('1\uFE0F')).toMatchObject({ what: 'invisible', at: 2 });
    expect(textFault('a\u180B')).toMatchObject({ what: 'invisible', at: 2 });
    expect(textFault('❤\u200D')).toMatchObject({ what: 'invisible', at: 2 });
    expect(textFault('葛\u{E0100}\u{E0100}')).toMatchObject({ what: 'invisible', at: 3 });
  });

  it('is said with its place and what to do', () => {
    const fault = textFault('赵\u200B一');
    expect(fault && textFaultSaid(fault)).toStrictEqual({
      zh: '第2个字符 U+200B 是不可见字符，请删去后重新填写',
      en: 'character 2, U+200B, is an invisible character: delete it and enter the text again',
    });
  });

  it('is found wherever it stands in a text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const fault = textFault(text);
        const character = fault && Array.from(text)[fault.at - 1];
        expect(fault === undefined || character !== undefined).toBe(true);
      }),
    );
    expect(textFault(`${'❤\u200D❤'.repeat(500)}\u200B`)).toMatchObject({ what: 'invisible', at: 1_501 });
  });
});

describe('a blank text', () => {
  it.each([undefined, '', ' ', '　', '\u00A0\u2003\n\t', '\u0301', ...unseen.map(([, one]) => one)])(
    '%j',
    (text) => {
      expect(isBlank(text)).toBe(true);
    },
  );

  it.each(['无', '0', '—', '。', '\uE000', '𠮷', '👍'])('is not %j', (text) => {
    expect(isBlank(text)).toBe(false);
  });
});

describe('the same text', () => {
  it.each([
    ['赵一鸣', ' 赵一鸣　'],
    ['赵一鸣', '赵\u200B一鸣'],
    ['ABC（1）', 'ａｂｃ(1)'],
    ['葛城', '葛\u{E0100}城'],
    ['欧阳 明', '欧阳　 明'],
    ['Z\u00E9', 'ze\u0301'],
  ])('%j and %j', (one, other) => {
    expect(sameText(one, other)).toBe(true);
  });

  it('is not another name', () => {
    expect(sameText('赵一鸣', '赵一明')).toBe(false);
    expect(sameText('A01', 'A1')).toBe(false);
  });

  it.each(['\u{1F144}\u1FED', 'U \u0308\u0300', '第第1号', '0第01'])('%j folds once and for all', (text) => {
    expect(folded(folded(text))).toBe(folded(text));
    expect(foldedNumber(foldedNumber(text))).toBe(foldedNumber(text));
  });

  it('folds once and for all', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(folded(folded(text))).toBe(folded(text));
        expect(foldedNumber(foldedNumber(text))).toBe(foldedNumber(text));
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('the same official number', () => {
  it.each([
    '朝市监处罚〔2026〕217号',
    '朝市监处罚[2026]217号',
    '朝市监处罚【2026】217号',
    '朝市监处罚（2026）217号',
    '朝市监处罚(2026)217号',
    '朝市监处罚［2026］217号',
    '朝市监处罚﹝2026﹞217号',
    '朝市监处罚〖2026〗２１７号',
    '朝市监处罚〔2026〕0217号',
    '朝市监处罚〔２０２６〕第217号',
    ' 朝市监处罚 〔2026〕 217 号',
    '朝市监处罚〔2026〕\u200B00217号',
  ])('%s', (number) => {
    expect(foldedNumber(number)).toBe(foldedNumber('朝市监处罚〔2026〕217号'));
  });

  it.each([
    '朝市监处罚〔2026〕2170号',
    '朝市监处罚〔2025〕217号',
    '朝市监处〔2026〕217号',
    '朝市监处罚〔2026〕21-7号',
  ])('is not %s', (number) => {
    expect(foldedNumber(number)).not.toBe(foldedNumber('朝市监处罚〔2026〕217号'));
  });
});
