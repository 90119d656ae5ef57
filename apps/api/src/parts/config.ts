import 'reflect-metadata';
import { bucketDefaults, bucketFaults } from '@anjuan/documents';
import { AddressRefused, eventStoreDbDefaults, isAddress, isPrefix } from '@anjuan/event-store';
import { isBlank, textFault } from '@anjuan/law';
import { secretFileNames, secretsFromFiles } from '@anjuan/program';
import { plainToInstance, Transform } from 'class-transformer';
import {
  IsIn,
  IsInt,
  IsNotEmpty,
  IsOptional,
  IsUrl,
  Length,
  Matches,
  Max,
  Min,
  ValidateBy,
  validateSync,
} from 'class-validator';
import { misspelt } from './misspelt.js';
import { wrongIssuer, wrongPublicUrl } from './public-url.js';
import { says } from './says.js';
import { trustedProxies } from './trusted-proxies.js';
import { IsClamd, KindNames, usual } from './upload-settings.js';
import { wrongDatabase } from './wrong-database.js';

const isWeb = { protocols: ['http', 'https'], require_tld: false, require_protocol: true };

const aPort = says('须为 0 至 65535 的整数，只写数字', 'write a whole number from 0 to 65535, digits only');
const aMetricsPort = says(
  '须为 1 至 65535 的整数，只写数字',
  'write a whole number from 1 to 65535, digits only',
);
const aFolder = says('须为目录', 'write the path of a folder');
const aHost = says(
  '须为 IP 地址或主机名，不含空白与斜杠',
  'write an IP address or a host name, without blanks and slashes',
);
const isHost = /^[^\s/]+$/;
const aWebAddress = says(
  '须为网址，例如 https://anjuan.example',
  'write an address such as https://anjuan.example',
);
const oneOf = (...words: readonly string[]) =>
  says(`只能是 ${words.join('、')}`, `write one of ${words.join(', ')}`);

const levels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'];
const environments = ['development', 'test', 'production'];

/** As every login. */
const Legible = (): PropertyDecorator =>
  ValidateBy(
    {
      name: 'isLegible',
      validator: {
        validate: (value) => typeof value === 'string' && !isBlank(value) && textFault(value) === undefined,
      },
    },
    says(
      '不得空白，不得含有控制字符或不可见字符',
      'not blank, no control characters, none that is invisible',
    ),
  );

const Prefix = (): PropertyDecorator =>
  ValidateBy(
    {
      name: 'isPrefix',
      validator: { validate: (value) => typeof value === 'string' && isPrefix(value) },
    },
    says(
      '须为字母、数字、连字符，并以一个点结尾',
      'write letters, digits and hyphens, and one dot at the end',
    ),
  );

/** `0x10`, `3e3` and `08` are numbers to JavaScript, but probably mistakes here. */
const Digits = () =>
  Transform(({ value }: { value: unknown }) =>
    typeof value === 'string' && /^(0|[1-9]\d{0,8})$/.test(value) ? Number(value) : value,
  );

/** A whole number of the unit in the name. */
const Whole = (least: number, most: number): PropertyDecorator => {
  const range = says(
    `须为 ${String(least)} 至 ${String(most)} 的整数，只写数字`,
    `write a whole number from ${String(least)} to ${String(most)}, digits only`,
  );
  return (config, name) => {
    for (const rule of [Digits(), IsInt(range), Min(least, range), Max(most, range)]) rule(config, name);
  };
};

