import { handlersStandApart } from '../initiation/handlers.js';
import { decidedAfter, majorPenalty } from '../histories.testing.js';
import { relationTo } from '../relation.js';
import { contextOn, fileOf, given, happened, paper } from '../testing.js';
import { after } from './hearing.testing.js';
import type { HoldHearing } from './hearing.js';
import {
  agentsAuthorised,
  oneOrTwoAgents,
  staffDidNotInvestigate,
  staffOfTheirOwn,
  thirdPartyNotified,
} from './taking-part.js';

type Part = NonNullable<HoldHearing['tookPart']>[number];
const day = { record: paper('hearing-record'), recordSigned: true };
const hold = (more: Partial<HoldHearing>, history = after(4)) =>
  given(...history).when({ on: '2026-05-22', by: 'qiu', act: 'hearing/hold', entry: { ...day, ...more } });
const firstDay = (more: Partial<HoldHearing>) =>
  happened('HearingAdjourned', '2026-05-22', 'qiu', {
    ...day,
    ...more,
    goesOn: '2026-05-25',
    everybodyTold: true,
  });
const tookPart = (...parts: readonly Part[]) => hold({ tookPart: parts });

const agent = (name: string): Part => ({ as: 'party-agent', name, authorisation: paper('authorisation') });
const third = { as: 'third-party', name: '隔壁商户', notifiedOn: '2026-05-12' } as const;
const thirdsAgent = { as: 'third-party-agent', name: '孙律师', authorisation: paper('of-third') } as const;

describe('who takes part in a hearing (SAMR-H 10)', () => {
  it('is recorded, with who helps the host and keeps the record', () => {
    const whole = {
      assistants: ['fang'],
      recorder: 'meng',
      tookPart: [agent('赵律师'), third, thirdsAgent, { as: 'interpreter', name: '钱译' }],
    } as const;
    hold(whole).then({ type: 'HearingHeld', data: { ...day, ...whole } });
  });

  it('SAMR-H 15(1): two agents of the party at most, and of each third party', () => {
    tookPart(agent('赵'), agent('钱')).thenRecords('HearingHeld');
    tookPart(agent('赵'), agent('钱'), agent('孙')).thenRefused(oneOrTwoAgents);
    tookPart(thirdsAgent).thenRefused(oneOrTwoAgents);
    tookPart(third, thirdsAgent, thirdsAgent).thenRecords('HearingHeld');
    tookPart(third, thirdsAgent, thirdsAgent, thirdsAgent).thenRefused(oneOrTwoAgents);
  });

  it('SAMR-H 15(2): an agent is authorised in writing', () => {
    tookPart({ as: 'party-agent', name: '赵律师' }).thenRefused(agentsAuthorised);
    tookPart(third, { as: 'third-party-agent', name: '孙律师' }).thenRefused(agentsAuthorised);
    tookPart({ as: 'witness', name: '李四' }).thenRecords('HearingHeld');
  });

  it('SAMR-H 20(3): a third party was notified seven working days before', () => {
    tookPart(third).thenRecords('HearingHeld');
    tookPart({ ...third, notifiedOn: '2026-05-13' }).thenRefused(thirdPartyNotified);
    tookPart({ as: 'third-party', name: '隔壁商户' }).thenRefused(thirdPartyNotified);
    tookPart({ ...third, notifiedOn: '2026-05-32' }).thenRefused(thirdPartyNotified);
    const asked = paper('application');
    tookPart({ as: 'third-party', name: '隔壁商户', asked }).thenRecords('HearingHeld');
    tookPart({ ...third, notifiedOn: '2026-05-13', asked }).thenRecords('HearingHeld');
    // Of a later day it is told with everybody: the notice is for the first.
    const second = { on: '2026-05-25', by: 'qiu', act: 'hearing/hold' } as const;
    given(...after(4), firstDay({}))
      .when({ ...second, entry: { ...day, tookPart: [{ ...third, notifiedOn: '2026-05-13' }] } })
      .thenRefused(thirdPartyNotified);
    given(...after(4), firstDay({}))
      .when({ ...second, entry: { ...day, tookPart: [third] } })
      .thenRecords('HearingHeld');
  });

  it('SAMR-H 11(3): nobody who handles the case, or took evidence, helps the host or keeps the record', () => {
    hold({ assistants: ['lin'] }).thenRefused(staffDidNotInvestigate);
    hold({ assistants: ['fang', 'gao'] }).thenRefused(staffDidNotInvestigate);
    hold({ recorder: 'lin' }).thenRefused(staffDidNotInvestigate);
  });

  it('SAMR-H 9: host, assistants and recorder are different people', () => {
    hold({ recorder: 'qiu' }).thenRefused(staffOfTheirOwn);
    hold({ assistants: ['fang'], recorder: 'fang' }).thenRefused(staffOfTheirOwn);
    hold({ assistants: ['fang', 'fang'] }).thenRefused(staffOfTheirOwn);
  });

  it('SAMR-H 11(3): who helped the host or kept the record does not handle the case afterwards, and has part in it', () => {
    const history = [...after(4), firstDay({ assistants: ['wen'], recorder: 'shen' })];
    const kept = happened('HearingNoticeServed', '2026-05-25', 'qiu', {
      for: '2026-06-05',
      place: '三楼听证室',
      method: 'direct',
      open: true,
      servedOn: '2026-05-25',
    });
    const asksAgain = happened('HearingRequested', '2026-06-01', 'lin', { inTime: true });
    const redone = [
      ...decidedAfter(history, majorPenalty),
      happened('DecisionChanged', '2026-06-10', 'tang', {
        kind: 'annulled-to-redo',
        ground: 'own-correction',
        reason: '有误',
        paper: paper('change'),
      }),
    ];
    for (const all of [history, [...history, kept], [...history, asksAgain], redone]) {
      const file = fileOf(...all);
      expect(file.hearing.staff).toStrictEqual(['wen', 'shen']);
      const apart = (...handlers: readonly string[]) =>
        handlersStandApart.holds({ handlers }, file, contextOn('2026-06-02', 'zhou', file));
      expect([apart('lin', 'gao'), apart('lin', 'wen'), apart('shen', 'lin')]).toStrictEqual([
        true,
        false,
        false,
      ]);
      expect(relationTo(file, { person: 'wen', capacities: ['officer'] })).toBe('took-part');
    }
  });

  it('is asked on every day of it', () => {
    given(...after(4), happened('HearingResumed', '2026-05-20', 'qiu', { reason: '可以继续' }))
      .when({
        on: '2026-05-22',
        by: 'qiu',
        act: 'hearing/adjourn',
        entry: { ...day, recorder: 'lin', goesOn: '2026-05-25', everybodyTold: true },
      })
      .thenRefused(staffDidNotInvestigate);
  });
});
