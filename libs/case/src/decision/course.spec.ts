/** A whole major case and a whole first breach, act by act, each attempt refused on its day. */
import { shortCite, type LocalDate } from '@anjuan/law';
import { Refusal } from '@anjuan/procedure';
import { decide, type ActName, type EntryOf } from '../case.js';
import type { CaseEvent, NewCaseEvent } from '../case-event.js';
import { concluded, fine, firstBreach, gains, goods, majorPenalty } from '../histories.testing.js';
import type { Outcome } from '../penalty/penalty.js';
import { penaltiesOf } from '../penalty/heavier.js';
import { contextOn, fileOf, paper, type Happened, type Person } from '../testing.js';

const recorded = (event: NewCaseEvent, by: Person): Happened => {
  const { occurredAt } = event;
  return { ...event, recordedAt: occurredAt, recordedBy: by } satisfies Omit<CaseEvent, 'revision'>;
};

const courseOf = (...begun: readonly Happened[]) => {
  const history = [...begun];
  const attempt = <Name extends ActName>(on: LocalDate, by: Person, act: Name, entry: EntryOf<Name>) => {
    const file = fileOf(...history);
    return decide(act, entry, file, contextOn(on, by, file));
  };
  return {
    history,
    done: <Name extends ActName>(on: LocalDate, by: Person, act: Name, entry: EntryOf<Name>) => {
      history.push(...attempt(on, by, act, entry).map((event) => recorded(event, by)));
    },
    refused: <Name extends ActName>(on: LocalDate, by: Person, act: Name, entry: EntryOf<Name>) => {
      try {
        attempt(on, by, act, entry);
      } catch (error) {
        if (error instanceof Refusal) return error.provisions.map(({ cites }) => shortCite(cites));
        throw error;
      }
      return [];
    },
  };
};

const officers = ['lin', 'gao'];
const decision = (outcome: Outcome) => ({ number: '朝市监处罚〔2026〕217号', outcome });
const notice = {
  officers,
  penalties: penaltiesOf(majorPenalty),
  facts: '使用超过保质期的食品原料生产食品',
  hearingRightTold: true,
  method: 'direct',
  proof: paper('receipt'),
} as const;
const evidence = {
  officers,
  kind: '书证',
  what: '销售出库单及收款流水',
  provider: '赵一鸣',
  papers: [paper('ledger')],
} as const;
const held = { record: paper('hearing-record'), recordSigned: true };

it('a major case: sent back, heard, reviewed again, discussed, decided', () => {
  const { history, done, refused } = courseOf(...concluded(majorPenalty));
  const confirmed = (on: LocalDate) => {
    done(on, 'gao', 'entry/confirm', { entry: history.length - 1 });
  };
  const decides = (on: LocalDate, outcome = majorPenalty) =>
    refused(on, 'he', 'decision/make', decision(outcome));

  done('2026-04-14', 'zhou', 'legal-review/send', {});
  expect(decides('2026-04-14')).toEqual(expect.arrayContaining(['APL 58(1)', 'APL 62']));
  expect(refused('2026-04-15', 'lin', 'legal-review/give-opinion', { opinion: 'agree' })).toContain(
    'SAMR-P 49(3)',
  );
  done('2026-04-17', 'fang', 'legal-review/give-opinion', {
    opinion: 'supplement',
    points: { evidence: '缺少成品销售去向' },
  });
  expect(refused('2026-04-17', 'lin', 'notice/serve', notice)).toContain('SAMR-P 56');
  done('2026-04-20', 'lin', 'evidence/add', evidence);
  confirmed('2026-04-20');
  done('2026-04-22', 'zhou', 'legal-review/send', {});
  done('2026-04-28', 'fang', 'legal-review/give-opinion', { opinion: 'agree' });
  done('2026-04-29', 'tang', 'proposal/approve', {});
  done('2026-04-30', 'lin', 'notice/serve', notice);
  confirmed('2026-04-30');
  expect(decides('2026-05-06')).toContain('APL 62');

  done('2026-05-08', 'lin', 'hearing/request', {});
  done('2026-05-11', 'tang', 'hearing/name-host', { host: 'qiu' });
  done('2026-05-12', 'qiu', 'hearing/serve-notice', {
    for: '2026-05-22',
    place: '听证室',
    method: 'direct',
    proof: paper('receipt'),
    open: true,
  });
  done('2026-05-18', 'qiu', 'hearing/announce', {});
  expect(refused('2026-05-20', 'qiu', 'hearing/hold', held)).toContain('APL 64(2)');
  done('2026-05-22', 'qiu', 'hearing/hold', held);
  done('2026-05-26', 'qiu', 'hearing/report', { report: paper('hearing-report'), opinion: '维持' });
  done('2026-05-26', 'lin', 'statement/re-check', {
    officers,
    result: 'not-adopted',
    reason: '当事人主张无证据支持',
  });
  confirmed('2026-05-26');
  expect(decides('2026-05-26')).toContain('APL 58(1)');

  done('2026-05-27', 'zhou', 'legal-review/send', { reason: '听证后法制审核' });
  done('2026-06-02', 'fang', 'legal-review/give-opinion', { opinion: 'agree' });
  expect(decides('2026-06-03')).toContain('APL 57(2)');
  const attending = ['he', 'tang'];
  done('2026-06-04', 'he', 'collective-discussion/open', { attending, handlersReport: officers });
  done('2026-06-04', 'he', 'collective-discussion/give-opinion', { agrees: true, opinion: '同意' });
  done('2026-06-04', 'tang', 'collective-discussion/give-opinion', { agrees: true, opinion: '同意' });
  done('2026-06-04', 'he', 'collective-discussion/conclude', {
    outcome: majorPenalty,
    conclusion: '一致同意',
  });
  const heavier: Outcome = { kind: 'penalty', penalties: [{ ...fine, fen: 20_000_000 }, gains, goods] };
  expect(decides('2026-06-04', heavier)).toContain('APL 45(2)');
  done('2026-06-05', 'he', 'decision/make', decision(majorPenalty));
  expect(fileOf(...history).decision).toMatchObject({ by: 'he', decidedOn: '2026-06-05' });
});

