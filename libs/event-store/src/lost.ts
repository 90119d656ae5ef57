import type { Position } from './event-store.js';

/** Positions that were given out and hold no event any more, both included; or a head that is behind the last event. */
export type Lost = Readonly<{
  what: 'between' | 'end' | 'head';
  from: Position;
  to: Position;
  /** those that began there and of which nothing is left */
  streams: readonly string[];
}>;

const says = {
  between: { zh: '缺少记录', en: 'events are missing' },
  end: { zh: '末尾的记录已丢失', en: 'the end of the log is missing' },
  head: {
    zh: '末尾的标记落后于最后一条记录',
    en: 'the mark of the end is behind the last event',
  },
} as const;

/** What is wrong and who cures it how, Chinese and English. */
export function describeLost({ what, from, to, streams }: Lost): string {
  const where = from === to ? `position ${from}` : `positions ${from} to ${to}`;
  const named = streams.length === 0 ? '' : ` (${streams.join(', ')})`;
  return `记录已损坏：${says[what].zh}。The record is damaged: ${says[what].en}, ${where}${named}. 请管理员从备份恢复到另一目录，比对后再继续。Restore a backup from before into another folder, and compare before anybody goes on.`;
}
