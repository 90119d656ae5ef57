import type { Penalty } from '@anjuan/case';
import { IsDays } from './is-days.js';
import { IsFen } from './is-fen.js';
import { ListOfKinds, type Kinds } from './one-kind-of.js';
import { Optional } from './optional.js';
import { Text } from './text.js';
import { Word } from './word.js';

const reprimands = ['warning', 'public-criticism'] as const;
const amounts = ['fine', 'confiscation-of-gains'] as const;
const goods = ['confiscation-of-goods'] as const;
const ranks = ['qualification-lowering', 'permit-revocation', 'closure'] as const;
const terms = ['permit-withholding', 'business-restriction', 'suspension', 'employment-restriction'] as const;

/** 警告、通报批评；Warning, public criticism. */
export class ReprimandDto implements Penalty {
  /** 种类；The kind. */
  @Word(reprimands) declare readonly kind: (typeof reprimands)[number];
}

/** 罚款、没收违法所得；Fine, confiscation of gains. */
export class AmountDto implements Penalty {
  /** 种类；The kind. */
  @Word(amounts) declare readonly kind: (typeof amounts)[number];
  /** 金额（分）；The amount, in fen. */
  @IsFen() declare readonly fen: number;
}

/** 没收非法财物；Confiscation of goods. */
export class GoodsDto implements Penalty {
  /** 种类；The kind. */
  @Word(goods) declare readonly kind: (typeof goods)[number];
  /** 财物；The goods. */
  @Text(1000) declare readonly what: string;
  /** 已知的价值（分）；Their value where it is known, in fen. */
  @Optional() @IsFen() declare readonly fen?: number;
}

/** 降低资质等级、吊销许可证件、责令关闭；Lowering, revocation, closure. */
export class LossDto implements Penalty {
  /** 种类；The kind. */
  @Word(ranks) declare readonly kind: (typeof ranks)[number];
  /** 资质、许可证件、场所；The rank, the permit, the business. */
  @Optional() @Text(1000) declare readonly what?: string;
}

/** 暂扣许可证件、限制开展生产经营活动、责令停产停业、限制从业；Penalties that may have a length. */
export class TermDto implements Penalty {
  /** 种类；The kind. */
  @Word(terms) declare readonly kind: (typeof terms)[number];
  /** 许可证件、活动、职业；The permit, the business, the trade. */
  @Optional() @Text(1000) declare readonly what?: string;
  /** 期限（日）；Its length in days. */
  @Optional() @IsDays() declare readonly days?: number;
}

/** 处罚种类；A penalty, by its kind. */
export type PenaltyDto = ReprimandDto | AmountDto | GoodsDto | LossDto | TermDto;

type PenaltyForm = new () => PenaltyDto;
const all = (kinds: readonly string[], form: PenaltyForm) =>
  kinds.map((kind): [string, PenaltyForm] => [kind, form]);

const penalties: Kinds = new Map([
  ...all(reprimands, ReprimandDto),
  ...all(amounts, AmountDto),
  ...all(goods, GoodsDto),
  ...all(terms, TermDto),
  ...all(ranks, LossDto),
]);

export const ArePenalties = (): PropertyDecorator => ListOfKinds(penalties, 20);
