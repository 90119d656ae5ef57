import { chmod, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A folder that the database's user can reach. */
export async function temporaryFolder(): Promise<string> {
  const made = await mkdtemp(join(tmpdir(), 'anjuan-test-'));
  await chmod(made, 0o755);
  return made;
}
