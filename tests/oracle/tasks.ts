import type pg from 'pg';

type Task = Readonly<{
  connection: pg.PoolConfig;
  /** of the journals */
  folder: string;
  seed: number;
  /** 0 for the first process of this number, one more after each kill */
  session: number;
}>;

export type WriterTask = Task & Readonly<{ writer: number; lanes: number }>;

export type ReaderTask = Task & Readonly<{ reader: number; way: 'pages' | 'subscription' }>;
