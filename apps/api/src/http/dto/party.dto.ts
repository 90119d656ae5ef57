import type { Party, PartyKind, PartyPerson } from '@anjuan/case';
import { Nested } from './nested.js';
import { Optional } from './optional.js';
import { Text, TextOrBlank } from './text.js';
import { Word } from './word.js';

const partyKinds = [
  'natural-person',
  'individual-business',
  'entity',
] as const satisfies readonly PartyKind[];
const overridden = ['uscc', 'idNumber'] as const;

/** 当事人本人、经营者或者法定代表人；The natural person behind the party. */
export class PartyPersonDto implements PartyPerson {
  /** 姓名；The name. */
  @Text(100) declare readonly name: string;
  /** 证件种类；Kind of the identity paper. */
  @Optional() @Text(50) declare readonly idType?: string;
  /** 证件号码；Its number. */
  @Optional() @Text(50) declare readonly idNumber?: string;
  /** 住址、地址；The address. */
  @Optional() @Text(500) declare readonly address?: string;
}

/** 保留校验码不符的号码；A code that fails its check digit and is kept all the same. */
export class OverrideDto {
  /** 哪一号码；Which code. */
  @Word(overridden) declare readonly field: (typeof overridden)[number];
  /** 理由；The reason. */
  @TextOrBlank(1000) declare readonly reason: string;
}

/** 当事人；The party. */
export class PartyDto implements Party {
  /** 自然人、个体工商户、法人或者其他组织；Natural person, individual business, entity. */
  @Word(partyKinds) declare readonly kind: PartyKind;
  /** 名称；自然人的姓名填于 person；Its name; that of a natural person stands in `person`. */
  @Optional() @TextOrBlank(200) declare readonly name?: string;
  /** 统一社会信用代码；Unified social credit code. */
  @Optional() @Text(50) declare readonly uscc?: string;
  /** 当事人本人、经营者或者法定代表人；The natural person behind the party. */
  @Optional() @Nested(() => PartyPersonDto) declare readonly person?: PartyPersonDto;
  /** 住址、地址；The address. */
  @Optional() @Text(500) declare readonly address?: string;
  /** 保留校验码不符的号码的理由；Why a code that fails its check digit is kept. */
  @Optional() @Nested(() => OverrideDto) declare readonly override?: OverrideDto;
}
