/** A gate and the finding that measures the same of the record: what the one lets through is no fault to the other. */
import {
  discussedTogether,
  factsProven,
  hearingHeldIfRequested,
  notHeavierThanNotified,
  noticeServed,
  periodOver,
  statementsRechecked,
  withinLimitation,
} from '../decision/of-penalty.js';
import { ourJurisdictionStill, recusalsDecided } from '../decision/provisions.js';
import { noTransferPending } from '../decision/no-transfer-pending.js';
import {
  concluded,
  decidedAfter,
  filedAs,
  filingTerms,
  firstBreach,
  majorPenalty,
  minorPenalty,
  notified,
  proposalApproved,
} from '../histories.testing.js';
import { hearingRequested, readyToDecide } from '../histories-to-decision.testing.js';
import { notTransferred, settledForUs, undisputed } from '../jurisdiction/provisions.js';
import type { Outcome } from '../penalty/penalty.js';
import type { CaseFile } from '../steps.js';
import { serviceMethods } from '../service/words.js';
import { contextOn, fileOf, given, happened, paper, type Happened } from '../testing.js';
import * as faulty from './faulty-histories.testing.js';
import { but, measured } from './measured.testing.js';

const faultIn = (id: string, history: readonly Happened[]): boolean => {
  const { fatal, checklist } = measured('2026-06-06', history);
  const found = [...fatal, ...checklist.flatMap(({ findings }) => findings)].find((one) => one.id === id);
  return found?.state === 'not-met';
};

describe('the service of a notice (SAMR-P 82)', () => {
  const film = [paper('film')];
  /** What may show it, each with and without the others. */
  const shown = [undefined, paper('receipt')].flatMap((proof) =>
    [undefined, film].flatMap((media) =>
      [undefined, paper('signed')].flatMap((signedPaper) =>
        [undefined, '居委会王某'].map((witness) => ({
          ...(proof && { proof }),
          ...(media && { media }),
          ...(signedPaper && { signedPaper }),
          ...(witness !== undefined && { witness }),
        })),
      ),
    ),
  );
  const rows = serviceMethods.flatMap((method) => shown.map((by) => ({ method, by, with: Object.keys(by) })));
  const accepted: string[] = [];

  it.each(rows)('$method with $with', ({ method, by }) => {
    const history = proposalApproved(minorPenalty);
    const entry = {
      officers: ['lin', 'gao'],
      penalties: minorPenalty.kind === 'penalty' ? minorPenalty.penalties : [],
      facts: '使用超过保质期的原料',
      hearingRightTold: true,
      method,
      ...by,
      addressConfirmation: paper('address'),
      otherMethodsFailed: '下落不明',
    };
    const when = { on: '2026-04-30', by: 'lin', act: 'notice/serve', entry } as const;
    let recorded = true;
    try {
      given(...history)
        .when(when)
        .thenRecords('NoticeServed');
    } catch {
      recorded = false;
    }
    const served = happened('NoticeServed', '2026-04-30', ['lin', 'gao'], {
      ...entry,
      servedOn: '2026-04-30',
      lastDay: '2026-05-11',
      provisional: false,
    });
    const confirmed = happened('EntryConfirmed', '2026-04-30', 'gao', { entry: history.length });
    const signed = 'signedPaper' in by ? [] : [confirmed];
    const faults = ['rights-not-notified', 'documents-incomplete'].map((id) =>
      faultIn(id, [...history, served, ...signed]),
    );
    if (recorded) {
      accepted.push(method);
      expect(faults).toEqual([false, false]);
    }
    const nothing = Object.keys(by).every((key) => key === 'witness');
    if (nothing) expect({ recorded, faults }).toEqual({ recorded: false, faults: [true, true] });
  });

  it('was accepted by every method', () => {
    expect([...new Set(accepted)]).toEqual([...serviceMethods]);
  });
});

type Gate = Readonly<{
  holds: (
    entry: Readonly<{ number: string; outcome: Outcome }>,
    file: CaseFile,
    context: ReturnType<typeof contextOn>,
  ) => boolean;
}>;
type Row = Readonly<{
  fault: string;
  gates: readonly Gate[];
  histories: Readonly<Record<string, readonly Happened[]>>;
}>;

/** Of a file alone: no entry is asked. */
const ofFile = (
  gate: Readonly<{ holds: (file: CaseFile, context: ReturnType<typeof contextOn>) => boolean }>,
): Gate => ({
  holds: (_, file, context) => gate.holds(file, context),
});

