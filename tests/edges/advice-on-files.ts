/** Problems of uploads, provoked, and what they advise done. */
import { as, type Api, type Person } from '../support/api.js';
import { malware } from '../support/clamd-stand-in.js';

/** More than the other rows upload. */
export const mostOfDay = 20;

type Ground = () => Readonly<{ api: Api; lin: Person; gao: Person }>;
type Problem = Readonly<Record<string, unknown>>;

export const fileRows = (ground: Ground) => {
  const upload = (name: string, content: string, by: 'lin' | 'gao' = 'lin') => {
    const { api, ...people } = ground();
    return as(api, people[by]).upload(name, content);
  };
  return {
    'file-type-refused': {
      says: /as each of errors says/,
      provoked: () => upload('x.pdf', 'x').type('application/pdf'),
      followed: ({ errors }: Problem) => {
        expect(errors).toMatchObject([{ pointer: '#' }]);
        return upload('x.txt', 'x');
      },
    },
    'file-infected': {
      says: /send it cleaned/,
      provoked: () => upload('x.txt', malware),
      followed: () => upload('x.txt', 'clean'),
    },
    'uploads-used-up': {
      says: /Go on after the time in ends/,
      provoked: async () => {
        for (let nth = 0; nth < mostOfDay; nth += 1) await upload('x.txt', String(nth), 'gao').expect(201);
        return upload('x.txt', 'one more', 'gao');
      },
      followed: ({ ends }: Problem) => {
        ground().api.clock.moveTo(new Date(String(ends)));
        return upload('x.txt', 'the day after', 'gao');
      },
    },
  };
};
