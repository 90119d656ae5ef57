import { capacities, type Capacity } from '@anjuan/case';
import {
  exemptionConditions,
  exemptionTakings,
  isOneProvision,
  majorTriggers,
  type AgencyLists,
  type Applied,
  type Benchmark,
  type ExemptionCondition,
  type ExemptionTaking,
  type Retention,
  type MajorTrigger,
  type SpecialLaw,
  type Threshold,
} from '@anjuan/law';
import { IsCreditCode } from '../http/dto/is-credit-code.js';
import { IsFen } from '../http/dto/is-fen.js';
import { IsLocalDate } from '../http/dto/is-local-date.js';
import { IsUuid } from '../http/dto/is-uuid.js';
import { ListOf, Nested } from '../http/dto/nested.js';
import { Optional } from '../http/dto/optional.js';
import { ShapedText } from '../http/dto/shaped-text.js';
import { Shaped } from '../http/dto/shaped.js';
import { bytesOfText, Line, Text, TextBetween } from '../http/dto/text.js';
import { WholeNumber, WholeNumbers } from '../http/dto/whole-number.js';
import { Word, Words } from '../http/dto/word.js';
import { YesOrNo } from '../http/dto/yes-or-no.js';

/** `township`: 乡镇人民政府、街道办事处, whose power a province has charged it with (APL 24). */
const levels = ['township', 'district', 'city', 'province', 'nation'] as const;
const comparators = ['>=', '>'] as const;
const parties = ['natural-person', 'entity'] as const;
const discussed = ['all-legally-reviewed', 'complex-or-major'] as const;

/** Province, city, county (GB/T 2260): a county only in a city, a city only in a province. */
const region = /^(?:100000|(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[12])(?:0000|(?!00)\d\d\d\d))$/;

/** 层级的更正；The level was entered wrongly. */
export class CorrectLevelDto {
  @Word(levels) level!: string;
  @Text(200) reason!: string;
}
/** A bureau (执法机关). */
export class RegisterAgencyDto {
  @Line(100, 2) name!: string;
  /** 统一社会信用代码 */
  @IsCreditCode() uscc!: string;
  @Word(levels) level!: string;
  @Line(60) domain!: string;
  /** GB/T 2260 */
  @ShapedText(
    region,
    '须为6位行政区划代码，全国为100000；a region code of 6 digits, 100000 for the whole country',
    6,
  )
  region!: string;
  /** 机关代字；the head of its document numbers */
  @Optional() @Line(20) shortName?: string;
}

class ThresholdDto implements Threshold {
  @Word(comparators) comparator!: (typeof comparators)[number];
  @IsFen() fen!: number;
}
class MajorFinesDto {
  @Nested(() => ThresholdDto) naturalPerson!: ThresholdDto;
  @Nested(() => ThresholdDto) entity!: ThresholdDto;
}
class MajorDecisionsDto {
  @Text(200) basis!: string;
  @Words(majorTriggers) triggers!: MajorTrigger[];
  /** 按罚款数额列为重大的；Fines that make a decision major. */
  @Optional() @Nested(() => MajorFinesDto) fines?: MajorFinesDto;
}
class HearingThresholdsDto {
  @Nested(() => ThresholdDto) naturalPerson!: ThresholdDto;
  @Nested(() => ThresholdDto) entity!: ThresholdDto;
  @Word(parties) individualBusiness!: (typeof parties)[number];
}
class CollectiveDiscussionDto {
  @WholeNumber(2, 100) quorum!: number;
  @Word(discussed) cases!: AgencyLists['collectiveDiscussion']['cases'];
}
class LateEntryDto {
  @WholeNumber(0, 8760) hours!: number;
}
class BenchmarkDto implements Benchmark {
  /** 名称和版本，写入终结报告；Name and version, as the report names it. */
  @Line(120) name!: string;
  @IsLocalDate() publishedOn!: string;
  @IsLocalDate() validFrom!: string;
  @Optional() @IsLocalDate() validTo?: string;
}
const OneProvision = (): PropertyDecorator =>
  Shaped({
    name: 'isOneProvision',
    holds: (value) => typeof value === 'string' && value.length <= 20 && isOneProvision(value),
    says: '须为一条、一款或者一项，例如 136、23(2)、第二十三条第二款；one article, paragraph or item',
    shown: { type: 'string', minLength: 1, maxLength: 20 },
    bytes: () => bytesOfText(20),
  });
