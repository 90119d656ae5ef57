/** 18.5: a paper is issued before it is served, and what is served and published is what was issued. */
import {
  majorPenalty,
  minorPenalty,
  notified,
  served,
  decided,
  filed,
  proposalApproved,
} from '../histories.testing.js';
import { hearingRequested } from '../histories-to-decision.testing.js';
import { byHandler } from '../initiation/in-charge.js';
import { leadOrCaseOpen } from '../initiation/provisions.js';
import { penaltiesOf } from '../penalty/heavier.js';
import { receiptKept } from '../service/provisions.js';
import { fileOf, given, happened, morningOf, paper, sampleLists, type Happened } from '../testing.js';
import { issuedFirst, publishedAsIssued, servedAfterIssue, servedAsIssued } from './issued.js';
import type { IssuePaper, ServePaper } from './paper.js';
import {
  decisionSealed,
  fileOfItsOwn,
  notServedYet,
  ofSuchAnEntry,
  paperServedOnce,
  replacesTheOneBefore,
  saysWhatIsInForce,
  servedAfterItsIssue,
  servedHere,
} from './provisions.js';
import type { PaperKind } from './words.js';

const last = (history: readonly Happened[], type: Happened['type']): number =>
  history.findLastIndex((event) => event.type === type);
const issued = (
  kind: PaperKind,
  of: number,
  on: string,
  more: Partial<IssuePaper> & Readonly<{ by?: 'lin' | 'qiu' }> = {},
): Happened => {
  const { by = 'lin', ...said } = more;
  return happened('PaperIssued', on, by, { kind, of, paper: paper(kind), sealed: true, ...said });
};
const issue = (history: readonly Happened[], entry: Partial<IssuePaper>, on = '2026-06-08', by = 'lin') =>
  given(...history).when({
    on,
    by: by as 'lin',
    act: 'paper/issue',
    entry: {
      kind: 'decision',
      of: last(history, 'DecisionMade'),
      paper: paper('decision'),
      sealed: true,
      ...entry,
    },
  });

const made = decided(minorPenalty);
const decision = last(made, 'DecisionMade');
const withPaper = [...made, issued('decision', decision, '2026-06-05')];
const serve = (history: readonly Happened[], more: object = {}, lists = sampleLists, on = '2026-06-08') =>
  given(...history).when({
    on,
    by: 'lin',
    act: 'service/serve-decision',
    entry: { officers: ['lin', 'gao'], method: 'direct', proof: paper('receipt'), ...more },
    context: { lists },
  });
const demanding = { ...sampleLists, papersIssuedFirst: true };
const handedOver = happened('DecisionServed', '2026-06-08', ['lin', 'gao'], {
  officers: ['lin', 'gao'],
  signedPaper: paper('service-signed'),
  method: 'direct',
  proof: paper('receipt'),
  paper: paper('decision'),
  issued: withPaper.length - 1,
  servedOn: '2026-06-08',
});
const whole = [...withPaper, handedOver];
const rectified = happened('DecisionRectified', '2026-06-06', 'tang', {
  written: '东苇路18号',
  corrected: '东苇路18号院',
  paper: paper('rectified'),
});

