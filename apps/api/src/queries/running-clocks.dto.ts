import { IsBooleanString, IsIn, IsOptional, IsString, Matches, MaxLength } from 'class-validator';
import { PageDto } from './page.dto.js';

const day = /^\d{4}-\d{2}-\d{2}$/;

/** Which of the running clocks are asked for. */
export class RunningClocksDto extends PageDto {
  /** own：本人承办或等待本人办理的；agency：本机关全部。What one handles or what waits on one, or all of the agency. */
  @IsOptional() @IsIn(['own', 'agency']) scope: 'own' | 'agency' = 'own';
  /** 仅限 agency：某一办案人员的期限。With `agency`: the clocks of one person's cases. */
  @IsOptional() @IsString() @MaxLength(60) person?: string;
  /** true：已逾期；false：未逾期。Overdue today, or not. */
  @IsOptional() @IsBooleanString() overdue?: 'true' | 'false';
  /** 此日之前到期。Due before this day. */
  @IsOptional() @Matches(day) dueBefore?: string;
  /** 逾期后果：自动失效、关口、提示。What a missed clock does. */
  @IsOptional() @IsIn(['lapse', 'gate', 'alarm']) consequence?: 'lapse' | 'gate' | 'alarm';
}