class LetOffDto implements Applied {
  /** 法律、法规名称 */
  @Line(40) law!: string;
  @OneProvision() article!: string;
}
/** 特别法规定免予处罚、不予处罚的条款；An article of a special law that lets a trader go unpunished. */
class SpecialLawDto implements SpecialLaw {
  /** 法律、法规名称 */
  @Line(40) law!: string;
  /** 条、款，例如 136、23(2) */
  @OneProvision() article!: string;
  /** 仍然没收的：不没收、财物、财物和违法所得；What is confiscated all the same. */
  @Word(exemptionTakings) takes!: ExemptionTaking;
  /** 须有证据证明的各项条件；Each is proven with evidence. */
  @Words(exemptionConditions, 1) conditions!: ExemptionCondition[];
  /** 适用于违反哪些规定的行为；不填：同一部法律、法规的；which breaches it lets off; absent: those of the same law */
  @Optional() @ListOf(() => LetOffDto, 3) of?: LetOffDto[];
  @IsLocalDate() validFrom!: string;
  @Optional() @IsLocalDate() validTo?: string;
}
/** 案卷保管期限：不填年数的永久保管；How long files are kept: for ever where no years are given. */
class RetentionDto implements Retention {
  /** 依据，例如经档案主管部门审核的保管期限表；The schedule. */
  @Text(200) basis!: string;
  @Optional() @WholeNumber(10, 100) ordinaryYears?: number;
  @Optional() @WholeNumber(10, 100) summaryYears?: number;
}
/** So many of both with the longest names fit into one entry of the record (`largestEnvelope`). */
const mostBenchmarks = 120;
const mostSpecialLaws = 5;
/** A dated version of the agency's lists (目录清单、听证标准、集体讨论、补录时限、裁量基准、特别法免罚条款、保管期限). */
export class SetListsDto {
  @IsLocalDate() validFrom!: string;
  @Nested(() => MajorDecisionsDto) majorDecisions!: MajorDecisionsDto;
  @Nested(() => HearingThresholdsDto) hearingThresholds!: HearingThresholdsDto;
  @Nested(() => CollectiveDiscussionDto) collectiveDiscussion!: CollectiveDiscussionDto;
  @Nested(() => LateEntryDto) lateEntry!: LateEntryDto;
  /** 文书一律先制发、后送达；不填：本案同类文书已制发的才要求；papers are issued before they are served; absent: only where the case has issued one of the kind */
  @Optional() @YesOrNo() papersIssuedFirst?: boolean;
  @Optional() @ListOf(() => BenchmarkDto, mostBenchmarks) benchmarks?: BenchmarkDto[];
  /** 程序所附条款之外的，以及对未核对原文的条款的确认；besides those the program brings, and to confirm those that were not read */
  @Optional() @ListOf(() => SpecialLawDto, mostSpecialLaws) specialLaws?: SpecialLawDto[];
  /** 不填：普通程序永久，简易程序三十年；absent: the ordinary procedure for ever, decisions on the spot thirty years */
  @Optional() @Nested(() => RetentionDto) retention?: RetentionDto;
}

