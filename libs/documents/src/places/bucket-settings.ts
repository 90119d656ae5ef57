import { X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { isLoopback } from '@anjuan/program';
import { FilePlaceRefused } from './place-errors.js';

export type BucketSettings = Readonly<{
  /** scheme, host and port */
  endpoint: string;
  region: string;
  bucket: string;
  /** Begins the names of the objects: empty, or ends with a slash. */
  prefix: string;
  accessKeyId: string;
  secretAccessKey: string;
  /** Whether the bucket stands in the path of the address, or before its host. */
  addressing: 'path' | 'host';
  timeoutMs: number;
  /** PEM, trusted besides the known authorities */
  ca?: string;
}>;

/** As they are given, all of them; what is not there has its default. */
export type BucketWords = Readonly<Partial<Record<BucketWord, string | number | undefined>>>;
type BucketWord =
  | 'FILE_STORE'
  | 'S3_ENDPOINT'
  | 'S3_REGION'
  | 'S3_BUCKET'
  | 'S3_PREFIX'
  | 'S3_ACCESS_KEY_ID'
  | 'S3_SECRET_ACCESS_KEY'
  | 'S3_ADDRESSING'
  | 'S3_CA'
  | 'S3_TIMEOUT_SECONDS'
  | 'MAX_UPLOAD_MB';

export const bucketDefaults = {
  S3_REGION: 'us-east-1',
  S3_ADDRESSING: 'path',
  S3_TIMEOUT_SECONDS: '20',
} as const;
const needed = ['S3_ENDPOINT', 'S3_BUCKET', 'S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY'] as const;
const aloneUseless = [...needed, 'S3_PREFIX', 'S3_CA'] as const;
/** What one request may put, by the protocol. */
const mostMb = 5 * 1024;

/** Everything that is wrong with them, a sentence each; no value is repeated. */
export const bucketFaults = (words: BucketWords): readonly string[] => {
  const store = wordIn(words, 'FILE_STORE') ?? 'folder';
  if (!['folder', 's3'].includes(store)) return ['FILE_STORE：只能是 folder、s3；write one of folder, s3'];
  if (store === 'folder')
    return aloneUseless
      .filter((name) => wordIn(words, name) !== undefined)
      .map(
        (name) =>
          `${name}：须与 FILE_STORE=s3 合用，否则请删去；goes with FILE_STORE=s3: set that, or leave this out`,
      );
  return [
    ...needed
      .filter((name) => wordIn(words, name) === undefined)
      .map((name) => `${name}：FILE_STORE=s3 时必须填写；must be given with FILE_STORE=s3`),
    ...wrongEndpoint(wordIn(words, 'S3_ENDPOINT')),
    ...rules.flatMap(({ name, fits, says }) => {
      const word = wordIn(words, name);
      return word === undefined || fits(word) ? [] : [`${name}：${says}`];
    }),
    ...dottedHost(words),
  ];
};

/** Undefined: the files lie in the folder. @throws FilePlaceRefused */
export const bucketSettings = (words: BucketWords): BucketSettings | undefined => {
  const wrong = bucketFaults(words);
  if (wrong.length > 0) throw new FilePlaceRefused(wrong.join('\n'));
  if (wordIn(words, 'FILE_STORE') !== 's3') return undefined;
  const ca = wordIn(words, 'S3_CA');
  return {
    endpoint: new URL(wordIn(words, 'S3_ENDPOINT') ?? '').origin,
    region: wordIn(words, 'S3_REGION') ?? bucketDefaults.S3_REGION,
    bucket: wordIn(words, 'S3_BUCKET') ?? '',
    prefix: wordIn(words, 'S3_PREFIX') ?? '',
    accessKeyId: wordIn(words, 'S3_ACCESS_KEY_ID') ?? '',
    secretAccessKey: wordIn(words, 'S3_SECRET_ACCESS_KEY') ?? '',
    addressing: isAddressing(wordIn(words, 'S3_ADDRESSING')) ?? bucketDefaults.S3_ADDRESSING,
    timeoutMs: Number(wordIn(words, 'S3_TIMEOUT_SECONDS') ?? bucketDefaults.S3_TIMEOUT_SECONDS) * 1000,
    ...(ca !== undefined && { ca: readFileSync(ca, 'utf8') }),
  };
};

/** An empty value is none. */
const wordIn = (words: BucketWords, name: BucketWord): string | undefined => {
  const word = words[name];
  return word === undefined || word === '' ? undefined : String(word);
};

const isAddressing = (word: string | undefined): 'path' | 'host' | undefined =>
  word === 'path' || word === 'host' ? word : undefined;

type Rule = Readonly<{ name: BucketWord; fits: (word: string) => boolean; says: string }>;
const printable = /^[\x21-\x7e]+$/;
const rules: readonly Rule[] = [
  {
    name: 'S3_BUCKET',
    fits: (word) => /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(word) && !word.includes('..'),
    says: '须为存储桶的名称：3 至 63 个小写字母、数字、连字符或点；write the name of a bucket: 3 to 63 small letters, digits, hyphens or dots',
  },
  {
    name: 'S3_PREFIX',
    fits: (word) => word.length <= 200 && /^([A-Za-z0-9_-][A-Za-z0-9_.-]*\/)+$/.test(word),
    says: '须为字母、数字、连字符、下划线和点，以斜杠结尾，例如 anjuan/；write letters, digits, hyphens, underscores and dots, with a slash at the end, such as anjuan/',
  },
  {
    name: 'S3_REGION',
    fits: (word) => /^[A-Za-z0-9-]{1,63}$/.test(word),
    says: '须为地域的名称，例如 us-east-1；write the name of a region, such as us-east-1',
  },
  {
    name: 'S3_ACCESS_KEY_ID',
    fits: (word) => printable.test(word) && !/[/,]/.test(word),
    says: '须为访问密钥的编号，不含空白、斜杠、逗号；write the id of an access key, without blanks, slashes, commas',
  },
  {
    name: 'S3_SECRET_ACCESS_KEY',
    fits: (word) => printable.test(word),
    says: '须为访问密钥，不含空白；write the secret of an access key, without blanks',
  },
  {
    name: 'S3_ADDRESSING',
    fits: (word) => isAddressing(word) !== undefined,
    says: '只能是 path、host；write one of path, host',
  },
  {
    name: 'S3_TIMEOUT_SECONDS',
    fits: (word) => /^[1-9]\d{0,2}$/.test(word) && Number(word) <= 600,
    says: '须为 1 至 600 的整数，只写数字；write a whole number from 1 to 600',
  },
  {
    name: 'S3_CA',
    fits: (word) => isCertificate(word),
    says: '文件无法读取，或者不是 PEM 格式的证书；the file cannot be read, or holds no certificate in PEM',
  },
  {
    name: 'MAX_UPLOAD_MB',
    fits: (word) => Number(word) <= mostMb,
    says: `FILE_STORE=s3 时不得超过 ${String(mostMb)}；at most ${String(mostMb)} with FILE_STORE=s3`,
  },
];

const isCertificate = (file: string): boolean => {
  try {
    return new X509Certificate(readFileSync(file)).subject !== '';
  } catch {
    return false;
  }
};

/** Whoever reads along on the way would read the papers of cases. */
const wrongEndpoint = (word: string | undefined): readonly string[] => {
  if (word === undefined) return [];
  const url = URL.parse(word);
  if (url === null || !['http:', 'https:'].includes(url.protocol) || url.origin !== word)
    return [
      'S3_ENDPOINT：只写协议、主机和端口，例如 https://s3.example:9000；write scheme, host and port only, without a slash at the end, such as https://s3.example:9000',
    ];
  return url.protocol === 'http:' && !isLoopback(url.hostname)
    ? ['S3_ENDPOINT：本机以外须用 https；must be https off this machine']
    : [];
};

/** The certificate of a server is for one level of names below its own. */
const dottedHost = (words: BucketWords): readonly string[] =>
  wordIn(words, 'S3_ADDRESSING') === 'host' && wordIn(words, 'S3_BUCKET')?.includes('.') === true
    ? ['S3_ADDRESSING：存储桶名称含点的，须为 path；must be path where the name of the bucket has a dot']
    : [];
