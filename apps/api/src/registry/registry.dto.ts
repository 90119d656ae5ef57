import { capacities, type Capacity } from '@anjuan/case';
import {
  majorTriggers,
  type AgencyLists,
  type Benchmark,
  type MajorTrigger,
  type Threshold,
} from '@anjuan/law';
import {
  ArrayUnique,
  IsIn,
  IsInt,
  IsString,
  IsUUID,
  Length,
  Matches,
  Max,
  MaxLength,
  Min,
  MinLength,
} from 'class-validator';
import { IsLocalDate } from '../http/dto/is-local-date.js';
import { ListOf, Nested } from '../http/dto/nested.js';
import { Optional } from '../http/dto/optional.js';

/** A bureau (执法机关). */
export class RegisterAgencyDto {
  @IsString() @Length(2, 100) name!: string;
  /** 统一社会信用代码 */
  @Matches(/^[0-9A-HJ-NPQRTUWXY]{18}$/) uscc!: string;
  @IsIn(['district', 'city', 'province', 'nation']) level!: string;
  @IsString() @Length(1, 60) domain!: string;
  /** GB/T 2260 */
  @Matches(/^\d{6}$/) region!: string;
  /** 机关代字；the head of its document numbers */
  @Optional() @IsString() @Length(1, 20) shortName?: string;
}

class ThresholdDto implements Threshold {
  @IsIn(['>=', '>']) comparator!: '>=' | '>';
  @IsInt() @Min(0) @Max(Number.MAX_SAFE_INTEGER) fen!: number;
}
class MajorFinesDto {
  @Nested(() => ThresholdDto) naturalPerson!: ThresholdDto;
  @Nested(() => ThresholdDto) entity!: ThresholdDto;
}
class MajorDecisionsDto {
  @IsString() @Length(1, 200) basis!: string;
  @IsIn(majorTriggers, { each: true }) @ArrayUnique() triggers!: MajorTrigger[];
  /** 按罚款数额列为重大的；Fines that make a decision major. */
  @Optional() @Nested(() => MajorFinesDto) fines?: MajorFinesDto;
}
class HearingThresholdsDto {
  @Nested(() => ThresholdDto) naturalPerson!: ThresholdDto;
  @Nested(() => ThresholdDto) entity!: ThresholdDto;
  @IsIn(['natural-person', 'entity']) individualBusiness!: 'natural-person' | 'entity';
}
class CollectiveDiscussionDto {
  @IsInt() @Min(2) @Max(100) quorum!: number;
  @IsIn(['all-legally-reviewed', 'complex-or-major']) cases!: AgencyLists['collectiveDiscussion']['cases'];
}
class LateEntryDto {
  @IsInt() @Min(0) @Max(8760) hours!: number;
}
class BenchmarkDto implements Benchmark {
  /** 名称和版本，写入终结报告；Name and version, as the report names it. */
  @IsString() @Length(1, 500) name!: string;
  @IsLocalDate() publishedOn!: string;
  @IsLocalDate() validFrom!: string;
  @Optional() @IsLocalDate() validTo?: string;
}
/** A dated version of the agency's lists (目录清单、听证标准、集体讨论、补录时限、裁量基准). */
export class SetListsDto {
  @IsLocalDate() validFrom!: string;
  @Nested(() => MajorDecisionsDto) majorDecisions!: MajorDecisionsDto;
  @Nested(() => HearingThresholdsDto) hearingThresholds!: HearingThresholdsDto;
  @Nested(() => CollectiveDiscussionDto) collectiveDiscussion!: CollectiveDiscussionDto;
  @Nested(() => LateEntryDto) lateEntry!: LateEntryDto;
  @Optional() @ListOf(() => BenchmarkDto, 500) benchmarks?: BenchmarkDto[];
}

export class RegisterPersonDto {
  @IsUUID() agency!: string;
  /** 工号：一人一号；one number, one person */
  @IsString() @Length(1, 40) staffNumber!: string;
  @IsString() @Length(1, 60) name!: string;
}
export class GrantCapacityDto {
  @IsIn(capacities) capacity!: Capacity;
  @IsLocalDate() from!: string;
  @Optional() @IsLocalDate() to?: string;
}
export class EndCapacityDto {
  @IsIn(capacities) capacity!: Capacity;
  @IsLocalDate() to!: string;
}
export class IssueCredentialDto {
  @IsString() @Length(1, 60) number!: string;
  @IsLocalDate() validFrom!: string;
  @IsLocalDate() validTo!: string;
}
export class RecordQualificationDto {
  @Optional() @IsString() @MaxLength(60) legalQualification?: string;
  @Optional() @IsLocalDate() reviewerSince?: string;
}
/** An account: of the built-in issuer by login and password, of another by its subject. */
export class OpenAccountDto {
  @Optional() @IsString() @MinLength(1) @MaxLength(100) login?: string;
  @Optional() @IsString() @MinLength(12) @MaxLength(200) password?: string;
  @Optional() @IsString() @MinLength(1) @MaxLength(200) subject?: string;
}