/** The whole configuration of the process. Read once, in main.ts, and never again. */
export class Config {
  /** 0: any free port; the address is printed. */
  @Digits() @IsInt(aPort) @Min(0, aPort) @Max(65535, aPort) readonly PORT: number = 3000;
  @Matches(isHost, aHost) readonly HOST: string = '127.0.0.1';
  /** Where GET /metrics answers; absent: nowhere. */
  @IsOptional()
  @Digits()
  @IsInt(aMetricsPort)
  @Min(1, aMetricsPort)
  @Max(65535, aMetricsPort)
  readonly METRICS_PORT?: number;
  @Matches(isHost, aHost) readonly METRICS_HOST: string = '127.0.0.1';
  /** Folder of the embedded database and of the files. */
  @IsNotEmpty(aFolder) readonly DATA_DIR: string = './data';
  /** A PostgreSQL server; absent: the embedded one under DATA_DIR. */
  @IsOptional() readonly DATABASE_URL?: string;
  /** The same database as the owner of its tables, for migrations; absent: DATABASE_URL does both. */
  @IsOptional() readonly DATABASE_OWNER_URL?: string;
  /** Memory for the pages of the embedded database, such as `256MB`; absent: an eighth of the machine's, up to 1 GB. */
  @IsOptional()
  @Matches(
    /^[1-9]\d*(MB|GB)$/,
    says('须为带单位的大小，例如 256MB', 'write a size with its unit, such as 256MB'),
  )
  readonly EMBEDDED_SHARED_BUFFERS?: string;
  /** Where the events are kept. PostgreSQL is needed with both: it holds the lists and the side records. */
  @IsIn(['postgres', 'eventstoredb'], oneOf('postgres', 'eventstoredb'))
  readonly EVENT_STORE: 'postgres' | 'eventstoredb' = 'postgres';
  /** With `eventstoredb`: `esdb://host:2113?tls=false`, `esdb+discover://user:password@cluster:2113`. */
  @IsOptional() readonly EVENTSTOREDB_URL?: string;
  /** Begins the names of the record's streams; no such name begins another one. */
  @Prefix() readonly EVENTSTOREDB_PREFIX: string = eventStoreDbDefaults.prefix;
  /** An OpenID Connect issuer; absent: the built-in one under /oidc. */
  @IsOptional() @IsUrl(isWeb, aWebAddress) readonly OIDC_ISSUER?: string;
  /** Folder of data files: `holidays/*.yaml`, `packs/*.yaml`, `switches/*.yaml`; read at the start. */
  @IsNotEmpty(aFolder) readonly RULES_DIR: string = './rules';
  @IsNotEmpty(says('不得为空', 'must not be empty')) readonly OIDC_AUDIENCE: string = 'anjuan-api';
  /** Address under which the world reaches the program, such as `https://anjuan.example`; absent: http://HOST:PORT. */
  @IsOptional() readonly PUBLIC_URL?: string;
  /** Proxies whose X-Forwarded-For and X-Request-Id are believed: addresses, networks, `loopback`, `private`, `none`. */
  @IsNotEmpty(says('不得为空', 'must not be empty')) readonly TRUSTED_PROXY: string = 'loopback';
  /** `movable`: tests and the demo move it; refused in production. */
  @IsIn(['system', 'movable'], oneOf('system', 'movable')) readonly CLOCK: 'system' | 'movable' = 'system';
  @IsIn(environments, oneOf(...environments)) readonly NODE_ENV: string = 'development';
  /** How much is logged: this and what is worse. */
  @IsIn(levels, oneOf(...levels)) readonly LOG_LEVEL: string = 'info';
  /** `json`: one object a line; `text`: for people. Absent: text at a terminal. */
  @IsOptional() @IsIn(['json', 'text'], oneOf('json', 'text')) readonly LOG_FORMAT?: 'json' | 'text';
  /** The largest file that may be uploaded. */
  @Whole(1, 1_000_000) readonly MAX_UPLOAD_MB: number = 500;
  /** Files that may come in at the same time. */
  @Whole(1, 1_000) readonly MAX_UPLOADS: number = 16;
  /** Free space on the disk of the files below which none is taken. */
  @Whole(0, 1_000_000) readonly MIN_FREE_MB: number = 256;
  /** Files that one person may upload on one day. */
  @Whole(1, 1_000_000) readonly MAX_UPLOADS_PER_DAY: number = 1_000;
  /** How much one person may upload on one day. */
  @Whole(1, 100_000_000) readonly MAX_UPLOAD_MB_PER_DAY: number = 20_000;
  /** Kinds of files that are taken, by their endings, with commas between them. */
  @KindNames() readonly UPLOAD_TYPES: string = usual;
  /** ClamAV's daemon, which scans each upload: `tcp://127.0.0.1:3310`, `unix:///run/clamav/clamd.ctl`. */
  @IsOptional() @IsClamd() readonly CLAMD?: string;
  /** How long it may take to take a part of a file, and to answer. */
  @Whole(1, 3_600) readonly CLAMD_TIMEOUT_SECONDS: number = 120;
  /** Where uploaded files stay: below DATA_DIR, or in a bucket of the S3 protocol. */
  @IsOptional() readonly FILE_STORE: string = 'folder';
  /** With `s3`, of its server: scheme, host and port, such as `https://s3.example:9000`. */
  @IsOptional() readonly S3_ENDPOINT?: string;
  @IsOptional() readonly S3_BUCKET?: string;
  /** Begins the names of the objects: `anjuan/`. */
  @IsOptional() readonly S3_PREFIX?: string;
  @IsOptional() readonly S3_ACCESS_KEY_ID?: string;
  @IsOptional() readonly S3_SECRET_ACCESS_KEY?: string;
  @IsOptional() readonly S3_REGION: string = bucketDefaults.S3_REGION;
  /** `path`: the bucket stands in the path of the address; `host`: before its host. */
  @IsOptional() readonly S3_ADDRESSING: string = bucketDefaults.S3_ADDRESSING;
  /** How long it may take to answer, and to take or give a part of a file. */
  @IsOptional() readonly S3_TIMEOUT_SECONDS: string = bucketDefaults.S3_TIMEOUT_SECONDS;
  /** File of the certificate of its authority, in PEM. */
  @IsOptional() readonly S3_CA?: string;
  /** How far the clock may be from the database's, and behind the last entry. */
  @Whole(1, 86_400) readonly MAX_CLOCK_SKEW_SECONDS: number = 300;
  /** How long the record may have been silent before a clock is taken to be wrong. */
  @Whole(1, 36_500) readonly MAX_SILENCE_DAYS: number = 180;
  /** `recordedAt` of a last entry that lies in the future and that is to stay. */
  @IsOptional()
  @Matches(
    /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/,
    says(
      '须为最后一条记录的 recordedAt，例如 2099-01-01T00:00:00.000Z',
      'write the recordedAt of the last entry, such as 2099-01-01T00:00:00.000Z',
    ),
  )
  readonly ACCEPT_FUTURE_HEAD?: string;
  /** How old a sign-in may be for what opens a gate: decisions, reviews, approvals, grants. 0: any age. */
  @Whole(0, 10_080) readonly MAX_SIGN_IN_AGE_MINUTES: number = 720;
  /** Whether what opens a gate, and whoever holds a capacity that does, demands a sign-in with a second factor. */
  @IsIn(['optional', 'required-for-gates'], oneOf('optional', 'required-for-gates'))
  readonly SECOND_FACTOR: 'optional' | 'required-for-gates' = 'required-for-gates';
  /** The administrator that the first start makes. */
  @Length(1, 100, says('须为 1 至 100 个字符', 'write 1 to 100 characters'))
  @Legible()
  readonly ADMIN_LOGIN: string = 'admin';
  /** With another issuer: its `sub` of that administrator, who is linked at the first start. */
  @IsOptional() @IsNotEmpty(says('不得为空', 'must not be empty')) readonly ADMIN_SUBJECT?: string;
  /** Absent: made up, and kept in DATA_DIR/first-administrator.txt. */
  @IsOptional()
  @Length(12, 200, says('须为 12 至 200 个字符', 'write 12 to 200 characters'))
  readonly ADMIN_PASSWORD?: string;
  /** The second one, who approves what the first proposes, and the other way round. */
  @Length(1, 100, says('须为 1 至 100 个字符', 'write 1 to 100 characters'))
  @Legible()
  readonly SECOND_ADMIN_LOGIN: string = 'admin2';
  /** With another issuer: its `sub` of the second administrator. */
  @IsOptional() @IsNotEmpty(says('不得为空', 'must not be empty')) readonly SECOND_ADMIN_SUBJECT?: string;
  /** Absent: made up, and kept in DATA_DIR/second-administrator.txt. */
  @IsOptional()
  @Length(12, 200, says('须为 12 至 200 个字符', 'write 12 to 200 characters'))
  readonly SECOND_ADMIN_PASSWORD?: string;
}

