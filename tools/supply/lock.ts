/** What package-lock.json and package.json say of the packages, and what of it may not be. */
import { isLicensedElsewhere, licences, registry } from './rules.js';

export type Locked = Readonly<{
  version: string;
  license?: string | undefined;
  integrity?: string | undefined;
  resolved?: string;
  link?: boolean;
  dev?: boolean;
  hasInstallScript?: boolean;
}>;
export type Lock = Readonly<{ lockfileVersion: number; packages: Readonly<Record<string, Locked>> }>;
export type Manifest = Readonly<{ allowScripts?: Readonly<Record<string, boolean>> }>;
export type Package = Locked & Readonly<{ path: string; name: string }>;

export const packagesOf = ({ packages }: Lock): readonly Package[] =>
  Object.entries(packages)
    .filter(([path]) => path !== '')
    .map(([path, locked]) => ({ ...locked, path, name: path.replace(/^.*node_modules\//, '') }));

/** Installed with `npm ci --omit=dev`: what a running program is made of. */
export const shipped = (lock: Lock): readonly Package[] => packagesOf(lock).filter(({ dev }) => !dev);

/** Every part of `(A AND B)`, one part of `(A OR B)`. */
const isAllowed = (licence: string): boolean => {
  const parts = licence.replaceAll(/[()]/g, '').split(/ (AND|OR) /);
  const named = parts.filter((part) => part !== 'AND' && part !== 'OR');
  const known = (part: string) => licences.includes(part);
  return parts.includes('OR') && !parts.includes('AND') ? named.some(known) : named.every(known);
};

const licenceFault = ({ path, name, dev, license }: Package): readonly string[] => {
  if (license === undefined && dev && isLicensedElsewhere(name)) return [];
  if (license !== undefined && isAllowed(license)) return [];
  return [
    `${path}: 许可证 ${license ?? '未写明'} 不在允许之列；licence ${license ?? 'not stated'} is not among the allowed: replace the package, or weigh the licence and add it in tools/supply/rules.yaml`,
  ];
};

/** Bytes are bound by their hash; an address, where one is written, is the public registry's. */
const sourceFault = ({ path, integrity, resolved, link }: Package): readonly string[] => [
  ...(integrity?.startsWith('sha512-') === true && link !== true
    ? []
    : [`${path}: 没有 sha512 校验值；no sha512 integrity: install it from the registry again`]),
  ...(resolved === undefined || resolved.startsWith(registry)
    ? []
    : [
        `${path}: 来源不是公共登记处 ${registry}；not from the public registry: write the lock anew from there`,
      ]),
];

const scriptFaults = (packages: readonly Package[], { allowScripts = {} }: Manifest): readonly string[] => {
  const withScripts = new Set(packages.filter((one) => one.hasInstallScript).map(({ name }) => name));
  return [
    ...[...withScripts]
      .filter((name) => allowScripts[name] === undefined)
      .map(
        (name) =>
          `${name}: 有安装脚本，package.json 的 allowScripts 没有写明是否允许；has an install script: say true or false in allowScripts`,
      ),
    ...Object.keys(allowScripts)
      .filter((name) => !withScripts.has(name))
      .map((name) => `allowScripts: ${name} 没有安装脚本，请删去；has no install script: take it out`),
  ];
};

/** Everything that is wrong, a line each; empty where nothing is. */
export const faultsOf = (lock: Lock, manifest: Manifest): readonly string[] => {
  const packages = packagesOf(lock);
  return [
    ...(lock.lockfileVersion === 3 ? [] : ['package-lock.json: lockfileVersion 须为 3；must be 3']),
    ...packages.flatMap(licenceFault),
    ...packages.flatMap(sourceFault),
    ...scriptFaults(packages, manifest),
  ];
};
