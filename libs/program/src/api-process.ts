/**
 * How the API's process is started: `npm start`, the systemd unit and the image set the same options in their own
 * syntax. glibc would keep the memory in which a password was hashed; from 4 MiB on it is returned to the system.
 */
export const apiProcess = {
  options: ['--max-semi-space-size=8'],
  environment: { MALLOC_ARENA_MAX: '1', MALLOC_MMAP_THRESHOLD_: '4194304' },
} as const;
