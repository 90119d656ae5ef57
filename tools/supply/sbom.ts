/** The bill of materials: npm's own, of what is shipped. */
import { spawnSync } from 'node:child_process';
import { shipped, type Lock } from './lock.js';

type Component = Readonly<{ 'bom-ref': string; name: string; version: string }>;
type Bom = Readonly<{
  bomFormat: string;
  metadata: Readonly<{ component: object }>;
  components: readonly Component[];
  dependencies: readonly Readonly<{ ref: string; dependsOn: readonly string[] }>[];
}>;

export class SbomIncomplete extends Error {
  override readonly name = 'SbomIncomplete';
}

/** `npm sbom --omit dev` leaves out what is needed both by the program and by a tool, so all is taken and sorted here. */
const ofEverything = (): Bom => {
  const words = ['sbom', '--sbom-format', 'cyclonedx', '--sbom-type', 'application', '--package-lock-only'];
  const { status, stdout, stderr } = spawnSync('npm', words, { encoding: 'utf8', maxBuffer: 1 << 28 });
  if (status !== 0) throw new SbomIncomplete(`npm sbom: ${stderr}`);
  return JSON.parse(stdout) as Bom;
};

/** CycloneDX, as JSON. Throws SbomIncomplete. */
export const sbomOf = (lock: Lock, name: string): string => {
  const bom = ofEverything();
  const keys = new Set(shipped(lock).map((one) => `${one.name}@${one.version}`));
  const components = bom.components.filter((one) => keys.has(`${one.name}@${one.version}`));
  const found = new Set(components.map((one) => `${one.name}@${one.version}`));
  const missing = [...keys].filter((key) => !found.has(key));
  if (bom.bomFormat !== 'CycloneDX' || missing.length > 0)
    throw new SbomIncomplete(`软件清单缺少；the bill of materials lacks: ${missing.join(', ')}`);
  const refs = new Set(components.map((one) => one['bom-ref']));
  const [root, ...others] = bom.dependencies;
  const kept = [...(root ? [root] : []), ...others.filter(({ ref }) => refs.has(ref))];
  return JSON.stringify(
    {
      ...bom,
      // npm takes the folder's name for the program's.
      metadata: { ...bom.metadata, component: { ...bom.metadata.component, name } },
      components,
      dependencies: kept.map(({ ref, dependsOn }) => ({
        ref,
        dependsOn: dependsOn.filter((one) => refs.has(one)),
      })),
    },
    null,
    2,
  );
};
