import { Decimal } from '../http/dto/decimal.js';
import { IsUuid } from '../http/dto/is-uuid.js';
import { Optional } from '../http/dto/optional.js';
import { ShapedText } from '../http/dto/shaped-text.js';

export const itemsOfPage = 50;
const cursor = '须为上一页的 next；`next` of the page before';

/** Where `next` is the id of the last item of a page. */
export const IsIdBefore = (): PropertyDecorator => IsUuid(cursor);

/** How much of a list. */
export class LengthDto {
  /** 每页条数；Items of a page. */
  @Optional() @Decimal(1, 200, itemsOfPage) declare readonly limit?: number;
}

/** A page of a list that anybody reads: nobody has it wait, nor learns from it how far the record has come. */
export class PublicPageDto extends LengthDto {
  /** 上一页的 next；`next` of the page before. */
  @Optional() @ShapedText(/^[\w-]{1,500}$/, cursor, 500) declare readonly after?: string;
}

/** A page of a list. */
export class PageDto extends PublicPageDto {
  /** 待清单包含此位置后再答复；Position answered to a command: the list waits until it shows it. */
  @Optional()
  @ShapedText(/^[\d-]{1,40}$/, '须为命令所答的位置；a position that a command answered with', 40)
  declare readonly waitFor?: string;
}