describe('Issue 18.5: a paper is issued', () => {
  it('of the entry that it says, by a handler, sealed', () => {
    issue(made, {}).then({
      type: 'PaperIssued',
      data: { kind: 'decision', of: decision, paper: paper('decision'), sealed: true, ofDecision: decision },
    });
    issue(made, { of: 0 }).thenRefused(ofSuchAnEntry, saysWhatIsInForce);
    issue(made, { kind: 'seizure' }).thenRefused(ofSuchAnEntry);
    issue(made, { sealed: false }).thenRefused(decisionSealed);
    issue(made, {}, '2026-06-08', 'zhou').thenRefused(byHandler);
    issue(proposalApproved(minorPenalty), { kind: 'notice', of: 8, sealed: false }, '2026-04-29').thenRecords(
      'PaperIssued',
    );
  });

  it('of a hearing by its host too', () => {
    const history = [
      ...notified(majorPenalty),
      hearingRequested,
      happened('HearingHostNamed', '2026-05-11', 'tang', { host: 'qiu' }),
    ];
    const entry = { kind: 'hearing-notice', of: history.length - 1 } as const;
    issue(history, entry, '2026-05-12', 'qiu').thenRecords('PaperIssued');
    issue(history, { kind: 'notice', of: 8 }, '2026-05-12', 'qiu').thenRefused(byHandler);
  });

  it('of what is in force: a changed or rectified decision names the change', () => {
    const slip = [...made, rectified];
    issue(slip, {}).thenRefused(saysWhatIsInForce);
    issue(slip, { of: made.length }).thenRecords('PaperIssued');
    const changed = happened('DecisionChanged', '2026-06-10', 'he', {
      kind: 'changed',
      ground: 'own-correction',
      outcome: { kind: 'penalty', penalties: [{ kind: 'fine', fen: 90_000 }] },
      reason: '金额有误',
      paper: paper('change'),
      servedAnew: true,
    });
    const anew = [...whole, changed];
    issue(anew, { paper: paper('changed') }, '2026-06-10').thenRefused(saysWhatIsInForce, notServedYet);
    issue(anew, { of: whole.length, paper: paper('changed') }, '2026-06-10').thenRecords('PaperIssued');
    serve(anew, { paper: paper('decision') }, sampleLists, '2026-06-11').thenRefused(
      issuedFirst,
      servedAsIssued,
    );
  });

  it('once; another one in its place, before the service, with the reason', () => {
    const again = { paper: paper('again') };
    issue(withPaper, again).thenRefused(replacesTheOneBefore);
    issue(withPaper, { ...again, replaces: made.length, reason: ' ' }).thenRefused(replacesTheOneBefore);
    issue(withPaper, { ...again, replaces: made.length, reason: '文号误写' }).thenRecords('PaperIssued');
    issue(withPaper, { replaces: made.length, reason: '文号误写' }).thenRefused(fileOfItsOwn);
    issue(made, { replaces: 4, reason: '文号误写' }).thenRefused(replacesTheOneBefore);
    issue(whole, again).thenRefused(notServedYet);
    issue(served(minorPenalty), again).thenRefused(notServedYet);
  });

  it('and not once the case is at rest, but for the rectification of a slip', () => {
    const closed = happened('CaseClosed', '2026-06-20', 'tang', { approval: 12, ground: 'executed' });
    const order = happened('CorrectionOrdered', '2026-03-12', ['lin', 'gao'], {
      officers: ['lin', 'gao'],
      signedPaper: paper('order'),
      what: '停止使用',
      until: '2026-03-19',
    });
    const entry = { kind: 'order-to-correct', of: filed.length } as const;
    issue([...filed, order, closed], entry, '2026-07-01').thenRefused(leadOrCaseOpen);
    const slip = { kind: 'rectification', of: whole.length + 1, paper: paper('slip') } as const;
    const rest = [...whole, closed, { ...rectified, occurredAt: morningOf('2026-06-21') }];
    issue(rest, slip, '2026-07-01').thenRecords('PaperIssued');
    issue(rest, { ...slip, kind: 'reminder' }, '2026-07-01').thenRefused(leadOrCaseOpen);
  });
});

describe('what is served', () => {
  it('is what was issued', () => {
    serve(withPaper, { paper: paper('decision') }).then({
      type: 'DecisionServed',
      data: {
        officers: ['lin', 'gao'],
        method: 'direct',
        proof: paper('receipt'),
        paper: paper('decision'),
        issued: made.length,
        servedOn: '2026-06-08',
      },
    });
    serve(withPaper).thenRefused(servedAsIssued);
    serve(withPaper, { paper: paper('another') }).thenRefused(servedAsIssued);
    serve(withPaper, {
      paper: paper('decision'),
      occurredAt: '2026-06-05T01:30:00.000Z',
      lateReason: '补录',
    }).thenRefused(servedAfterIssue);
    const other = issued('decision', decision, '2026-06-06', {
      paper: paper('again'),
      replaces: made.length,
      reason: '文号误写',
    });
    serve([...withPaper, other], { paper: paper('decision') }).thenRefused(servedAsIssued);
    serve([...withPaper, other], { paper: paper('again') }).thenRecords('DecisionServed');
  });

  it('is issued first where the agency says so, or has issued one of the kind', () => {
    serve(made).thenRecords('DecisionServed');
    serve(made, { paper: paper('any') }).thenRecords('DecisionServed');
    serve(made, {}, demanding).thenRefused(issuedFirst);
    serve(withPaper, { paper: paper('decision') }, demanding).thenRecords('DecisionServed');
    serve([...withPaper, rectified]).thenRefused(issuedFirst);
    const notice = [...made, issued('notice', 8, '2026-06-05')];
    serve(notice, { paper: paper('notice') }).thenRefused(servedAsIssued);
  });

  it('so is a notice', () => {
    const before = proposalApproved(minorPenalty);
    const history = [...before, issued('notice', 8, '2026-04-29')];
    const notify = (from: readonly Happened[], more: object) =>
      given(...from).when({
        on: '2026-04-30',
        by: 'lin',
        act: 'notice/serve',
        entry: {
          officers: ['lin', 'gao'],
          penalties: penaltiesOf(minorPenalty),
          facts: '使用超过保质期的原料',
          hearingRightTold: true,
          method: 'direct',
          proof: paper('receipt'),
          ...more,
        },
      });
    notify(history, {}).thenRefused(servedAsIssued);
    notify(history, { paper: paper('notice') }).thenRecords('NoticeServed');
  });
});

