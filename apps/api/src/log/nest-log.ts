import type { LoggerService } from '@nestjs/common';
import type { Log } from './log.js';

type Level = 'debug' | 'warn' | 'error' | 'fatal';

/** Writes the messages of Nest's Logger to the program's log; an object's fields become fields of the line. */
export class NestLog implements LoggerService {
  constructor(private readonly to: Log) {}

  log(message: unknown, ...rest: unknown[]): void {
    // Nest logs every module and route at the start.
    this.#write('debug', message, rest);
  }

  warn(message: unknown, ...rest: unknown[]): void {
    this.#write('warn', message, rest);
  }

  error(message: unknown, ...rest: unknown[]): void {
    this.#write('error', message, rest);
  }

  fatal(message: unknown, ...rest: unknown[]): void {
    this.#write('fatal', message, rest);
  }

  #write(level: Level, message: unknown, rest: readonly unknown[]): void {
    const last = rest.at(-1);
    const from = typeof last === 'string' ? { from: last } : {};
    if (message instanceof Error) this.to[level]({ ...from, err: message }, message.name);
    else if (typeof message === 'object' && message !== null) this.to[level]({ ...from, ...message }, level);
    else this.to[level](from, typeof message === 'string' ? message : JSON.stringify(message));
  }
}
