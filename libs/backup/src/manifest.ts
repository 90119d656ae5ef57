import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import canonicalize from 'canonicalize';
import { BackupRefused } from './errors.js';

export const manifestName = 'manifest.json';
/** Raised when an older program could no longer read it. */
export const format = 1;

export type Manifest = Readonly<{
  format: number;
  /** version of the program */
  program: string;
  takenAt: string;
  incarnation: string | null;
  head: number;
  lastRecordedAt: string | null;
  tables: Readonly<Record<string, TableEntry>>;
  /** `files.jsonl`: a line { sha256, bytes } for each file */
  files: Readonly<{ count: number; bytes: number; sha256: string }>;
}>;
export type TableEntry = Readonly<{ columns: readonly string[]; rows: number; sha256: string }>;

/** Names the backup: SHA-256 of the manifest's RFC 8785 JSON, in hex. */
export const sealOf = (manifest: Manifest): string =>
  createHash('sha256')
    .update(canonicalize(manifest) ?? '')
    .digest('hex');

export const asText = (manifest: Manifest): string =>
  `${JSON.stringify({ ...manifest, seal: sealOf(manifest) }, null, 2)}\n`;

/** @throws BackupRefused when it is no whole backup, was altered, or is of a newer form */
export const readManifest = async (folder: string): Promise<Manifest> => {
  const text = await readFile(path.join(folder, manifestName), 'utf8').catch(() => undefined);
  if (text === undefined)
    throw new BackupRefused(
      `${folder} 不是完整的备份，请指向含 ${manifestName} 的目录。${folder} is not a whole backup: name a folder with ${manifestName}.`,
    );
  const { seal, ...manifest } = parsed(text);
  if (typeof manifest.format === 'number' && manifest.format > format)
    throw new BackupRefused(
      `备份由较新版本（${manifest.program}）制作，请用该版本恢复。The backup was made by a newer program (${manifest.program}): restore it with that version.`,
    );
  if (seal !== sealOf(manifest)) throw damaged(manifestName);
  return manifest;
};

export const damaged = (what: string): BackupRefused =>
  new BackupRefused(
    `备份已损坏（${what}），请换用另一份备份或其副本。The backup is damaged (${what}): use another backup, or another copy of this one. Nothing was restored.`,
  );

const parsed = (text: string): Manifest & { seal: string } => {
  try {
    const found: unknown = JSON.parse(text);
    if (typeof found === 'object' && found !== null) return found as Manifest & { seal: string };
  } catch {
    // said below, as for any other text
  }
  throw damaged(manifestName);
};
