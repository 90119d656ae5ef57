/** Penalties and outcomes in the words of a case file. */
import type {
  DroppedGround,
  NoPenaltyGround,
  Outcome,
  Penalty,
  PenaltyKind,
  ServiceMethod,
  UndeliveredReason,
} from '@anjuan/case';
import type { Fen } from '@anjuan/law';
import { fields } from '../form/record.js';
import { amount, flag, text, word } from '../form/readers.js';
import { exemption, exemptionOf, type ExemptionSaid } from './exemption.js';
import { goods, goodsOf, type Goods } from './goods.js';
import type { Scene } from './scene.js';

export const penaltyWords = {
  警告: 'warning',
  通报批评: 'public-criticism',
  罚款: 'fine',
  没收违法所得: 'confiscation-of-gains',
  没收非法财物: 'confiscation-of-goods',
  暂扣许可证件: 'permit-withholding',
  降低资质等级: 'qualification-lowering',
  吊销许可证件: 'permit-revocation',
  限制开展生产经营活动: 'business-restriction',
  责令停产停业: 'suspension',
  责令关闭: 'closure',
  限制从业: 'employment-restriction',
} as const satisfies Record<string, PenaltyKind>;

export const noPenaltyWords = {
  首违不罚: 'first-breach',
  轻微不罚: 'minor',
  无主观过错不罚: 'no-fault',
  不满十四周岁不罚: 'under-fourteen',
  不能辨认控制不罚: 'without-control',
  超过追责期限不罚: 'past-limitation',
} as const satisfies Record<string, NoPenaltyGround>;

/** Why one of several breaches is not punished. */
const droppedWords = {
  ...noPenaltyWords,
  违法事实不能成立: 'facts-not-established',
  移送: 'transferred',
  同一违法行为: 'one-act-with',
} as const satisfies Record<string, DroppedGround>;

export const methodWords = {
  直接送达: 'direct',
  留置送达: 'lien',
  邮寄送达: 'post',
  电子送达: 'electronic',
  公告送达: 'public-notice',
  委托送达: 'entrusted',
} as const satisfies Record<string, ServiceMethod>;

/** Why a paper came back from the confirmed address, or was left there. */
export const undeliveredWords = {
  地址不准确: 'address-inaccurate',
  变更未告知: 'change-not-told',
  拒收退回: 'refused',
} as const satisfies Record<string, UndeliveredReason>;

export type Amounts = Readonly<{
  fineYuan?: Fen;
  confiscateGainsYuan?: Fen;
  confiscateGoods?: string;
  /** Lines of the lists; without them the party has the goods, where the file says so. */
  confiscateLines?: Goods;
  confiscateFromParty?: boolean;
  /** The rest is let off by a special law. */
  exemption?: ExemptionSaid;
  revokePermit?: string;
}>;
export const amounts = {
  fineYuan: amount,
  confiscateGainsYuan: amount,
  confiscateGoods: text,
  confiscateLines: goods,
  confiscateFromParty: flag,
  exemption,
  revokePermit: text,
};

const confiscation = (
  {
    confiscateGoods: what,
    confiscateLines: named,
    confiscateFromParty: fromParty,
    exemption: letOff,
  }: Amounts,
  scene: Scene,
): readonly Penalty[] =>
  what === undefined
    ? []
    : [
        {
          kind: 'confiscation-of-goods',
          what,
          ...(named && { items: goodsOf(named, scene) }),
          ...(fromParty && { fromParty }),
          ...(letOff && { exemption: exemptionOf(letOff, scene) }),
        },
      ];

export const penaltiesOf = (given: Amounts, scene: Scene): readonly Penalty[] => {
  const { fineYuan, confiscateGainsYuan, revokePermit } = given;
  return [
    ...(fineYuan === undefined ? [] : [{ kind: 'fine' as const, fen: fineYuan }]),
    ...(confiscateGainsYuan === undefined
      ? []
      : [{ kind: 'confiscation-of-gains' as const, fen: confiscateGainsYuan }]),
    ...confiscation(given, scene),
    ...(revokePermit === undefined ? [] : [{ kind: 'permit-revocation' as const, what: revokePermit }]),
  ];
};

export const penaltyOutcome = (given: Amounts, scene: Scene): Outcome => ({
  kind: 'penalty',
  penalties: penaltiesOf(given, scene),
});

/** What becomes of one of several breaches: its penalties, or why it has none. */
export const ofBreach = fields(
  { breach: text },
  { ...amounts, dropped: word(droppedWords), oneActWith: text, reason: text },
);
export type OfBreach = Amounts &
  Readonly<{ breach: string; dropped?: DroppedGround; oneActWith?: string; reason?: string }>;

export const penaltiesOfEach = (breaches: readonly OfBreach[], scene: Scene): readonly Penalty[] =>
  breaches.flatMap(({ breach, ...given }) =>
    penaltiesOf(given, scene).map((penalty) => ({ ...penalty, breach })),
  );

export const outcomeOfEach = (breaches: readonly OfBreach[], scene: Scene): Outcome => {
  const dropped = breaches.flatMap(({ breach, dropped: ground, oneActWith, reason = '' }) =>
    ground === undefined
      ? []
      : [{ breach, ground, ...(oneActWith !== undefined && { with: oneActWith }), reason }],
  );
  return {
    kind: 'penalty',
    penalties: penaltiesOfEach(breaches, scene),
    ...(dropped.length > 0 && { dropped }),
  };
};
