import { RecordDamaged } from '@anjuan/event-store';

/** Undefined for a damaged stream: /health names it, a read of it alone is refused, and it blocks no other stream. */
export const unlessDamaged = async <Read>(read: Promise<Read>): Promise<Read | undefined> => {
  try {
    return await read;
  } catch (error) {
    if (error instanceof RecordDamaged) return undefined;
    throw error;
  }
};
