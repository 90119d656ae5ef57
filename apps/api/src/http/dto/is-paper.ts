import { ListOf, Nested } from './nested.js';
import { PaperDto } from './paper.dto.js';

export const IsPaper = (): PropertyDecorator => Nested(() => PaperDto);
export const ArePapers = (): PropertyDecorator => ListOf(() => PaperDto, 100);
