/** The head of the handlers' unit names them and sends their case for review: no head of another, none whose term is over. */
import { given, happened, paper, people } from '../testing.js';
import { concluded, filed, lead, majorPenalty, minorPenalty } from '../histories.testing.js';
import { namedByUnitHead } from './handlers.js';
import { checkersOfTheUnit, handlersOfTheUnit, headOfTheUnit } from './units.js';

const credential = { number: '执-shen', validFrom: '2022-01-01', validTo: '2028-12-31' };
const of = (heads: readonly string[] | undefined, units: Readonly<Record<string, string>>) => ({
  ...people,
  lin: { ...people.lin, ...(units['lin'] && { unit: units['lin'] }) },
  gao: { ...people.gao, ...(units['gao'] && { unit: units['gao'] }) },
  shen: { ...people.shen, credential, ...(units['shen'] && { unit: units['shen'] }) },
  zhou: { ...people.zhou, ...(heads && { heads }) },
});
const name = (staff: ReturnType<typeof of>) =>
  ({
    on: '2026-05-20',
    by: 'zhou',
    act: 'initiation/name-handlers',
    entry: { handlers: ['lin', 'shen'], reason: '高某某调离本机关' },
    context: { people: staff },
  }) as const;
const all = { lin: 'food', gao: 'food', shen: 'food' };

describe('initiation/name-handlers by the head of a unit', () => {
  it.each([
    ['of the unit of a handler', ['food'], all],
    ['of a unit above', ['bureau', 'food'], all],
    ['of the unit of one of them', ['food'], { ...all, lin: 'drugs' }],
    ['granted without a unit, on a day without units', undefined, {}],
  ])('is done by the head %s', (_, heads, units) => {
    given(...filed)
      .when(name(of(heads, units)))
      .thenRecords('HandlersNamed');
  });

  it.each([
    ['of another unit', ['drugs'], all],
    ['of none', [], all],
    ['where the handlers belong to none', ['food'], { shen: 'food' }],
    ['granted with a unit, on a day without units', [], {}],
  ])('is not done by a unit head %s', (_, heads, units) => {
    given(...filed)
      .when(name(of(heads, units)))
      .thenRefused(headOfTheUnit, handlersOfTheUnit);
  });

  it('replaces nobody of another unit, though the case is of both', () => {
    given(...filed)
      .when(name(of(['food'], { ...all, gao: 'drugs' })))
      .thenRefused(handlersOfTheUnit);
    given(...filed)
      .when(name(of(['bureau', 'food', 'drugs'], { ...all, gao: 'drugs' })))
      .thenRecords('HandlersNamed');
  });

  it('names officers of the unit, or of one below; who handles the case already stays', () => {
    given(...filed)
      .when(name(of(['food'], { ...all, shen: 'drugs' })))
      .thenRefused(handlersOfTheUnit);
    given(...filed)
      .when(name(of(['food'], { gao: 'food', shen: 'food', lin: 'drugs' })))
      .thenRecords('HandlersNamed');
  });

  it('moves a case to a unit that nobody is head of besides under the written order of a leader', () => {
    const under = (staff: ReturnType<typeof of>) => {
      const naming = name(staff);
      return { ...naming, entry: { ...naming.entry, order: paper('order') } };
    };
    const moved = { ...all, lin: 'drugs', shen: 'drugs' };
    given(...filed)
      .when(name(of(['food'], moved)))
      .thenRefused(handlersOfTheUnit);
    given(...filed)
      .when(under(of(['food'], moved)))
      .then({
        type: 'HandlersNamed',
        data: { ...under(of(['food'], moved)).entry, leaving: ['gao'] },
      });
    given(...filed)
      .when(under(of(['trademarks'], moved)))
      .thenRefused(headOfTheUnit);
  });

  it('the paper of the head’s own naming is no leader’s order', () => {
    const naming = name(of(['food'], { ...all, shen: 'drugs' }));
    given(...filed)
      .when({ ...naming, entry: { ...naming.entry, paper: paper('naming') } })
      .thenRefused(handlersOfTheUnit);
  });

  it('is refused to who is no unit head as that alone', () => {
    given(...filed)
      .when({ ...name(of(['food'], all)), by: 'lin' })
      .thenRefused(namedByUnitHead);
  });
});

it.each([
  ['legal-review/send', concluded(majorPenalty)],
  ['case-review/send', concluded(minorPenalty)],
] as const)('%s is done by the head of the unit of a handler, and by no other', (act, history) => {
  const send = (heads: readonly string[]) =>
    given(...history).when({
      on: '2026-04-14',
      by: 'zhou',
      act,
      entry: {},
      context: { people: of(heads, all) },
    });
  send(['drugs']).thenRefused(headOfTheUnit);
  send(['bureau', 'food']).thenRecords(
    act === 'legal-review/send' ? 'SentForLegalReview' : 'SentForCaseReview',
  );
});

describe('initiation/name-checkers by the head of a unit', () => {
  const checkedBy = (
    heads: readonly string[],
    checkers: readonly string[],
    units: typeof all,
    order?: ReturnType<typeof paper>,
  ) =>
    given(...lead, happened('LeadCheckersNamed', '2026-03-03', 'zhou', { checkers: ['lin', 'gao'] })).when({
      on: '2026-03-04',
      by: 'zhou',
      act: 'initiation/name-checkers',
      entry: { checkers, ...(order && { order }) },
      context: { people: of(heads, units) },
    });

  it('is of officers of the unit, and of those below', () => {
    checkedBy(['bureau', 'food'], ['lin', 'shen'], all).thenRecords('LeadCheckersNamed');
    checkedBy(['drugs'], ['lin', 'shen'], all).thenRefused(checkersOfTheUnit);
  });

  it('replaces nobody of another, and leaves who is there', () => {
    checkedBy(['food'], ['lin'], { ...all, gao: 'drugs' }).thenRefused(checkersOfTheUnit);
    checkedBy(['food'], ['gao', 'shen'], { ...all, gao: 'drugs' }).thenRecords('LeadCheckersNamed');
  });

  it('passes a lead to a unit that nobody is head of besides under the written order of a leader', () => {
    const moved = { ...all, shen: 'drugs' };
    checkedBy(['food'], ['shen'], moved).thenRefused(checkersOfTheUnit);
    checkedBy(['food'], ['shen'], moved, paper('order')).then({
      type: 'LeadCheckersNamed',
      data: { checkers: ['shen'], order: paper('order') },
    });
  });
});

it('entry/withdraw calls a review back by the head of the unit of a handler, and by no other', () => {
  const history = concluded(majorPenalty);
  const sent = { digest: '案卷', dueOn: '2026-04-28' };
  const callBack = (heads: readonly string[]) =>
    given(...history, happened('SentForLegalReview', '2026-04-14', 'zhou', sent)).when({
      on: '2026-04-15',
      by: 'zhou',
      act: 'entry/withdraw',
      entry: { entry: history.length, reason: '补充证据后再送' },
      context: { people: of(heads, all) },
    });
  callBack(['drugs']).thenRefused(headOfTheUnit);
  callBack(['food']).thenRecords('EntryWithdrawn');
});