export class RegisterPersonDto {
  /** 不填：不属于任何机关的系统管理员；absent: an administrator of the system */
  @Optional() @IsUuid('须为机关的编号；the id of an agency') agency?: string;
  /** 工号：一人一号；one number, one person */
  @Line(40) staffNumber!: string;
  @Line(60) name!: string;
}
const IsUnit = (): PropertyDecorator => IsUuid('须为内设机构编号；the id of a unit');
export class GrantCapacityDto {
  @Word(capacities) capacity!: Capacity;
  /** 办案机构负责人所负责的内设机构，有内设机构的日期须填；Of a unit head: which unit, for days on which there are units. */
  @Optional() @IsUnit() unit?: string;
  /** 受委托组织的执法人员：该组织的统一社会信用代码；Of an officer of an organisation that the agency entrusts: its credit code. */
  @Optional() @IsCreditCode() organisation?: string;
  @IsLocalDate() from!: string;
  @Optional() @IsLocalDate() to?: string;
}
/** 内设机构；A unit of the agency. */
export class EnterUnitDto {
  /** 名称 */
  @Line(60, 2) title!: string;
  /** 上级机构；The unit above it. */
  @Optional() @IsUnit() parent?: string;
  @IsLocalDate() from!: string;
}
export class EndUnitDto {
  @IsLocalDate() to!: string;
}
export class JoinUnitDto {
  @IsUnit() unit!: string;
  @IsLocalDate() from!: string;
  @Optional() @IsLocalDate() to?: string;
}
/** 某日的；On a day. */
export class UnitsDto {
  @Optional() @IsLocalDate() declare readonly on?: string;
}
export class EndCapacityDto {
  @Word(capacities) capacity!: Capacity;
  @IsLocalDate() to!: string;
}
export class IssueCredentialDto {
  @Line(60) number!: string;
  @IsLocalDate() validFrom!: string;
  @IsLocalDate() validTo!: string;
}
export class EndCredentialDto {
  @Text(60) number!: string;
  @IsLocalDate() to!: string;
}
export class RecordQualificationDto {
  @Optional() @Line(60) legalQualification?: string;
  @Optional() @IsLocalDate() reviewerSince?: string;
}
export class EndQualificationDto {
  @Line(60) legalQualification!: string;
  @IsLocalDate() to!: string;
}
/** What was registered wrongly: the entry before stays readable. */
export class CorrectRegistrationDto {
  @Optional() @Line(60) name?: string;
  @Optional() @Line(40) staffNumber?: string;
  @Text(200) reason!: string;
}
/** An account: of the built-in issuer by login and first password, of another by its subject. */
export class OpenAccountDto {
  @Optional() @Line(100) login?: string;
  @Optional() @TextBetween(12, 200) password?: string;
  @Optional() @Line(200) subject?: string;
}

const mostProposals = 50;
const proposal = 1_000_000_000;
export class ApproveDto {
  /** 拟批准各项的编号；the numbers of what is approved */
  @WholeNumbers(1, proposal, mostProposals) proposals!: number[];
}
export class DeclineDto {
  @WholeNumbers(1, proposal, mostProposals) proposals!: number[];
  @Text(200) reason!: string;
}
/** 为何重置；Why: lost, broken, exchanged. */
export class ResetSecondFactorDto {
  @Text(200) reason!: string;
}
/** 是否要求两步验证；Whether capacities that open a gate demand a second factor of who holds them. */
export class SetSecondFactorDto {
  @YesOrNo() demanded!: boolean;
  @Text(200) reason!: string;
}
/** The account that is open; where older programs opened several, the oldest unless one is named. */
export class CloseAccountDto {
  @Optional() @Line(200) subject?: string;
}
/** The account that is open, as with `CloseAccountDto`. */
export class ConfirmAccountDto {
  @Optional() @Line(200) subject?: string;
}

const longestCode = 40;
export class BeginSecondFactorDto {
  @TextBetween(1, 200) password!: string;
  /** 恢复代码：已有通行密钥而未以其登录的；a recovery code, of who has a passkey and did not sign in with it */
  @Optional() @Line(longestCode) code?: string;
}
export class ConfirmSecondFactorDto {
  @Line(longestCode) code!: string;
}
export class RemoveSecondFactorDto {
  @TextBetween(1, 200) password!: string;
  /** 验证码或恢复代码；a code, or a recovery code */
  @Line(longestCode) code!: string;
}
class PasswordAndCodeDto {
  @TextBetween(1, 200) password!: string;
  /** 验证码或恢复代码：已有两步验证而未以其登录的；a code, of who has a second factor and did not sign in with it */
  @Optional() @Line(longestCode) code?: string;
}
export class BeginPasskeyDto extends PasswordAndCodeDto {
  /** 通行密钥的名称，由本人命名，例如“办公室钥匙”；how its person calls it, such as “key at the office” */
  @Line(60) name!: string;
}
export class RemovePasskeyDto extends PasswordAndCodeDto {}
