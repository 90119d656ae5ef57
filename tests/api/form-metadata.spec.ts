import { IsInt, IsString } from 'class-validator';
import { Problem } from '../../apps/api/src/http/problems.js';
import { validation } from '../../apps/api/src/http/validation.js';

class Entry {
  @IsString() what!: string;
}
class CountedEntry extends Entry {
  @IsInt() count!: number;
}
class OtherEntry extends Entry {
  @IsString() count!: string;
}

describe('a form is held to its own rules and to those it inherits', () => {
  const faultsOf = async (metatype: new () => Entry, body: object): Promise<unknown> => {
    try {
      await validation().transform(body, { type: 'body', metatype });
      return [];
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      return error.extensions['errors'];
    }
  };

  it.each([1, 2])('whichever form was checked before, at check %i', async () => {
    const wrong = { what: 1, count: true };
    expect(await faultsOf(CountedEntry, wrong)).toMatchObject([
      { pointer: '#/count' },
      { pointer: '#/what' },
    ]);
    expect(await faultsOf(OtherEntry, wrong)).toMatchObject([{ pointer: '#/count' }, { pointer: '#/what' }]);
    expect(await faultsOf(OtherEntry, { what: 'seen', count: '1' })).toEqual([]);
    expect(await faultsOf(CountedEntry, { what: 'seen', count: 1 })).toEqual([]);
    expect(await faultsOf(Entry, { what: 'seen', count: 1 })).toMatchObject([{ pointer: '#/count' }]);
  });
});
