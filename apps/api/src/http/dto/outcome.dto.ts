import { noPenaltyGrounds, type NoPenaltyGround } from '@anjuan/case';
import { OneKindOf, type Kinds } from './one-kind-of.js';
import { ArePenalties, type PenaltyDto } from './penalty.dto.js';
import { Text, TextOrBlank } from './text.js';
import { Word } from './word.js';

/** 给予行政处罚；A penalty. */
export class PenaltyOutcomeDto {
  /** 种类；The kind. */
  @Word(['penalty']) declare readonly kind: 'penalty';
  /** 处罚；The penalties. */
  @ArePenalties() declare readonly penalties: PenaltyDto[];
}

/** 不予行政处罚；No penalty. */
export class NoPenaltyOutcomeDto {
  /** 种类；The kind. */
  @Word(['no-penalty']) declare readonly kind: 'no-penalty';
  /** 违法行为轻微、初次违法、没有主观过错；Minor, first breach, no fault. */
  @Word(noPenaltyGrounds) declare readonly ground: NoPenaltyGround;
  /** 理由；The reason. */
  @TextOrBlank(2000) declare readonly reason: string;
}

/** 违法事实不能成立；The facts are not established. */
export class FactsNotEstablishedDto {
  /** 种类；The kind. */
  @Word(['facts-not-established']) declare readonly kind: 'facts-not-established';
  /** 理由；The reason. */
  @TextOrBlank(2000) declare readonly reason: string;
}

/** 移送；The case goes to another agency. */
export class TransferOutcomeDto {
  /** 种类；The kind. */
  @Word(['transfer']) declare readonly kind: 'transfer';
  /** 受移送的机关；The agency it goes to. */
  @Text(200) declare readonly to: string;
  /** 理由；The reason. */
  @TextOrBlank(2000) declare readonly reason: string;
}

/** 处理结果；What a case ends in. */
export type OutcomeDto =
  PenaltyOutcomeDto | NoPenaltyOutcomeDto | FactsNotEstablishedDto | TransferOutcomeDto;

const outcomes: Kinds = new Map<string, new () => OutcomeDto>([
  ['penalty', PenaltyOutcomeDto],
  ['no-penalty', NoPenaltyOutcomeDto],
  ['facts-not-established', FactsNotEstablishedDto],
  ['transfer', TransferOutcomeDto],
]);

export const IsOutcome = (): PropertyDecorator => OneKindOf(outcomes);