/** Names what is wrong, never the value: it may be a password. */
export class ConfigurationRefused extends Error {
  override readonly name = 'ConfigurationRefused';
}

type Environment = Readonly<Record<string, string | undefined>>;

/** @throws ConfigurationRefused with everything that is wrong, a line for each */
export const loadConfig = (env: Environment): Config => {
  const secrets = secretsFromFiles(env);
  const given = Object.fromEntries(
    Object.entries({ ...env, ...secrets.values }).filter(([, value]) => value !== ''),
  );
  const config = plainToInstance(Config, given, { exposeDefaultValues: true });
  const wrong = validateSync(config, { whitelist: true }).map(
    ({ property, constraints }) =>
      `${property}：${[...new Set(Object.values(constraints ?? {}))].join('；')}`,
  );
  if (config.NODE_ENV === 'production' && config.CLOCK === 'movable')
    wrong.push('CLOCK：生产环境不得使用可移动时钟；movable is for tests and the demo, not for production');
  wrong.push(...wrongDatabase(config), ...blanksAround(config), ...misspelt(given, namesOf(config)));
  wrong.push(...wrongStore(config), ...secrets.wrong, ...wrongPublicUrl(config), ...wrongProxy(config));
  wrong.push(...wrongIssuer(config), ...oneForBoth(config), ...bucketFaults(config));
  if (wrong.length > 0)
    throw new ConfigurationRefused(`配置不可用。The configuration cannot be used.\n${wrong.join('\n')}`);
  return Object.freeze(config);
};