it('a first breach: case review, education, no penalty', () => {
  const { history, done, refused } = courseOf(...concluded(firstBreach));
  done('2026-05-21', 'zhou', 'case-review/send', {});
  done('2026-05-25', 'meng', 'case-review/give-opinion', { opinion: 'agree' });
  expect(refused('2026-05-26', 'tang', 'decision/make', decision(firstBreach))).toStrictEqual(['APL 33(3)']);
  done('2026-05-27', 'lin', 'education/give', { officers, record: paper('education') });
  done('2026-05-27', 'gao', 'entry/confirm', { entry: history.length - 1 });
  done('2026-06-01', 'tang', 'decision/make', decision(firstBreach));
  expect(fileOf(...history).decision?.outcome).toStrictEqual(firstBreach);
});

it('a party that asked in time and was typed in after the decision is heard, and the case decided anew', () => {
  const { history, done, refused } = courseOf(...concluded({ kind: 'penalty', penalties: [fine] }));
  const outcome: Outcome = { kind: 'penalty', penalties: [fine] };
  const reviewed = (on: LocalDate) => {
    done(on, 'zhou', 'legal-review/send', {});
    done(on, 'fang', 'legal-review/give-opinion', { opinion: 'agree' });
  };
  const discussed = (on: LocalDate) => {
    done(on, 'he', 'collective-discussion/open', { attending: ['he', 'tang'], handlersReport: officers });
    done(on, 'he', 'collective-discussion/give-opinion', { agrees: true, opinion: '同意' });
    done(on, 'tang', 'collective-discussion/give-opinion', { agrees: true, opinion: '同意' });
    done(on, 'he', 'collective-discussion/conclude', { outcome, conclusion: '一致同意' });
  };
  reviewed('2026-04-22');
  done('2026-04-29', 'tang', 'proposal/approve', {});
  done('2026-04-30', 'lin', 'notice/serve', { ...notice, penalties: [fine], signedPaper: paper('signed') });
  discussed('2026-05-12');
  done('2026-05-12', 'he', 'decision/make', decision(outcome));
  expect(refused('2026-05-13', 'he', 'decision/make', decision(outcome))).toContain(
    'POLICY 一案一决定；One case, one decision',
  );

  const said = { what: '请求从轻', paper: paper('statement'), lateReason: '寄送延误' };
  done('2026-05-13', 'lin', 'statement/record', { ...said, occurredAt: '2026-05-11T02:00:00.000Z' });
  const signedPaper = paper('re-check-signed');
  done('2026-05-14', 'lin', 'statement/re-check', {
    officers,
    signedPaper,
    result: 'not-adopted',
    reason: '无证据',
  });
  reviewed('2026-05-14');
  discussed('2026-05-15');
  done('2026-05-15', 'he', 'decision/make', { ...decision(outcome), number: '朝市监处罚〔2026〕218号' });
  expect(fileOf(...history).decision?.decidedOn).toBe('2026-05-15');
});
