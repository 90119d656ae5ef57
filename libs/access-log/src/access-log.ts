import type { EventStore, Position } from '@anjuan/event-store';
import { Gathered, type Note } from './gathered.js';
import {
  actNote,
  readNote,
  refusedNote,
  triedNote,
  uploadNote,
  type ActRefused,
  type Read,
  type Refused,
  type ShownBy,
  type Tried,
  type UploadRefused,
} from './notes.js';
import { Pages } from './pages.js';

type Settings = Readonly<{
  /** What an operation of the API shows. */
  shownBy: ShownBy;
  /** Runs on, whatever the clock is set to. */
  now?: () => number;
  /** Called with the reason of a failed write and the number of waiting entries. */
  failed?: (error: unknown, waiting: number) => void;
}>;

const everyMs = 1_000;
const mostWaiting = 10_000;
/** So long, and no longer, goes reading on while nothing of it can be recorded. */
const longestUnrecordedMs = 60_000;
const patienceAtEndMs = 2_000;

/**
 * Who read what, who signed in, who was turned away: events of the record, written a moment after the answer. What
 * cannot be written waits; where it waits too long, or there is too much of it, `open` is false, and nothing is to be
 * read.
 */
export class AccessLog {
  readonly #gathered: Gathered;
  readonly #pages: Pages;
  readonly #shownBy: ShownBy;
  readonly #now: () => number;
  readonly #failed: (error: unknown, waiting: number) => void;
  #timer: NodeJS.Timeout | undefined;
  #writing: Promise<Position | undefined> = Promise.resolve(undefined);
  #last: Position | undefined;
  #closed = false;
  /** Since when it tries to write and cannot, whether it is told so or gets no answer. */
  #tryingSince: number | undefined;
  readonly #asking = new Set<Promise<void>>();

  constructor(
    store: EventStore,
    { shownBy, now = () => performance.now(), failed = () => undefined }: Settings,
  ) {
    this.#shownBy = shownBy;
    this.#now = now;
    this.#failed = failed;
    this.#gathered = new Gathered(now);
    this.#pages = new Pages(store);
  }

  get open(): boolean {
    if (this.#waiting > mostWaiting) return false;
    return this.#tryingSince === undefined || this.#now() - this.#tryingSince < longestUnrecordedMs;
  }

  get #waiting(): number {
    return this.#pages.waiting + this.#gathered.unwritten;
  }

  read(read: Read): void {
    this.#note(readNote(read, this.#shownBy));
  }

  refused(refused: Refused): void {
    this.#note(refusedNote(refused));
  }

  actRefused(refused: ActRefused): void {
    this.#note(actNote(refused));
  }

  uploadRefused(refused: UploadRefused): void {
    this.#note(uploadNote(refused));
  }

  /** `owner`: whose account the login is; where that cannot be found out, nobody's. */
  tried(tried: Omit<Tried, 'of'>, owner: Promise<Tried['of']>): void {
    const noted = owner
      .catch(() => undefined)
      .then((of) => {
        this.#note(triedNote({ ...tried, ...(of && { of }) }));
      });
    this.#asking.add(noted);
    void noted.then(() => this.#asking.delete(noted));
  }

  /**
   * Writes what is due, and gives the position of the last entry written, now or before.
   * @throws what the store throws; then it is tried again
   */
  flush(all = false): Promise<Position | undefined> {
    const mine = this.#writing.catch(() => undefined).then(() => this.#write(all));
    this.#writing = mine;
    return mine;
  }

  /** Writes all there is, if the record answers. */
  async close(): Promise<void> {
    this.#closed = true;
    clearTimeout(this.#timer);
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, patienceAtEndMs);
    });
    await Promise.race([this.flush(true).catch(() => undefined), late]);
    clearTimeout(timer);
  }

  #note(note: Note): void {
    this.#gathered.note(note);
    this.#timer ??= this.#later();
  }

  #later(): NodeJS.Timeout {
    return setTimeout(() => {
      this.#timer = undefined;
      const again = (): void => {
        const more = this.#gathered.size > 0 || this.#pages.waiting > 0;
        if (more && !this.#closed) this.#timer ??= this.#later();
      };
      void this.flush().then(again, again);
    }, everyMs).unref();
  }

  async #write(all: boolean): Promise<Position | undefined> {
    this.#tryingSince ??= this.#now();
    await Promise.all(this.#asking);
    try {
      // While what waits already cannot be written, what else is met goes on being counted, and fills no memory.
      this.#last = (await this.#pages.write()) ?? this.#last;
      this.#pages.add(this.#gathered.due(all));
      this.#last = (await this.#pages.write()) ?? this.#last;
      this.#tryingSince = undefined;
      return this.#last;
    } catch (error) {
      this.#failed(error, this.#waiting);
      throw error;
    }
  }
}
