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
import { byHandler } from '../initiation/in-charge.js';
import type { Outcome } from '../penalty/penalty.js';
import { decisionServed } from '../service/provisions.js';
import { contextOn, fileOf, given, happened, paper } from '../testing.js';
import {
  correctionReasoned,
  naturalPersonRedacted,
  notWarningOnly,
  ordinaryPenalty,
  personalDataTakenOut,
  published as publishedAlready,
  publishedOnce,
  type PublishDecision,
} from './publication.js';
import { fileOf as ofOneParty } from '../parties.js';

const publish = (entry: PublishDecision & Readonly<{ ofParty?: number }> = {}) =>
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

  it('takes it out however it is written', () => {
    for (const summary of [
      '王 树 林，罚款',
      '王·树林，罚款',
      '当事人 110105 19760922 1044',
      '当事人110105-19760922-1044',
      '当事人１１０１０５１９７６０９２２１０４４',
      '住管庄乡 １ 号',
    ])
      given(...ofPerson)
        .when(publish({ summary, redactions: ['住址'] }))
        .thenRefused(personalDataTakenOut);
    const home = { kind: 'natural-person', person: { name: '王树林' }, address: '管庄乡1号' } as const;
    given(...servedAfter(decidedAfter(filedAs({ ...filingTerms, party: home }), majorPenalty)))
      .when(publish({ summary: '住管庄乡1号的当事人', redactions: ['姓名'] }))
      .thenRefused(personalDataTakenOut);
  });

  it('and that of who was punished, though an entity has succeeded since', () => {
    const succeeded = happened('PartyChanged', '2026-06-09', 'tang', {
      approval: 0,
      change: 'inherited',
      party: filingTerms.party,
      reason: '当事人死亡，由其设立的公司承继',
      paper: paper('succession'),
    });
    const after = [...ofPerson, succeeded];
    given(...after)
      .when(publish({ summary: '罚款184000元' }))
      .thenRefused(naturalPersonRedacted);
    given(...after)
      .when(publish({ summary: '王树林，身份证110105197609221044', redactions: ['住址'] }))
      .thenRefused(personalDataTakenOut);
    given(...after, published)
      .when({
        on: '2026-07-01',
        by: 'lin',
        act: 'publication/correct',
        entry: { summary: '王树林，罚款', reason: '误写' },
      })
      .thenRefused(naturalPersonRedacted, personalDataTakenOut);
    given(...after)
      .when(publish({ summary: '罚款184000元', redactions: ['姓名'] }))
      .thenRecords('DecisionPublished');
  });

  it('and that of a person who was joined', () => {
    const joined = happened('PartyJoined', '2026-03-12', 'lin', {
      party: { kind: 'natural-person', person: { name: '孙立' } },
      part: 'answers-for-the-firm',
      basis: [{ law: '食品安全法', article: '135' }],
      reason: '双罚',
    });
    const history = servedAfter(decidedAfter([...filedAs(filingTerms), joined], majorPenalty));
    given(...history)
      .when(publish({ ofParty: filedAs(filingTerms).length - 1, summary: '公司及其负责人孙立，罚款' }))
      .thenRefused(personalDataTakenOut);
  });

  it('and that of a person against whom the case was filed, in what is published of a firm that was joined', () => {
    const ofPerson = filedAs({
      ...filingTerms,
      party: { kind: 'natural-person', name: '孙立', person: { name: '孙立' } },
    });
    const joined = happened('PartyJoined', '2026-03-12', 'lin', {
      party: { kind: 'entity', name: '禾木食品有限公司' },
      part: 'joint-breach',
      basis: [],
      reason: '共同实施',
    });
    const file = fileOf(...ofPerson, joined);
    const context = contextOn('2026-06-10', 'lin', file);
    const named = (summary: string) =>
      personalDataTakenOut.holds({ summary }, ofOneParty(file, ofPerson.length), context);
    expect([named('禾木食品有限公司与孙立，罚款'), named('禾木食品有限公司，罚款')]).toEqual([false, true]);
  });

  it('leaves a legal representative named, whose name belongs to the form', () => {
    given(...served(majorPenalty))
      .when(publish({ summary: '法定代表人赵一鸣' }))
      .thenRecords('DecisionPublished');
  });
});

describe('publication/correct (SAMR-Pub 12)', () => {
  const correct = (entry: object = {}, on = '2026-07-01') =>
    ({
      on,
      by: 'lin',
      act: 'publication/correct',
      entry: { summary: '罚款184000元', reason: '金额误写', ...entry },
    }) as const;
  const open = [...served(majorPenalty), published];

  it('puts right what the public reads, at any time, with its reason', () => {
    given(...open)
      .when(correct())
      .then({ type: 'PublicationCorrected', data: { summary: '罚款184000元', reason: '金额误写' } });
    const closed = happened('CaseClosed', '2026-06-20', 'tang', { approval: 12, ground: 'executed' });
    given(...open, closed)
      .when(correct({}, '2027-07-01'))
      .thenRecords('PublicationCorrected');
    given(...open)
      .when(correct({ reason: ' ' }))
      .thenRefused(correctionReasoned);
    const file = fileOf(...open, happened('PublicationCorrected', '2026-07-01', 'lin', correct().entry));
    expect(file.publication).toMatchObject({ publishedOn: '2026-06-09', correctedBy: open.length });
  });

  it('not of what was never published, or was withdrawn, nor so as to name a person', () => {
    given(...served(majorPenalty))
      .when(correct())
      .thenRefused(publishedAlready);
    const annulled = happened('DecisionChanged', '2026-06-20', 'tang', {
      kind: 'annulled-to-redo',
      ground: 'own-correction',
      reason: '有误',
      paper: paper('d'),
    });
    given(...open, annulled)
      .when(correct())
      .thenRefused(publishedAlready);
    given(...ofPerson, published)
      .when(correct({ summary: '王树林，罚款184000元' }))
      .thenRefused(naturalPersonRedacted, personalDataTakenOut);
    given(...open)
      .when({ ...correct(), by: 'zhou' })
      .thenRefused(byHandler);
  });
});