const outcomes: Readonly<Record<string, Outcome>> = {
  'the penalty': majorPenalty,
  'a smaller one': minorPenalty,
  'a warning in its place': faulty.warned,
  'a warning with it': {
    kind: 'penalty',
    penalties: [{ kind: 'fine', fen: 100_000 }, { kind: 'warning' }],
  },
  'a criticism': { kind: 'penalty', penalties: [{ kind: 'public-criticism' }] },
  'a larger fine': { kind: 'penalty', penalties: [{ kind: 'fine', fen: 99_000_000 }] },
  'no penalty': firstBreach,
  'a transfer': faulty.toOthers,
};

const notice = notified(majorPenalty);
const reported = (ours: boolean) => but(notice, 'InvestigationConcluded', { ourJurisdiction: ours });
const pairs: readonly Row[] = [
  {
    fault: 'penalty-out-of-bounds',
    gates: [noticeServed, notHeavierThanNotified],
    histories: {
      notified: notice,
      'notified of less': notified(minorPenalty),
      unnotified: concluded(majorPenalty),
    },
  },
  {
    fault: 'beyond-powers',
    gates: [ourJurisdictionStill, ofFile(undisputed), ofFile(settledForUs), ofFile(notTransferred)],
    histories: {
      ours: notice,
      'reported as ours': reported(true),
      'reported as another’s': reported(false),
      disputed: [...notice, faulty.dispute],
      'settled for us': [...notice, faulty.dispute, faulty.settled(true)],
      'settled for another': [...notice, faulty.dispute, faulty.settled(false)],
      'transferred before': [...notice, faulty.transferElsewhere],
    },
  },
  {
    fault: 'rights-not-notified',
    gates: [noticeServed, periodOver],
    histories: {
      notified: notice,
      unnotified: concluded(majorPenalty),
      'in its period': but(notice, 'NoticeServed', { lastDay: '2026-06-05' }),
      waived: [
        ...but(notice, 'NoticeServed', { lastDay: '2026-06-05' }),
        happened('StatementWaived', '2026-05-06', 'lin', { paper: paper('waiver') }),
      ],
    },
  },
  {
    fault: 'past-limitation',
    gates: [withinLimitation],
    histories: {
      'in time': notice,
      late: [
        ...filedAs({ ...filingTerms, act: { from: '2019-01-01', to: '2020-03-01' } }),
        ...notice.slice(4),
      ],
    },
  },
  {
    fault: 'evidence-insufficient',
    gates: [factsProven],
    histories: { proven: notice, unconfirmed: but(notice, 'SceneRecorded', { signedPaper: undefined }) },
  },
  {
    fault: 'crime-not-transferred',
    gates: [ofFile(noTransferPending)],
    histories: { none: notice, pending: [...notice, ...faulty.transfer(true).slice(5, 6)] },
  },
];

const cases = pairs.flatMap(({ fault, gates, histories }) =>
  Object.entries(histories).flatMap(([says, history]) =>
    Object.entries(outcomes).map(([what, outcome]) => ({ fault, says, what, gates, history, outcome })),
  ),
);

describe('a decision', () => {
  it.each(cases)('$fault, $says: $what', ({ fault, gates, history, outcome }) => {
    const file = fileOf(...history);
    const context = contextOn('2026-06-05', 'he', file);
    const allowed = gates.every((gate) => gate.holds({ number: '1', outcome }, file, context));
    expect(faultIn(fault, decidedAfter(history, outcome))).toBe(!allowed);
  });

  it('heard the party', () => {
    const entry = { number: '1', outcome: majorPenalty };
    const allowed = (history: readonly Happened[]) => {
      const file = fileOf(...history);
      const context = contextOn('2026-06-05', 'he', file);
      const heard = [ofFile(recusalsDecided), statementsRechecked, hearingHeldIfRequested];
      return [heard, [discussedTogether]].map((gates) =>
        gates.every((gate) => gate.holds(entry, file, context)),
      );
    };
    const histories = [
      notice,
      [...notice, hearingRequested],
      [...notice, faulty.recusal],
      faulty.spoken,
      faulty.rechecked,
      readyToDecide(majorPenalty),
    ];
    const found = histories.map((history) =>
      ['party-not-heard', 'not-discussed'].map((id) => !faultIn(id, decidedAfter(history, majorPenalty))),
    );
    expect(found).toEqual(histories.map(allowed));
    expect(new Set(found.flat())).toEqual(new Set([true, false]));
  });
});
