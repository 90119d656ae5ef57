import { DatabaseError } from 'pg';
import { destination, pino, stdTimeFunctions, type Logger } from 'pino';
import type { Config } from '../parts/config.js';
import { readable } from './readable.js';

/** JSON lines on standard error. Never contents, names, tokens or passwords. */
export type Log = Logger;

export const noLog: Log = pino({ level: 'silent' });

/**
 * Lines are written asynchronously, and flushed when the process exits. On a terminal the form is for people, unless
 * LOG_FORMAT says otherwise.
 */
export const openLog = ({ LOG_LEVEL, LOG_FORMAT }: Pick<Config, 'LOG_LEVEL' | 'LOG_FORMAT'>): Log => {
  const settings = {
    level: LOG_LEVEL,
    base: null,
    timestamp: stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ level: label }) },
    serializers: { err: errorAsJson },
  };
  if ((LOG_FORMAT ?? (process.stderr.isTTY ? 'text' : 'json')) === 'text')
    return pino(settings, { write: (line) => process.stderr.write(readable(line)) });
  const stderr = destination({ dest: 2, sync: false });
  // A closed pipe must not end the program.
  stderr.on('error', () => undefined);
  process.once('exit', () => {
    try {
      stderr.flushSync();
    } catch {
      // no reader is left
    }
  });
  return pino(settings, stderr);
};

/** Values that the database or a parser repeats in its message are contents. */
const withoutContents = (error: Error): string =>
  error instanceof DatabaseError || error instanceof SyntaxError
    ? error.message.replace(/(?<=[:,] )".*"|".*"(?=\.{3}| is not valid)/gs, '"…"')
    : error.message;

const deepest = 4;

const errorAsJson = (error: unknown, depth = 0): unknown => {
  if (!(error instanceof Error)) return String(error);
  const message = withoutContents(error);
  return {
    type: error.name,
    message,
    ...('code' in error && { code: error.code }),
    stack: error.stack?.replace(error.message, () => message),
    ...(error.cause !== undefined && depth < deepest && { cause: errorAsJson(error.cause, depth + 1) }),
  };
};
