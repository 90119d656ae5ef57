import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A folder that the database's user can reach. */
export async function temporaryFolder(): Promise<string> {
  const made = await mkdtemp(join(tmpdir(), 'anjuan-test-'));
  await chmod(made, 0o755);
  return made;
}

/** Removes a folder with all in it, also while a program that has just ended still writes there. */
export async function removeFolder(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
}
