/** A folder of rules for a test: files by their path in it, read as the program reads them. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readRuleData, RuleDataRefused, type RuleData } from './index.js';

export type RulesFolder = Readonly<{
  folder: string;
  put: (file: string, content: string | Uint8Array) => void;
  read: () => RuleData;
  /** What is wrong, every reason, without the folder's own path; `accepted` where nothing is. */
  refusal: () => string;
  remove: () => void;
}>;

export const rulesFolder = (): RulesFolder => {
  const folder = mkdtempSync(path.join(tmpdir(), 'rules-'));
  const read = () => readRuleData(folder);
  return {
    folder,
    put: (file, content) => {
      const at = path.join(folder, file);
      mkdirSync(path.dirname(at), { recursive: true });
      writeFileSync(at, content);
    },
    read,
    refusal: () => {
      try {
        read();
        return 'accepted';
      } catch (error) {
        if (error instanceof RuleDataRefused) return error.message.replaceAll(`${folder}/`, '');
        throw error;
      }
    },
    remove: () => {
      rmSync(folder, { recursive: true });
    },
  };
};
