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

type Cancellable<T> = AsyncIterable<T> &
  Readonly<{
    cancel: () => Promise<void>;
    destroy: () => unknown;
    on: (event: 'error', listener: () => void) => unknown;
  }>;

/** What the stream gives; each piece has to come within `ms`. Ended early, the call is cancelled. */
export async function* patiently<T>(stream: Cancellable<T>, ms: number): AsyncGenerator<T> {
  // An error after the end of reading would have no listener and end the program.
  stream.on('error', ignore);
  const iterator = stream[Symbol.asyncIterator]();
  try {
    for (;;) {
      const next = await within(ms, iterator.next());
      if (next.done === true) return;
      yield next.value;
    }
  } finally {
    stream.cancel().catch(ignore);
    stream.destroy();
  }
}

export function ignore(): void {
  // the reader has been told, or is no longer there
}
