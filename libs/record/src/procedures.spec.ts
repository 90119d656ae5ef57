import type { AnyProcedure } from '@anjuan/procedure';
import { procedures } from './procedures.js';

const erasable = (name: string): boolean => procedures.some(({ sideStream }) => sideStream?.of.name === name);
const takesInPersonalData = ({ personal }: AnyProcedure): boolean =>
  Object.values(personal).some((fields) => fields !== undefined && fields.length > 0);

describe('Every procedure', () => {
  it('that takes in personal data has a procedure beside it that erases them', () => {
    const taking = procedures.filter(takesInPersonalData).map(({ name }) => name);
    expect(taking).toContain('case');
    expect(taking.filter((name) => !erasable(name))).toEqual([]);
  });

  it('has its own name, path and list, and streams that are no other’s', () => {
    for (const of of [
      procedures.map(({ name }) => name),
      procedures.flatMap(({ register }) => register?.name ?? []),
    ])
      expect(new Set(of).size).toBe(of.length);
    for (const { name } of procedures)
      expect(
        procedures.filter((other) => other.name !== name && `${other.name}-`.startsWith(`${name}-`)),
      ).toEqual([]);
  });
});
