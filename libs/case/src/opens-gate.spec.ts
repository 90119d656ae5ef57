/** Which acts open a gate: by their own definition, and none is forgotten. */
import { erasureActs } from './erasure/erasure.js';
import { acts } from './case.js';
import type { Capacity } from './index.js';
import type { Gate } from '@anjuan/procedure';

type Gated = Readonly<{ by: readonly Capacity[]; opensGate?: Gate }>;
const all: readonly (readonly [string, Gated])[] = Object.entries({ ...acts, ...erasureActs });
const named = (wanted: (act: Gated) => boolean): readonly string[] =>
  all.filter(([, act]) => wanted(act)).map(([name]) => name);

const decides: readonly Capacity[] = ['leader', 'principal', 'legal-reviewer', 'case-reviewer'];
const byDecidersToo = ({ by }: Gated): boolean => by.some((capacity) => decides.includes(capacity));
const byDecidersAlone = ({ by }: Gated): boolean => by.every((capacity) => decides.includes(capacity));

describe('A gate is opened', () => {
  it('by what leaders and reviewers do, or the act says why not', () => {
    expect(named((act) => byDecidersToo(act) && act.opensGate === undefined)).toEqual([]);
    const reasons = all.flatMap(([name, { opensGate }]) =>
      typeof opensGate === 'object' ? [[name, opensGate.not] as const] : [],
    );
    expect(reasons.sort()).toEqual(
      ['recusal/request', 'reporter-identity/look', 'review/request-extension'].map((name) => [
        name,
        { zh: expect.stringMatching(/\p{Script=Han}/u), en: expect.stringMatching(/\w+ \w+/) },
      ]),
    );
  });

  it('by every act that only leaders and reviewers do, but for asking for more time', () => {
    expect(named((act) => byDecidersAlone(act) && act.opensGate !== true)).toEqual([
      'review/request-extension',
    ]);
  });

  it('by a penalty on the spot, the end of a hearing, and no other act that officers, unit heads or hosts do', () => {
    expect(named((act) => !byDecidersAlone(act) && act.opensGate === true)).toEqual([
      'hearing/end',
      'summary-procedure/decide',
      'summary-procedure/decide-on-lead',
    ]);
  });
});
