import { RecordDamaged } from '@anjuan/event-store';

/** Undefined where the stream is damaged: it is named by /health, refused where it is asked for, and stops no other. */
export const unlessDamaged = async <Read>(read: Promise<Read>): Promise<Read | undefined> => {
  try {
    return await read;
  } catch (error) {
    if (error instanceof RecordDamaged) return undefined;
    throw error;
  }
};
