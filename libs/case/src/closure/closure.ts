/** Closure (结案): SAMR-P 77. */
import type { LocalDate } from '@anjuan/law';
import type { EntryNumber, Event } from '../kernel/event.js';

/** SAMR-P 77(1), (一)–(五). */
export const closureGrounds = [
  'executed', // 行政处罚决定执行完毕
  'court-ended-execution', // 人民法院裁定终结执行
  'investigation-ended', // 案件终止调查
  'no-penalty', // 作出第六十条第一款第二项至第五项决定
  'other', // 其他应予结案的情形
] as const;
export type ClosureGround = (typeof closureGrounds)[number];
/** closure/request */
export type ClosureTerms = Readonly<{ ground: ClosureGround; note?: string }>;
/** closure/approve */
export type ApproveClosure = Readonly<{ approval: EntryNumber }>;
export type CaseClosed = Event<'CaseClosed', { approval: EntryNumber; ground: ClosureGround }>;
export type Closure = Readonly<{ entry: EntryNumber; ground: ClosureGround; closedOn: LocalDate }>;
