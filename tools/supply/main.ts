/**
 * `check`: licences, install scripts, sources and hashes of the locked packages, and whether NOTICE is fresh;
 * `notice`: writes NOTICE; `sbom FILE`: writes the bill of materials of a release. All three work offline.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from '@anjuan/program';
import { faultsOf, packagesOf, shipped, type Lock, type Manifest } from './lock.js';
import { noticeOf } from './notice.js';
import { SbomIncomplete, sbomOf } from './sbom.js';

const root = projectRoot();
const at = (file: string): string => path.join(root, file);
const lock = JSON.parse(readFileSync(at('package-lock.json'), 'utf8')) as Lock;
const manifest = JSON.parse(readFileSync(at('package.json'), 'utf8')) as Manifest & { name: string };

const check = (): number => {
  const stale = readFileSync(at('NOTICE'), 'utf8') !== noticeOf(lock);
  const faults = [
    ...faultsOf(lock, manifest),
    ...(stale ? ['NOTICE 已过期：运行 npm run notice；NOTICE is stale: run npm run notice'] : []),
  ];
  for (const fault of faults) console.error(fault);
  if (faults.length > 0) return 1;
  console.log(
    `软件包 packages: ${String(packagesOf(lock).length)}，随附 shipped: ${String(shipped(lock).length)}；许可证、安装脚本、来源和校验值均符合；licences, install scripts, sources and hashes are as they should be`,
  );
  return 0;
};

const run = ([command, file]: readonly string[]): number => {
  if (command === 'check') return check();
  if (command === 'notice') {
    writeFileSync(at('NOTICE'), noticeOf(lock));
    return 0;
  }
  if (command === 'sbom' && file !== undefined) {
    writeFileSync(path.resolve(process.env['INIT_CWD'] ?? '.', file), sbomOf(lock, manifest.name));
    return 0;
  }
  console.error('check | notice | sbom FILE');
  return 2;
};

try {
  process.exitCode = run(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof SbomIncomplete)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