const optional = [
  'METRICS_PORT',
  'DATABASE_URL',
  'DATABASE_OWNER_URL',
  'EMBEDDED_SHARED_BUFFERS',
  'EVENTSTOREDB_URL',
  'OIDC_ISSUER',
  'PUBLIC_URL',
  'LOG_FORMAT',
  'CLAMD',
  'S3_ENDPOINT',
  'S3_BUCKET',
  'S3_PREFIX',
  'S3_ACCESS_KEY_ID',
  'S3_SECRET_ACCESS_KEY',
  'S3_CA',
  'ACCEPT_FUTURE_HEAD',
  'ADMIN_SUBJECT',
  'ADMIN_PASSWORD',
  'SECOND_ADMIN_SUBJECT',
  'SECOND_ADMIN_PASSWORD',
] as const satisfies readonly (keyof Config)[];
const namesOf = (config: Config): readonly string[] => [
  ...new Set([...Object.keys(new Config()), ...optional, ...secretFileNames, ...Object.keys(config)]),
];

const blanksAround = (config: Config): readonly string[] =>
  Object.entries(config).flatMap(([name, value]) =>
    !name.endsWith('ADMIN_PASSWORD') && typeof value === 'string' && value !== value.trim()
      ? [`${name}：首尾有空白，请删去；begins or ends with a blank: leave it out`]
      : [],
  );

/** Two administrators are two people. */
const oneForBoth = (config: Config): readonly string[] =>
  (['LOGIN', 'SUBJECT', 'PASSWORD'] as const).flatMap((what) => {
    const second = config[`SECOND_ADMIN_${what}`];
    return second !== undefined && second === config[`ADMIN_${what}`]
      ? [
          `SECOND_ADMIN_${what}：不得与 ADMIN_${what} 相同；must not be the same as ADMIN_${what}: two administrators are two people`,
        ]
      : [];
  });

const wrongProxy = ({ TRUSTED_PROXY }: Config): readonly string[] =>
  trustedProxies(TRUSTED_PROXY)
    ? []
    : [
        'TRUSTED_PROXY: 请写地址或网段，以逗号分隔，或写 loopback、private、none；网段不得宽于 /8（IPv6 为 /7），否则任何来源自称的地址都会被采信；give addresses or networks with commas between them, or loopback, private, none; no network wider than /8 (/7 of IPv6), or whoever calls is believed to be whom they say',
      ];

const wrongStore = ({ EVENT_STORE, EVENTSTOREDB_URL }: Config): readonly string[] => {
  if (EVENT_STORE === 'eventstoredb' && EVENTSTOREDB_URL === undefined)
    return [
      'EVENTSTOREDB_URL: EVENT_STORE=eventstoredb 时必须填写；must be given with EVENT_STORE=eventstoredb, such as esdb://host:2113',
    ];
  if (EVENT_STORE === 'postgres' && EVENTSTOREDB_URL !== undefined)
    return [
      'EVENT_STORE: 已填 EVENTSTOREDB_URL，请设为 eventstoredb，或者删去地址；EVENTSTOREDB_URL is given: set EVENT_STORE=eventstoredb, or leave the address out',
    ];
  return EVENTSTOREDB_URL === undefined || isAddress(EVENTSTOREDB_URL) ? [] : [new AddressRefused().message];
};