describe('what is published', () => {
  it('is the decision as it was issued', () => {
    const publish = (history: readonly Happened[], entry: object = {}) =>
      given(...history).when({ on: '2026-06-10', by: 'lin', act: 'publication/publish', entry });
    publish(whole).thenRefused(publishedAsIssued);
    publish(whole, { paper: paper('another') }).thenRefused(publishedAsIssued);
    publish(whole, { paper: paper('decision') }).then({
      type: 'DecisionPublished',
      data: { paper: paper('decision') },
    });
    publish(served(minorPenalty)).thenRecords('DecisionPublished');
  });
});

describe('paper/serve', () => {
  const ordered = [
    ...filed,
    happened('CorrectionOrdered', '2026-03-12', ['lin', 'gao'], {
      officers: ['lin', 'gao'],
      signedPaper: paper('order'),
      what: '停止使用',
      until: '2026-03-19',
    }),
  ];
  const order = issued('order-to-correct', filed.length, '2026-03-12');
  const entry: ServePaper = {
    officers: ['lin', 'gao'],
    issued: ordered.length,
    method: 'direct',
    proof: paper('receipt'),
  };
  const hand = (history: readonly Happened[], more: Partial<ServePaper> = {}) =>
    given(...history).when({ on: '2026-03-13', by: 'lin', act: 'paper/serve', entry: { ...entry, ...more } });
  const handed = happened('PaperServed', '2026-03-13', ['lin', 'gao'], { ...entry, servedOn: '2026-03-13' });

  it('serves, by the rules of every paper, what no step of its own serves', () => {
    hand([...ordered, order]).then({ type: 'PaperServed', data: { ...entry, servedOn: '2026-03-13' } });
    given(...ordered, order)
      .when({
        on: '2026-03-13',
        by: 'lin',
        act: 'paper/serve',
        entry: { officers: ['lin', 'gao'], issued: ordered.length, method: 'direct' },
      })
      .thenRefused(receiptKept);
    hand([...ordered, order], {
      occurredAt: '2026-03-12T01:00:00.000Z',
      lateReason: '补录',
    }).thenRefused(servedAfterItsIssue);
    hand([...ordered, order], { issued: 1 }).thenRefused(servedHere);
  });

  it('once, and only what was not replaced', () => {
    hand([...ordered, order, handed]).thenRefused(paperServedOnce);
    const other = issued('order-to-correct', filed.length, '2026-03-12', {
      paper: paper('again'),
      replaces: ordered.length,
      reason: '期限误写',
    });
    hand([...ordered, order, other]).thenRefused(servedHere);
    hand([...ordered, order, other], { issued: ordered.length + 1 }).thenRecords('PaperServed');
    const again = { kind: 'order-to-correct', of: filed.length, paper: paper('third') } as const;
    issue([...ordered, order, handed], again, '2026-03-16').thenRefused(notServedYet);
  });

  it('leaves decisions and notices to their own steps', () => {
    given(...withPaper)
      .when({ on: '2026-06-08', by: 'lin', act: 'paper/serve', entry: { ...entry, issued: made.length } })
      .thenRefused(servedHere);
    const slip = issued('rectification', whole.length, '2026-06-09', { paper: paper('slip') });
    const after = [...whole, { ...rectified, occurredAt: morningOf('2026-06-09') }, slip];
    given(...after)
      .when({
        on: '2026-06-10',
        by: 'lin',
        act: 'paper/serve',
        entry: { ...entry, issued: after.length - 1 },
      })
      .thenRecords('PaperServed');
  });
});

describe('the file', () => {
  it('holds each paper, of what and by which it was replaced; a withdrawn one is none', () => {
    const before = proposalApproved(minorPenalty);
    const history = [
      ...before,
      issued('notice', 8, '2026-04-29'),
      issued('notice', 8, '2026-04-30', { paper: paper('again'), replaces: 9, reason: '误写' }),
    ];
    expect(fileOf(...history).papers).toMatchObject([
      { entry: 9, kind: 'notice', of: 8, replacedBy: 10 },
      { entry: 10, kind: 'notice', of: 8 },
    ]);
    const withdrawn = happened('EntryWithdrawn', '2026-04-30', 'lin', { entry: 9, reason: '误发' });
    expect(fileOf(...before, issued('notice', 8, '2026-04-29'), withdrawn).papers).toBeUndefined();
    expect(fileOf(...before).papers).toBeUndefined();
  });
});
