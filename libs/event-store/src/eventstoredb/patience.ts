import { StoreUnavailable } from '../event-store.js';

/**
 * The client's own deadlines do not end every call: a server that says nothing would keep it waiting for ever.
 * @throws StoreUnavailable after `ms`
 */
export async function within<T>(ms: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new StoreUnavailable());
    }, ms);
  });
  try {
    return await Promise.race([work, tooLate]);
  } finally {
    clearTimeout(timer);
  }
}

export function ignore(): void {
  // the reader has got the error, or has left
}
