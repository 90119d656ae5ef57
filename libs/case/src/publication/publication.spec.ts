import {
  decided,
  decidedAfter,
  filedAs,
  filingTerms,
  firstBreach,
  majorPenalty,
  served,
  servedAfter,
} from '../histories.testing.js';
import { byHandler } from '../initiation/provisions.js';
import type { Outcome } from '../penalty/penalty.js';
import { decisionServed } from '../service/provisions.js';
import { given, happened } from '../testing.js';
import {
  naturalPersonRedacted,
  notWarningOnly,
  ordinaryPenalty,
  personalDataTakenOut,
  publishedOnce,
  type PublishDecision,
} from './publication.js';

const publish = (entry: PublishDecision = {}) =>
  ({ on: '2026-06-10', by: 'lin', act: 'publication/publish', entry }) as const;
const published = happened('DecisionPublished', '2026-06-09', 'lin', {});
const warning: Outcome = { kind: 'penalty', penalties: [{ kind: 'warning' }] };
const person = { name: '王树林', idType: '居民身份证', idNumber: '110105197609221044', address: '管庄乡1号' };
const ofPerson = servedAfter(
  decidedAfter(filedAs({ ...filingTerms, party: { kind: 'natural-person', person } }), majorPenalty),
);

describe('publication', () => {
  it('of a served penalty is done by the handler', () => {
    given(...served(majorPenalty))
      .when(publish({ summary: '京味源肉制品有限公司，罚款184000元', redactions: ['住址'] }))
      .then({
        type: 'DecisionPublished',
        data: { summary: '京味源肉制品有限公司，罚款184000元', redactions: ['住址'] },
      });
    given(...served(majorPenalty))
      .when(publish())
      .then({ type: 'DecisionPublished', data: {} });
  });

  it('waits for the service, also for a public notice to run out', () => {
    given(...decided(majorPenalty))
      .when(publish())
      .thenRefused(decisionServed);
    const notice = happened('DecisionServed', '2026-06-08', ['lin', 'gao'], {
      officers: ['lin', 'gao'],
      method: 'public-notice',
      servedOn: '2026-07-08',
    });
    given(...decided(majorPenalty), notice)
      .when(publish())
      .thenRefused(decisionServed);
  });

  it('is not for warnings, nor for decisions not to punish', () => {
    given(...served(warning))
      .when(publish())
      .thenRefused(notWarningOnly);
    given(...served(firstBreach))
      .when(publish())
      .thenRefused(ordinaryPenalty);
    given(...served({ kind: 'penalty', penalties: [{ kind: 'warning' }, { kind: 'fine', fen: 1 }] }))
      .when(publish())
      .thenRecords('DecisionPublished');
  });

  it('is done once, by a handler', () => {
    given(...served(majorPenalty), published)
      .when(publish())
      .thenRefused(publishedOnce);
    given(...served(majorPenalty))
      .when({ ...publish(), by: 'tang' })
      .thenRefused(byHandler);
  });

  it('takes the identity of a natural person out', () => {
    given(...ofPerson)
      .when(publish({ summary: '王某某，罚款', redactions: ['姓名', '公民身份号码'] }))
      .thenRecords('DecisionPublished');
    given(...ofPerson)
      .when(publish({ summary: '王某某，罚款', redactions: [' '] }))
      .thenRefused(naturalPersonRedacted);
    given(...ofPerson)
      .when(publish({ summary: '王树林，罚款', redactions: ['住址'] }))
      .thenRefused(personalDataTakenOut);
    given(...ofPerson)
      .when(publish({ summary: '当事人110105197609221044', redactions: ['住址'] }))
      .thenRefused(personalDataTakenOut);
  });

  it('leaves a legal representative named, whose name belongs to the form', () => {
    given(...served(majorPenalty))
      .when(publish({ summary: '法定代表人赵一鸣' }))
      .thenRecords('DecisionPublished');
  });
});
