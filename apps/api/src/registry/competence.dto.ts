import { entrustablePowers, type EntrustablePower, type Matter } from '@anjuan/law';
import { IsCreditCode } from '../http/dto/is-credit-code.js';
import { IsLocalDate } from '../http/dto/is-local-date.js';
import { ListOf, Nested } from '../http/dto/nested.js';
import { Optional } from '../http/dto/optional.js';
import { Line, Text, Texts } from '../http/dto/text.js';
import { Words } from '../http/dto/word.js';
import { YesOrNo } from '../http/dto/yes-or-no.js';

/** So many with the longest names fit into one entry of the record (`largestEnvelope`). */
const mostMatters = 40;
const mostArticles = 8;

/** 事项；One matter: what is punished, under which articles of which law. */
class MatterDto implements Matter {
  @Line(80) title!: string;
  /** 法律、法规、规章名称 */
  @Line(60) law!: string;
  /** 条、款、项，逐条填写：第一百二十四条第一款第（二）项；one provision each */
  @Texts(mostArticles, 30) articles!: string[];
}
class OrganisationDto {
  /** 统一社会信用代码 */
  @IsCreditCode() uscc!: string;
  /** 名称 */
  @Line(100, 2) title!: string;
}
/** 受委托组织的条件（《行政处罚法》第二十一条）；What the agency has examined. */
class QualifiedDto {
  /** 依法成立并具有管理公共事务职能 */
  @YesOrNo() publicAffairs!: boolean;
  /** 有取得行政执法资格的工作人员 */
  @YesOrNo() staff!: boolean;
  /** 需要技术检查、鉴定的，有相应条件；不需要的不填；where the matter asks for it */
  @Optional() @YesOrNo() equipment?: boolean;
}
/** 委托书；An entrustment. */
export class EntrustDto {
  @Nested(() => OrganisationDto) organisation!: OrganisationDto;
  /** 可以委托的法律、法规、规章依据；Under which law, regulation or rule. */
  @Text(200) basis!: string;
  @Nested(() => QualifiedDto) qualified!: QualifiedDto;
  /** 委托书文号 */
  @Line(100) document!: string;
  @IsLocalDate() publishedOn!: string;
  /** 公布的网址、公报等；Where it was made public. */
  @Line(300) publishedAt!: string;
  @ListOf(() => MatterDto, mostMatters) matters!: MatterDto[];
  /** 权限：调查取证、当场处罚、送达、执行 */
  @Words(entrustablePowers, 1) powers!: EntrustablePower[];
  @IsLocalDate() from!: string;
  @IsLocalDate() to!: string;
}
/** 终止之日和理由 */
export class EndWithReasonDto {
  @IsLocalDate() to!: string;
  @Text(200) reason!: string;
}
class ProvincialDecisionDto {
  /** 作出决定的省、自治区、直辖市机关 */
  @Line(100, 2) by!: string;
  @Line(200, 2) title!: string;
  /** 文号 */
  @Optional() @Line(100) number?: string;
}
/** 省级决定交由行使的行政处罚权；Power that a province charges a township or street office with. */
export class DelegateDto {
  @Nested(() => ProvincialDecisionDto) decision!: ProvincialDecisionDto;
  /** 原有该权的县级人民政府部门 */
  @Line(100, 2) department!: string;
  @IsLocalDate() decidedOn!: string;
  @IsLocalDate() publishedOn!: string;
  /** 公布的网址、公报等；Where it was made public. */
  @Line(300) publishedAt!: string;
  @ListOf(() => MatterDto, mostMatters) matters!: MatterDto[];
  /** 是否一并交由行使行政强制措施权；Whether measures of coercion go with it. */
  @YesOrNo() measures!: boolean;
  @IsLocalDate() from!: string;
  @Optional() @IsLocalDate() to?: string;
}
/** 评估（《行政处罚法》第二十四条第一款） */
export class EvaluateDto {
  @IsLocalDate() on!: string;
  /** 组织评估的机关 */
  @Line(100, 2) by!: string;
  @Text(1000) result!: string;
}
/** 某日的；On a day. */
export class OnDayDto {
  @Optional() @IsLocalDate() declare readonly on?: string;
}
