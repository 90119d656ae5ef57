/**
 * How the API's process is started, whoever starts it: `npm start`, the unit and the image say the same in their own
 * words. glibc would keep the memory in which a password was hashed for the next one: from 4 MiB on it is given back.
 */
export const apiProcess = {
  options: ['--max-semi-space-size=8'],
  environment: { MALLOC_ARENA_MAX: '1', MALLOC_MMAP_THRESHOLD_: '4194304' },
} as const;
