/** A decision on the spot by two officers, a fine of 100 yuan, as it is entered over HTTP: every demand of the law is met. */
import type { Person } from './api.js';

export const onTheSpot = (officers: readonly Person[], sha256: string) => ({
  officers: officers.map(({ person }) => person),
  signedPaper: { sha256, name: '决定书.txt' },
  cause: '未公示信息',
  party: { kind: 'natural-person', person: { name: '王树林' } },
  basis: [{ law: '电子商务法', article: '76(1)(1)', says: '可以处一万元以下的罚款' }],
  facts: '未在首页显著位置公示',
  place: '管庄乡',
  penalties: [{ kind: 'fine', fen: 10_000 }],
  credentialShown: true,
  rightsTold: true,
  statement: '无异议',
  remedyTold: '先申请行政复议',
});
