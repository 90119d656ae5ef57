import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';

/** A page of a list. */
export class PageDto {
  @IsOptional() @Type(() => Number) @IsInt() @Min(1) @Max(200) limit: number = 50;
  /** `next` of the page before. */
  @IsOptional() @IsString() @MaxLength(500) after?: string;
  /** Position answered to a command: the list waits until it shows it. */
  @IsOptional() @IsString() @MaxLength(40) waitFor?: string;
}
