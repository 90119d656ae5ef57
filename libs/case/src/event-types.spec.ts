import { acts } from './case.js';
import { eventAttributes, eventVersions, personalData } from './event-types.js';

describe('what the steps say of their event types', () => {
  it('a correction of a personal field is as personal as the field', () => {
    const repeated = Object.entries(eventAttributes).flatMap(([type, { personal, correctable = {} }]) =>
      Object.keys(correctable)
        .filter((field) => Object.hasOwn(personal, `/${field}`))
        .map((field) => ({ type, pointer: `/changes/${field}`, kind: personal[`/${field}`] })),
    );
    expect(repeated.length).toBeGreaterThan(1);
    expect(personalData.EntryCorrected).toStrictEqual(
      repeated.map(({ pointer, kind }) => ({ pointer, kind })),
    );
  });

  it('what is correctable can be withdrawn, but for the lead that opened the case', () => {
    const kept = Object.entries(eventAttributes)
      .filter(
        ([, { correctable, withdrawableBy }]) => correctable !== undefined && withdrawableBy === undefined,
      )
      .map(([type]) => type);
    expect(kept).toStrictEqual(['LeadReceived']);
  });

  it('every type is recorded by an act, in the version that is folded', () => {
    const recorded = new Set<string>(Object.values(acts).map(({ records }) => records));
    expect(Object.keys(eventVersions).filter((type) => !recorded.has(type))).toStrictEqual([]);
  });
});
