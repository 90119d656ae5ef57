import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

/** The writers or readers, each a process of its own that is begun again after a kill. */
export class Programs {
  readonly #running: ChildProcess[] = [];
  readonly #sessions: number[] = [];
  readonly #ending = new Set<ChildProcess>();
  /** set when one ended that nobody killed */
  failure: Error | undefined;

  constructor(
    /** see compiled */
    readonly folder: string,
    readonly name: 'writer' | 'reader',
    readonly size: number,
    readonly taskOf: (number: number, session: number) => object,
  ) {}

  start(number: number): void {
    const session = this.#sessions[number] ?? 0;
    this.#sessions[number] = session + 1;
    const task = JSON.stringify(this.taskOf(number, session));
    const child = fork(join(this.folder, 'tests', 'oracle', `${this.name}.js`), [task], {
      execArgv: [],
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    child.on('exit', (code, signal) => {
      if (!this.#ending.delete(child))
        this.failure = new Error(
          `${this.name} ${number} ended by itself (${signal ?? code}): read its words above.`,
        );
    });
    this.#running[number] = child;
  }

  startAll(): void {
    for (let number = 0; number < this.size; number++) this.start(number);
  }

  /** kill -9; resolves when the process is gone. */
  async kill(number: number): Promise<void> {
    const child = this.#running[number]!;
    if (child.exitCode !== null || child.signalCode !== null) return;
    this.#ending.add(child);
    const gone = once(child, 'exit');
    child.kill('SIGKILL');
    await gone;
  }

  async killAll(): Promise<void> {
    await Promise.all(this.#running.map((_, number) => this.kill(number)));
  }

  signal(number: number, name: 'SIGSTOP' | 'SIGCONT'): void {
    this.#running[number]?.kill(name);
  }

  /** Lets each finish what it has asked for. */
  async finishAll(): Promise<void> {
    await Promise.all(
      this.#running.map(async (child) => {
        this.#ending.add(child);
        const gone = once(child, 'exit');
        child.send('finish');
        const [code] = await gone;
        if (code !== 0) this.failure = new Error(`A ${this.name} ended with ${code} when it was to finish.`);
      }),
    );
  }
}
