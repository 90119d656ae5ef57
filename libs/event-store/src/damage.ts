import type { Position } from './event-store.js';

/** What can be wrong with a stream of the record, and who cures it how. */
const findings = {
  beginsLate: {
    zh: '开头的记录已不可读',
    en: 'its first events cannot be read any more',
    cure: 'restore',
  },
  gap: { zh: '中间缺少记录', en: 'events are missing between others', cure: 'restore' },
  deleted: { zh: '已在服务器上被永久删除', en: 'it was deleted for good on the server', cure: 'restore' },
  deletedSoftly: { zh: '已在服务器上被删除', en: 'it was deleted on the server', cure: 'lift' },
  truncated: { zh: '已在服务器上被截短（$tb）', en: 'it was truncated on the server ($tb)', cure: 'lift' },
  limited: {
    zh: '被设定了会删除记录的期限或条数（$maxAge、$maxCount）',
    en: 'it was given a limit that deletes events ($maxAge, $maxCount)',
    cure: 'lift',
  },
  denied: {
    zh: '其自身的 $acl 不许本程序的账号读取该流或其元数据',
    en: 'its own $acl keeps the account of this program from reading it or its metadata',
    cure: 'lift',
  },
  shorter: { zh: '比已读取过的更短', en: 'it is shorter than what was read of it before', cure: 'restore' },
  notSealed: {
    zh: '含有非本程序封存的记录',
    en: 'it holds an event that this program did not seal',
    cure: 'restore',
  },
  otherwise: {
    zh: '记录内外不符（类型、序号、编号或流）',
    en: 'what an event says of its type, revision, id or stream is not what it is stored under',
    cure: 'restore',
  },
  altered: {
    zh: '有另存的个人信息与封存的摘要不符，曾被改动',
    en: 'a personal value stored separately does not match its sealed digest: it was altered',
    cure: 'restore',
  },
  withheld: {
    zh: '有另存的个人信息已不在，而没有决定将其删除',
    en: 'a personal value stored separately is gone, and no erasure was ordered of it',
    cure: 'restore',
  },
  notErased: {
    zh: '已决定删除的个人信息仍在',
    en: 'a personal value is still there although its erasure was ordered',
    cure: 'erase',
  },
  notOurs: {
    zh: '含有本程序不知为己所写的记录',
    en: 'it holds an event that this program does not know to have appended',
    cure: 'examine',
  },
} as const;

const cures = {
  erase:
    '请重新发送该项删除的决定（POST /v1/cases/{case}/erasures/{erasure}/order）。Send the order of the erasure again (POST /v1/cases/{case}/erasures/{erasure}/order).',
  restore: '请管理员从备份恢复后再办理。Restore it from a backup; nothing may be written to it until then.',
  examine:
    '请管理员核对服务器的 ACL：其他客户端写入的，从备份恢复；本程序曾在该流不可读时写入的，停机后运行 anjuan settle。See the ACL on the server: where another client has written it, restore the stream from a backup; where this program wrote while the stream could not be read, stop it and run anjuan settle, which names what it takes for ours.',
  lift: '请管理员清除该流的元数据，再运行 anjuan views retry。Remove these settings from the metadata of the stream on the server, then run anjuan views retry; what was scavenged meanwhile comes from a backup.',
} as const;

export type DamageKind = keyof typeof findings;

/** Where the record is not what this program has written. */
export type Damage = Readonly<{
  what: DamageKind;
  stream: string;
  /** of the event concerned, where there is one */
  revision?: number;
  position?: Position;
}>;

/** The stream is damaged: no caller may take it for an empty one, or for trouble that passes. */
export class RecordDamaged extends Error {
  override readonly name = 'RecordDamaged';
  readonly damage: Damage | undefined;
  /** @param found text where it is not one stream that is damaged */
  constructor(found: Damage | string) {
    super(typeof found === 'string' ? found : describe(found));
    this.damage = typeof found === 'string' ? undefined : found;
  }
}

/** What is wrong and who cures it how, Chinese and English. */
export function describe({ what, stream, revision, position }: Damage): string {
  const { zh, en, cure } = findings[what];
  const where = [
    ...(revision === undefined ? [] : [`revision ${revision}`]),
    ...(position === undefined ? [] : [`position ${position}`]),
  ].join(', ');
  return `记录已损坏：${stream} ${zh}。The record is damaged: stream ${stream}: ${en}${where === '' ? '' : ` (${where})`}. ${cures[cure]}`;
}

const mostKept = 1_000;

/** What a store has come upon, the last finding of each stream; forgotten when the stream is read whole again. */
export class Findings {
  readonly #found = new Map<string, Damage>();

  get all(): readonly Damage[] {
    return [...this.#found.values()];
  }

  of(stream: string): Damage | undefined {
    return this.#found.get(stream);
  }

  note(damage: Damage): void {
    if (this.#found.size >= mostKept && !this.#found.has(damage.stream)) return;
    this.#found.set(damage.stream, damage);
  }

  whole(stream: string): void {
    this.#found.delete(stream);
  }

  /** Keeps what damage the work meets. */
  async noting<T>(work: Promise<T>): Promise<T> {
    try {
      return await work;
    } catch (error) {
      if (error instanceof RecordDamaged && error.damage) this.note(error.damage);
      throw error;
    }
  }
}
