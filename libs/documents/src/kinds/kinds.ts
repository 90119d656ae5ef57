/** Kinds of files, by the ending of their name: under which media types they are sent, and what their bytes must be. */

/** `content`: what the bytes are recognised as (names of `file-type`), or text; `part`: of a ZIP that makes it this. */
export type Kind = Readonly<{
  mediaTypes: readonly [string, ...string[]];
  content: 'text' | readonly string[];
  part?: RegExp;
  /** Holds other files as they are: what is found inside is not the file's own. */
  holds?: true;
}>;

const openXml = 'application/vnd.openxmlformats-officedocument';
const openDocument = 'application/vnd.oasis.opendocument';
const contentTypes = /^\[Content_Types\]\.xml$/;
const mimetype = /^mimetype$/;
const old = ['cfb'] as const;

export const kinds = {
  pdf: { mediaTypes: ['application/pdf'], content: ['pdf'] },
  // GB/T 33190: the format of official papers (版式文档).
  ofd: { mediaTypes: ['application/ofd'], content: ['zip'], part: /^OFD\.xml$/i },
  docx: { mediaTypes: [`${openXml}.wordprocessingml.document`], content: ['docx'], part: contentTypes },
  xlsx: { mediaTypes: [`${openXml}.spreadsheetml.sheet`], content: ['xlsx'], part: contentTypes },
  pptx: { mediaTypes: [`${openXml}.presentationml.presentation`], content: ['pptx'], part: contentTypes },
  odt: { mediaTypes: [`${openDocument}.text`], content: ['odt'], part: mimetype },
  ods: { mediaTypes: [`${openDocument}.spreadsheet`], content: ['ods'], part: mimetype },
  txt: { mediaTypes: ['text/plain'], content: 'text' },
  csv: { mediaTypes: ['text/csv', 'text/plain', 'application/vnd.ms-excel'], content: 'text' },
  json: { mediaTypes: ['application/json'], content: 'text' },
  jpg: { mediaTypes: ['image/jpeg', 'image/jpg', 'image/pjpeg'], content: ['jpg'] },
  png: { mediaTypes: ['image/png', 'image/apng'], content: ['png', 'apng'] },
  gif: { mediaTypes: ['image/gif'], content: ['gif'] },
  bmp: { mediaTypes: ['image/bmp', 'image/x-ms-bmp'], content: ['bmp'] },
  webp: { mediaTypes: ['image/webp'], content: ['webp'] },
  tif: { mediaTypes: ['image/tiff'], content: ['tif'] },
  heic: { mediaTypes: ['image/heic', 'image/heif'], content: ['heic'] },
  mp3: { mediaTypes: ['audio/mpeg', 'audio/mp3'], content: ['mp3', 'mp2', 'mp1'] },
  wav: { mediaTypes: ['audio/wav', 'audio/x-wav', 'audio/wave', 'audio/vnd.wave'], content: ['wav'] },
  m4a: { mediaTypes: ['audio/mp4', 'audio/x-m4a', 'audio/m4a'], content: ['m4a', 'mp4', 'm4b'] },
  aac: { mediaTypes: ['audio/aac'], content: ['aac'] },
  amr: { mediaTypes: ['audio/amr'], content: ['amr'] },
  ogg: { mediaTypes: ['audio/ogg', 'video/ogg', 'application/ogg'], content: ['ogg', 'oga', 'ogv', 'opus'] },
  flac: { mediaTypes: ['audio/flac', 'audio/x-flac'], content: ['flac'] },
  wma: { mediaTypes: ['audio/x-ms-wma', 'audio/x-ms-asf'], content: ['asf'] },
  mp4: { mediaTypes: ['video/mp4', 'audio/mp4'], content: ['mp4', 'm4v'] },
  mov: { mediaTypes: ['video/quicktime'], content: ['mov'] },
  '3gp': { mediaTypes: ['video/3gpp', 'audio/3gpp'], content: ['3gp', '3g2'] },
  avi: { mediaTypes: ['video/vnd.avi', 'video/x-msvideo', 'video/avi'], content: ['avi'] },
  mkv: { mediaTypes: ['video/matroska', 'video/x-matroska'], content: ['mkv'] },
  webm: { mediaTypes: ['video/webm', 'audio/webm'], content: ['webm', 'mkv'] },
  wmv: { mediaTypes: ['video/x-ms-wmv', 'video/x-ms-asf'], content: ['asf'] },
  mpg: { mediaTypes: ['video/mpeg'], content: ['mpg'] },
  mts: { mediaTypes: ['video/mp2t'], content: ['mts'] },
  // Not taken unless an installation says so: they may carry macros or scripts, or what nobody looks into.
  doc: { mediaTypes: ['application/msword'], content: [...old, 'rtf'] },
  xls: { mediaTypes: ['application/vnd.ms-excel'], content: old },
  ppt: { mediaTypes: ['application/vnd.ms-powerpoint'], content: old },
  wps: { mediaTypes: ['application/vnd.ms-works', 'application/wps-office.wps'], content: old },
  et: { mediaTypes: ['application/wps-office.et'], content: old },
  rtf: { mediaTypes: ['application/rtf', 'text/rtf'], content: ['rtf'] },
  eml: { mediaTypes: ['message/rfc822'], content: 'text', holds: true },
  dwg: { mediaTypes: ['image/vnd.dwg', 'application/acad'], content: ['dwg'] },
  zip: { mediaTypes: ['application/zip', 'application/x-zip-compressed'], content: ['zip'], holds: true },
  rar: {
    mediaTypes: ['application/vnd.rar', 'application/x-rar-compressed', 'application/x-rar'],
    content: ['rar'],
    holds: true,
  },
  '7z': { mediaTypes: ['application/x-7z-compressed'], content: ['7z'], holds: true },
} as const satisfies Readonly<Record<string, Kind>>;
export type KindName = keyof typeof kinds;

const byChoice: readonly KindName[] = [
  'doc',
  'xls',
  'ppt',
  'wps',
  'et',
  'rtf',
  'eml',
  'dwg',
  'zip',
  'rar',
  '7z',
];
export const kindNames = Object.keys(kinds) as readonly KindName[];
/** What an installation takes that says nothing else. */
export const usualKinds: readonly KindName[] = kindNames.filter((name) => !byChoice.includes(name));

const sameAs: Readonly<Record<string, KindName>> = {
  jpeg: 'jpg',
  jpe: 'jpg',
  tiff: 'tif',
  heif: 'heic',
  mpeg: 'mpg',
  m4v: 'mp4',
  m2ts: 'mts',
};
export const isKindName = (name: string): name is KindName => Object.hasOwn(kinds, name);

/** The ending of a name, in lower case; empty: it has none. */
export const endingOf = (name: string): string => /[^.]\.([^.\s]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';

export const kindOfEnding = (ending: string): KindName | undefined =>
  isKindName(ending) ? ending : Object.hasOwn(sameAs, ending) ? sameAs[ending] : undefined;
