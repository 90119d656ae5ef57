import { MIMEType } from 'node:util';
import { endingOf, kindOfEnding, kinds, type Kind, type KindName } from './kinds.js';
import { foundIn, type Found } from './found.js';
import { FileKindRefused, type KindFault } from './kind-refused.js';
import { textIn } from './text.js';
import { zipPartsOf } from './zip-parts.js';

/** Says nothing of what a file is: then its name says it. */
const anything = ['application/octet-stream', 'binary/octet-stream'];
/** What `file-type` takes for a ZIP without a name of its own. */
const zipKinds: readonly string[] = ['zip', 'jar', 'apk', 'docx', 'xlsx', 'pptx', 'odt', 'ods'];

export type Announced = Readonly<{ kind: KindName; mediaType: string }>;

/** Which files are taken: name, declared type and content have to be of one kind, which the installation takes. */
export class Admission {
  readonly #taken: ReadonlySet<KindName>;

  constructor(taken: readonly KindName[]) {
    this.#taken = new Set(taken);
  }

  /**
   * By what is said of a file before it comes.
   * @throws FileKindRefused
   */
  announced(name: string, declared: string): Announced {
    const ending = endingOf(name);
    const kind = kindOfEnding(ending);
    if (kind === undefined || !this.#taken.has(kind)) throw new FileKindRefused([this.#notTaken(ending)]);
    const { mediaTypes } = kinds[kind] as Kind;
    const { essence } = new MIMEType(declared);
    if (anything.includes(essence)) return { kind, mediaType: mediaTypes[0] };
    if (mediaTypes.includes(essence)) return { kind, mediaType: declared };
    throw new FileKindRefused([
      {
        at: 'declared',
        zh: `Content-Type 为 ${essence}，与文件名的 .${ending} 不符：请写 ${mediaTypes[0]}，或者改正文件名`,
        en: `Content-Type is ${essence}, which .${ending} files are not: say ${mediaTypes[0]}, or correct the name`,
      },
    ]);
  }

  /**
   * By its bytes, once they are all there.
   * @throws FileKindRefused with everything that is wrong
   */
  async arrived(place: string, bytes: number, { kind }: Announced): Promise<void> {
    const found = await foundIn(place, bytes);
    if (found.empty) throw new FileKindRefused([empty]);
    const said: Kind = kinds[kind];
    const faults = [...(await this.#contentFaults(place, kind, found)), ...twoInOne(said, found)];
    if (faults.length > 0) throw new FileKindRefused(faults);
  }

  async #contentFaults(place: string, kind: KindName, found: Found): Promise<readonly KindFault[]> {
    const { content, part } = kinds[kind] as Kind;
    if (content === 'text') {
      const text = await textIn(place);
      return text === 'text' ? [] : [otherContent(kind, text ?? found.content)];
    }
    if (found.content === undefined || !content.includes(found.content))
      return [otherContent(kind, found.content ?? (await textIn(place)))];
    if (part === undefined) return [];
    const parts = await zipPartsOf(place);
    if (parts === undefined || ![...parts.names].some((name) => part.test(name)))
      return [otherContent(kind, 'zip')];
    return [...(parts.encrypted ? [locked] : []), ...(parts.macros ? [withProgram] : [])];
  }

  #notTaken(ending: string): KindFault {
    const taken = [...this.#taken].map((name) => `.${name}`).join(' ');
    const kind = kindOfEnding(ending);
    const what = ending === '' ? '没有后缀' : `的后缀 .${ending} 不在接收之列`;
    const en = ending === '' ? 'has no ending' : `ends in .${ending}, which is not taken`;
    const more = kind === undefined ? '' : `；需要接收的，由管理员写入 UPLOAD_TYPES`;
    const moreEn = kind === undefined ? '' : ', or have it added to UPLOAD_TYPES';
    return {
      at: 'name',
      zh: `文件名${what}：请另存为以下一种，并按其内容命名：${taken}${more}`,
      en: `The name ${en}: save the file as one of ${taken}, and name it after what it is${moreEn}`,
    };
  }
}

const empty: KindFault = {
  at: 'content',
  zh: '文件没有内容（0 字节）：请检查原件后重新上传',
  en: 'The file is empty (0 bytes): look at the original, then send it again',
};
const locked: KindFault = {
  at: 'content',
  zh: '文件已加密，无法检查：请取消密码后另存',
  en: 'The file is encrypted and cannot be looked into: save it without a password',
};
const withProgram: KindFault = {
  at: 'content',
  zh: '文件含有宏或者程序：请去除后另存，或者转为 PDF',
  en: 'The file carries macros or a program: save it without them, or as a PDF',
};

const otherContent = (kind: KindName, found: string | undefined): KindFault => ({
  at: 'content',
  zh: `内容${isOf(found)}，与文件名的 .${kind} 不符：请从原程序另存为 .${kind}（加密的先取消密码），或者按内容命名`,
  en: `The content ${isOfEn(found)}, not what .${kind} says: save it as .${kind} from the program that made it (without a password), or name it after what it is`,
});
const isOf = (found: string | undefined): string =>
  found === undefined ? '无法识别' : found === 'cfb' ? '为旧版或者加密的 Office 文件' : `为 ${found}`;
const isOfEn = (found: string | undefined): string =>
  found === undefined
    ? 'is not recognised'
    : found === 'cfb'
      ? 'is an old or encrypted Office file'
      : `is ${found}`;

/** One file that two programs open as two different ones. */
const twoInOne = ({ holds }: Kind, { content, alsoPdf, alsoZip }: Found): readonly KindFault[] => {
  if (holds) return [];
  const others = [
    ...(alsoPdf && content !== 'pdf' ? ['PDF'] : []),
    ...(alsoZip && !zipKinds.includes(content ?? '') ? ['ZIP'] : []),
  ];
  return others.map((other) => ({
    at: 'content',
    zh: `文件同时也可作为 ${other} 打开：请从原程序另存，只留一种内容`,
    en: `The file can be opened as a ${other} too: save it anew from the program that made it, with one content only`,
  }));
};
