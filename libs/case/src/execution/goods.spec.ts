import { twoOfficers } from '../officers.js';
import { decided, disposedOf, majorPenalty, minorPenalty, served } from '../histories.testing.js';
import { decisionServed, partyHeard } from '../service/provisions.js';
import { given, happened, morningOf, paper } from '../testing.js';
import { afterService, goodsConfiscated, goodsStillThere } from './provisions.js';

const dispose = {
  on: '2026-07-06',
  by: 'lin',
  act: 'execution/dispose-of-goods',
  entry: { officers: ['lin', 'gao'], manner: 'destroyed', record: paper('record') },
} as const;

describe('confiscated goods', () => {
  it('are disposed of by two officers', () => {
    given(...served(majorPenalty))
      .when(dispose)
      .then({ type: 'GoodsDisposedOf', data: dispose.entry });
  });

  it('are kept until the decision that confiscates them has been served', () => {
    given(...decided(majorPenalty))
      .when(dispose)
      .thenRefused(decisionServed);
    given(...served(minorPenalty))
      .when(dispose)
      .thenRefused(goodsConfiscated);
    const before = { occurredAt: morningOf('2026-06-06'), lateReason: '补录' };
    given(...served(majorPenalty))
      .when({ ...dispose, entry: { ...dispose.entry, ...before } })
      .thenRefused(afterService);
  });

  it('are kept while the party stands unheard', () => {
    given(...served(majorPenalty), happened('HearingRequested', '2026-06-10', 'lin', { inTime: true }))
      .when(dispose)
      .thenRefused(partyHeard);
  });

  it('are disposed of once, and never by one officer', () => {
    given(...served(majorPenalty), disposedOf('2026-07-01'))
      .when(dispose)
      .thenRefused(goodsStillThere);
    given(...served(majorPenalty))
      .when({ ...dispose, entry: { ...dispose.entry, officers: ['lin'] } })
      .thenRefused(twoOfficers);
  });
});
