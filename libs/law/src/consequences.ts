/** What follows when a period is missed: domain table of clocks, column by column with the articles cited there. */
import type { HourLimitId, TimeLimitId } from './time-limit.js';

type Text = Readonly<{ zh: string; en: string }>;

/** Lateness is possible, needs a reason and stays visible. */
const seen: Text = {
  zh: '逾期留痕，可以继续办理',
  en: 'it is late, and seen to be; the step stays possible',
};

const told: Readonly<Partial<Record<TimeLimitId | HourLimitId, Text>>> = {
  C01: { zh: '追究不予立案的责任', en: 'liability for not filing (APL 76(2))' },
  C02: { zh: '可能引起复议、诉讼', en: 'the risk of reconsideration or suit' },
  C03: { zh: '调解终止', en: 'mediation ends' },
  C04: { zh: '监督指出', en: 'a finding of supervision' },
  C05: { zh: '追究责任', en: 'liability' },
  C06: { zh: '监督指出', en: 'a finding of supervision' },
  C07: { zh: '报请共同的上一级机关指定管辖', en: 'it goes to the common superior' },
  C08: { zh: '催办', en: 'the superior is reminded' },
  C09: { zh: '措施违法', en: 'the measure is unlawful' },
  C10: { zh: '先行登记保存自动解除', en: 'the preservation lapses by itself' },
  C11: { zh: '应当立即解除，案卷评查一票否决', en: 'it must be lifted; fatal in file review' },
  C12: { zh: '催办', en: 'the agency asked is reminded' },
  C13: { zh: '报负责人督办', en: 'it goes to the leader' },
  C14: { zh: '视为放弃权利', en: 'the right is waived' },
  C18: { zh: '程序违法', en: 'a fault of procedure' },
  C19: { zh: '程序违法', en: 'a fault of procedure' },
  C21: {
    zh: '程序违法，需说明理由并留痕',
    en: 'a breach of procedure; the decision needs a reason and the lateness stays',
  },
  C22: { zh: '程序瑕疵，后续期限不起算', en: 'a flaw; later periods do not begin' },
  C23: { zh: '视为送达', en: 'deemed served' },
  C24: { zh: '监督指出', en: 'a finding of supervision' },
  C25: { zh: '监督指出', en: 'a finding of supervision' },
  C26: { zh: '监督指出', en: 'a finding of supervision' },
  C27: { zh: '监督指出', en: 'a finding of supervision' },
  C28: { zh: '每日按百分之三加处罚款', en: 'three percent of it a day' },
  C29: { zh: '加处罚款达到罚款数额', en: 'the surcharge has reached the fine' },
  C30: { zh: '追究责任', en: 'liability' },
  C30b: { zh: '追究责任', en: 'liability' },
  C31: { zh: '丧失复议权', en: 'the right to reconsideration is lost' },
  C32: { zh: '丧失起诉权', en: 'the right to sue is lost' },
  C33: { zh: '丧失起诉权', en: 'the right to sue is lost' },
  C34: { zh: '期满前申请不予受理', en: 'an application before its end is not accepted' },
  C35: { zh: '无正当理由不予受理', en: 'not accepted without a good reason' },
  C36: { zh: '催办', en: 'the court is reminded' },
  C36b: { zh: '催办', en: 'the court is reminded' },
  C36c: { zh: '催办', en: 'the court is reminded' },
  C37: { zh: '裁定生效', en: 'the ruling stands' },
  C38: { zh: '处分', en: 'discipline' },
  C38b: { zh: '处分', en: 'discipline' },
  C39: { zh: '催办', en: 'the police are reminded' },
  C40: {
    zh: '丧失提请复议的机会；公安机关仍然受理的，说明理由并留痕',
    en: 'the chance to ask is lost; where the police take it all the same, it needs a reason and stays visible',
  },
  C41: { zh: '处分', en: 'discipline' },
  C44: { zh: '不再给予行政处罚', en: 'no penalty any more' },
  C44b: { zh: '不再给予行政处罚', en: 'no penalty any more' },
  C47: { zh: '继续公示违法', en: 'publicity beyond it is unlawful' },
  C49: { zh: '通报批评', en: 'criticism' },
  C50: { zh: '不再执行', en: 'no more execution' },
};

export const consequenceOf = (id: TimeLimitId | HourLimitId): Text => told[id] ?? seen;
