import { NoRoomForFiles } from '../errors.js';
import { FilesUnavailable } from './place-errors.js';

/** What a server of the S3 protocol has answered: the status, and the code in the document of an error. */
export type Answered = Readonly<{ status: number; code: string }>;
type Why = Readonly<{ zh: string; en: string }>;

const full =
  /^(QuotaExceeded|StorageFull|InsufficientStorage|InsufficientCapacity|XMinioStorageFull|XMinioAdminBucketQuotaExceeded|EntityTooLargeForQuota)$/;
const keys =
  /^(SignatureDoesNotMatch|InvalidAccessKeyId|InvalidToken|ExpiredToken|AuthorizationHeaderMalformed|AccountProblem|InvalidClientTokenId)$/;
const skewed = /^(RequestTimeTooSkewed|RequestExpired)$/;
const elsewhere = /^(PermanentRedirect|TemporaryRedirect|IllegalLocationConstraintException)$/;
const altered = /^(XAmzContentSHA256Mismatch|BadDigest|InvalidDigest|IncompleteBody)$/;

type Meaning = Readonly<{ of: (answered: Answered) => boolean; says: (answer: string) => Why }>;

/** The first that fits counts. */
const meanings: readonly Meaning[] = [
  {
    of: ({ code }) => code === 'NoSuchBucket',
    says: () => ({
      zh: '不存在（NoSuchBucket），请管理员建立该存储桶，或者检查 S3_BUCKET、S3_ADDRESSING',
      en: 'is not there (NoSuchBucket): have it made, or S3_BUCKET and S3_ADDRESSING checked',
    }),
  },
  {
    of: ({ code }) => keys.test(code),
    says: (answer) => ({
      zh: `不接受密钥（${answer}），请管理员检查 S3_ACCESS_KEY_ID、S3_SECRET_ACCESS_KEY 和 S3_REGION`,
      en: `does not accept the key (${answer}): have S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY and S3_REGION checked`,
    }),
  },
  {
    of: ({ code }) => skewed.test(code),
    says: (answer) => ({
      zh: `与本机的时钟相差过大（${answer}），请管理员校正时钟`,
      en: `has a clock too far from this machine’s (${answer}): have the clocks set right`,
    }),
  },
  {
    of: ({ status, code }) => elsewhere.test(code) || (status >= 300 && status < 400),
    says: (answer) => ({
      zh: `在另一地址（${answer}），请管理员检查 S3_ENDPOINT 和 S3_REGION`,
      en: `is at another address (${answer}): have S3_ENDPOINT and S3_REGION checked`,
    }),
  },
  {
    of: ({ code }) => altered.test(code),
    says: (answer) => ({
      zh: `收到的内容与发出的不同（${answer}），请管理员检查本机与 S3_ENDPOINT 之间的代理和网络`,
      en: `has received other bytes than were sent (${answer}): have proxies and network up to S3_ENDPOINT looked at`,
    }),
  },
  {
    of: ({ code }) => code === 'EntityTooLarge',
    says: (answer) => ({
      zh: `不接收这样大的文件（${answer}），请管理员调低 MAX_UPLOAD_MB，或者调高存储服务的上限`,
      en: `takes no file of that size (${answer}): have MAX_UPLOAD_MB lowered, or the limit of its server raised`,
    }),
  },
  {
    of: ({ status }) => status === 401 || status === 403,
    says: (answer) => ({
      zh: `拒绝访问（${answer}），请管理员授予 s3:GetObject、s3:PutObject 和 s3:ListBucket`,
      en: `refuses access (${answer}): have s3:GetObject, s3:PutObject and s3:ListBucket granted`,
    }),
  },
  {
    of: ({ status }) => isPassing(status),
    says: (answer) => ({
      zh: `暂时不能服务（${answer}），请稍后重试，持续如此的，请管理员查看存储服务`,
      en: `cannot serve at the moment (${answer}): try again in a moment, and where it goes on have its server looked at`,
    }),
  },
];
const notUnderstood: Meaning['says'] = (answer) => ({
  zh: `的应答无法理解（${answer}），请管理员检查 S3_ENDPOINT、S3_BUCKET 和 S3_ADDRESSING，并查看存储服务的日志`,
  en: `has answered what is not understood (${answer}): have S3_ENDPOINT, S3_BUCKET and S3_ADDRESSING checked, and the log of its server looked at`,
});

const why = (answered: Answered): Why => {
  const { says } = meanings.find((one) => one.of(answered)) ?? { says: notUnderstood };
  return says(`${String(answered.status)} ${answered.code}`.trim());
};

/** The same request may be answered otherwise in a moment. */
export const isPassing = (status: number): boolean => [429, 500, 502, 503, 504].includes(status);

/** What it means that the bucket has answered so. */
export const refusal = (answered: Answered): NoRoomForFiles | FilesUnavailable =>
  full.test(answered.code) || answered.status === 507
    ? new NoRoomForFiles('bucket')
    : new FilesUnavailable(why(answered), !isPassing(answered.status));

export const silent = 'silent';
const certificate = /CERT|SELF_SIGNED|UNABLE_TO_(GET|VERIFY)|^ERR_TLS|^ERR_SSL|^EPROTO$/;

/** What it means that there was no answer, by the name of the failure. */
export const noAnswer = (error: unknown): FilesUnavailable => {
  if (error instanceof FilesUnavailable) return error;
  const code = (error as NodeJS.ErrnoException).code ?? '';
  if (code === silent || code === 'ABORT_ERR')
    return new FilesUnavailable(
      {
        zh: '未及时应答，请管理员检查存储服务、网络和 S3_TIMEOUT_SECONDS',
        en: 'has not answered in time: have its server, the network and S3_TIMEOUT_SECONDS looked at',
      },
      false,
      { cause: error },
    );
  if (certificate.test(code))
    return new FilesUnavailable(
      {
        zh: `的证书不受信任（${code}），请管理员检查 S3_ENDPOINT，自建证书机构的，在 S3_CA 中写明其证书文件`,
        en: `has a certificate that is not trusted (${code}): have S3_ENDPOINT checked, and where the authority is your own name the file of its certificate in S3_CA`,
      },
      true,
      { cause: error },
    );
  return new FilesUnavailable(
    {
      zh: `没有应答（${code}），请管理员检查 S3_ENDPOINT、存储服务和网络`,
      en: `does not answer (${code}): have S3_ENDPOINT, its server and the network looked at`,
    },
    false,
    { cause: error },
  );
};
