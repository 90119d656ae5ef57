/** What the specs of the registry begin with: a day, who records, an agency. */
import type { Recorder } from '@anjuan/registry';

export const at = '2026-03-01T01:00:00.000Z';
export const by = (id: string): Recorder => ({
  person: 'admin',
  capacity: 'administrator',
  at,
  command: { id, digest: `digest of ${id}` },
});
export const facts = {
  name: '朝阳区市场监督管理局',
  uscc: '11110105000067897H',
  level: 'district',
  domain: 'market-supervision',
  region: '110105',
};
