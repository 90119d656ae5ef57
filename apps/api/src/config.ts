import 'reflect-metadata';
import { AddressRefused, isAddress } from '@anjuan/event-store';
import { plainToInstance } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsString, IsUrl, Max, Min, MinLength, validateSync } from 'class-validator';

const isDatabase = { protocols: ['postgres', 'postgresql'], require_tld: false, require_protocol: true };
const isWeb = { protocols: ['http', 'https'], require_tld: false, require_protocol: true };

/** Everything the process may be told from outside. Read once, in main.ts, and never again. */
export class Config {
  /** 0: any free port; the address is printed. */
  @IsInt() @Min(0) @Max(65535) readonly PORT: number = 3000;
  @IsString() readonly HOST: string = '127.0.0.1';
  /** Where GET /metrics answers; absent: nowhere. */
  @IsOptional() @IsInt() @Min(1) @Max(65535) readonly METRICS_PORT?: number;
  @IsString() readonly METRICS_HOST: string = '127.0.0.1';
  /** Folder of the embedded database and of the files. */
  @IsString() @MinLength(1) readonly DATA_DIR: string = './data';
  /** A PostgreSQL server; absent: the embedded one under DATA_DIR. */
  @IsOptional() @IsUrl(isDatabase) readonly DATABASE_URL?: string;
  /** Where the events are kept. PostgreSQL is needed with both: it holds the lists and what stands beside the events. */
  @IsIn(['postgres', 'eventstoredb']) readonly EVENT_STORE: 'postgres' | 'eventstoredb' = 'postgres';
  /** With `eventstoredb`: `esdb://host:2113?tls=false`, `esdb+discover://user:password@cluster:2113`. */
  @IsOptional() @IsString() readonly EVENTSTOREDB_URL?: string;
  /** An OpenID Connect issuer; absent: the built-in one under /oidc. */
  @IsOptional() @IsUrl(isWeb) readonly OIDC_ISSUER?: string;
  /** Folder of data files: `holidays/*.yaml`, `packs/*.yaml`, `switches/*.yaml`; read at the start. */
  @IsString() @MinLength(1) readonly RULES_DIR: string = './rules';
  @IsString() readonly OIDC_AUDIENCE: string = 'anjuan-api';
  /** Address under which the world reaches the program; absent: http://HOST:PORT. */
  @IsOptional() @IsUrl(isWeb) readonly PUBLIC_URL?: string;
  /** `movable`: tests and the demo move it; refused in production. */
  @IsIn(['system', 'movable']) readonly CLOCK: 'system' | 'movable' = 'system';
  @IsString() readonly NODE_ENV: string = 'development';
  /** The administrator that the first start makes. */
  @IsString() @MinLength(1) readonly ADMIN_LOGIN: string = 'admin';
  /** With another issuer: its `sub` of that administrator, who is linked at the first start. */
  @IsOptional() @IsString() @MinLength(1) readonly ADMIN_SUBJECT?: string;
  /** Absent: made up and printed once. */
  @IsOptional() @IsString() @MinLength(12) readonly ADMIN_PASSWORD?: string;
}

/** Names what is wrong, never the value: it may be a password. */
export class ConfigurationRefused extends Error {
  override readonly name = 'ConfigurationRefused';
}

export const loadConfig = (env: Readonly<Record<string, string | undefined>>): Config => {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const config = plainToInstance(Config, given, {
    enableImplicitConversion: true,
    exposeDefaultValues: true,
  });
  const wrong = validateSync(config, { whitelist: true }).map(
    ({ property, constraints }) => `${property}: ${Object.values(constraints ?? {}).join(', ')}`,
  );
  if (config.NODE_ENV === 'production' && config.CLOCK === 'movable')
    wrong.push('CLOCK: 生产环境不得使用可移动时钟；movable is for tests and the demo, not for production');
  wrong.push(...wrongStore(config));
  if (wrong.length > 0)
    throw new ConfigurationRefused(`配置不可用。The configuration cannot be used.\n${wrong.join('\n')}`);
  return Object.freeze(config);
};

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
