import { readFileSync } from 'node:fs';
import path from 'node:path';

/** What a built program loads at its start: the packages that its files name, and the files that these import at once. */
const loadedBy = (file: string, seen = new Map<string, readonly string[]>()): readonly string[] => {
  if (seen.has(file)) return [];
  const text = readFileSync(file, 'utf8');
  const named = [...text.matchAll(/^(?:import|export)\b[^;]*?\bfrom "([^"]+)"|^import "([^"]+)"/gm)];
  const names = named.map(([, from, alone]) => from ?? alone ?? '');
  seen.set(file, names);
  const files = names.filter((name) => name.startsWith('.'));
  return [...names, ...files.flatMap((name) => loadedBy(path.join(path.dirname(file), name), seen))];
};

describe('A program on PostgreSQL', () => {
  it.each(['api', 'cli', 'demo'])('of apps/%s does not load the client of EventStoreDB', (name) => {
    const packages = loadedBy(`dist/apps/${name}/src/program.js`);
    expect(packages).toContain('pg');
    expect(packages.filter((one) => /grpc|eventstore|protobuf/.test(one))).toEqual([]);
  });
});
