import { chinaCalendar } from '@anjuan/law';
import { deadlines } from '../deadlines.js';
import { filed, majorPenalty, served } from '../histories.testing.js';
import { fileOf, given, happened, paper } from '../testing.js';
import { applicationApproved, remedyPeriodOver, reminderServed } from './provisions.js';
import { enforceableFrom, remedyEnds } from './remedy-period.js';

/** Served on 2026-06-08 as entry 11. */
const due = served(majorPenalty);
const terms = { court: '北京市朝阳区人民法院', object: '罚款184,000元' };
const ready = [
  ...due,
  happened('ReminderServed', '2026-12-10', ['lin', 'gao'], {
    officers: ['lin', 'gao'],
    signedPaper: paper('reminder-signed'),
    payBy: '2026-12-25',
    how: '到指定银行缴纳',
    reminder: paper('reminder'),
    proof: paper('receipt'),
  }),
  happened('ApprovalRequested', '2026-12-25', 'lin', { matter: 'court-enforcement', terms }),
  happened('ApprovalGiven', '2026-12-25', 'tang', { approval: 13, matter: 'court-enforcement' }),
];
const apply = {
  on: '2026-12-28',
  by: 'lin',
  act: 'court-enforcement/apply',
  entry: {
    approval: 13,
    application: paper('application'),
    enclosed: [paper('decision'), paper('reminder')],
  },
} as const;

describe('a decision made anew', () => {
  it('is not enforced by what was done under a decision since annulled', () => {
    const anew = [
      ...ready,
      happened('RemedyAccepted', '2026-12-26', 'lin', {
        kind: 'litigation',
        organ: '北京市朝阳区人民法院',
        number: '（2026）京0105行初1号',
        notice: paper('summons'),
      }),
      happened('RemedyConcluded', '2027-01-10', 'lin', {
        remedy: 15,
        outcome: 'annulled-to-redo',
        paper: paper('judgment'),
      }),
      happened('DecisionChanged', '2027-01-12', 'tang', {
        kind: 'annulled-to-redo',
        ground: 'remedy-outcome',
        remedy: 15,
        reason: '判决撤销并重作',
        paper: paper('annulment'),
      }),
      happened('DecisionMade', '2027-02-01', 'he', {
        number: '朝市监处罚〔2027〕9号',
        outcome: majorPenalty,
        dossier: 'any',
        dueOn: '2027-03-01',
      }),
      happened('DecisionServed', '2027-02-03', ['lin', 'gao'], {
        officers: ['lin', 'gao'],
        signedPaper: paper('service-signed'),
        method: 'direct',
        proof: paper('receipt'),
        servedOn: '2027-02-03',
      }),
    ];
    given(...anew)
      .when({ ...apply, on: '2027-03-01' })
      .thenRefused(reminderServed, applicationApproved, remedyPeriodOver);
    expect(remedyEnds(fileOf(...anew), chinaCalendar)).toBe('2027-08-03');
    const clocks = deadlines(fileOf(...anew), { calendar: chinaCalendar, today: '2027-02-10' });
    expect(
      clocks.filter(({ id }) => id === 'reconsideration' || id === 'suit').map(({ state }) => state),
    ).toStrictEqual(['running', 'running']);
  });
});

describe('the periods of party and agency', () => {
  const file = fileOf(...due);
  const outcome = (kind: 'reconsideration' | 'litigation', on: string, result: 'upheld' | 'withdrawn') =>
    ({
      ...file,
      remedies: [
        { entry: 12, kind, acceptedOn: '2026-07-01', concluded: { entry: 13, on, outcome: result } },
      ],
    }) as const;

  it('count from the receipt, or from what became of a remedy', () => {
    expect(remedyEnds(fileOf(...filed), chinaCalendar)).toBeUndefined();
    expect(remedyEnds(file, chinaCalendar)).toBe('2026-12-08');
    expect(remedyEnds(outcome('reconsideration', '2026-08-20', 'upheld'), chinaCalendar)).toBe('2026-09-04');
    expect(remedyEnds(outcome('reconsideration', '2026-08-20', 'withdrawn'), chinaCalendar)).toBe(
      '2026-12-08',
    );
    expect(remedyEnds(outcome('litigation', '2027-02-01', 'upheld'), chinaCalendar)).toBe('2027-02-01');
    expect(remedyEnds(outcome('litigation', '2027-02-01', 'withdrawn'), chinaCalendar)).toBe('2027-02-01');
  });

  it('after a reconsideration a suit that was withdrawn gives no six months back', () => {
    const { remedies } = outcome('reconsideration', '2026-08-20', 'upheld');
    const withdrawn = {
      entry: 14,
      kind: 'litigation',
      acceptedOn: '2026-09-01',
      concluded: { entry: 15, on: '2026-10-01', outcome: 'withdrawn' },
    } as const;
    expect(remedyEnds({ ...file, remedies: [...remedies, withdrawn] }, chinaCalendar)).toBe('2026-10-01');
  });

  it('of the agency begin at the end of a deferral (APL 72(2))', () => {
    const plan = [{ due: '2027-01-31', fen: 18_400_000 }];
    expect(enforceableFrom({ ...file, execution: { ...file.execution, plan } }, chinaCalendar)).toBe(
      '2027-01-31',
    );
  });
});
