import type { Paper } from '@anjuan/case';
import { Shaped } from './shaped.js';
import { Line } from './text.js';

const IsDigest = (): PropertyDecorator =>
  Shaped({
    name: 'isDigest',
    holds: (value) => typeof value === 'string' && /^[0-9a-f]{64}$/.test(value),
    says: '须为64位小写十六进制的 SHA-256；a SHA-256 as 64 lower-case hex digits',
    shown: { type: 'string', pattern: '^[0-9a-f]{64}$' },
    bytes: () => 6 * 64 + 2,
  });

/** 已上传的文书或音像；A paper or recording that has been uploaded. */
export class PaperDto implements Paper {
  /** 上传后所得的哈希；The hash the upload answered with. */
  @IsDigest() declare readonly sha256: string;
  /** 名称；Its name. */
  @Line(255) declare readonly name: string;
}
