import type { Basis } from '@anjuan/case';
import { ListOf } from './nested.js';
import { Optional } from './optional.js';
import { Text } from './text.js';

/** 法律依据；A provision the case rests on. */
export class BasisDto implements Basis {
  /** 法律、法规、规章名称；Name of the law. */
  @Text(200) declare readonly law: string;
  /** 条、款、项；Article, paragraph, item. */
  @Text(100) declare readonly article: string;
  /** 条文；Its wording. */
  @Optional() @Text(2000) declare readonly says?: string;
}

export const AreBases = (): PropertyDecorator => ListOf(() => BasisDto, 30);
