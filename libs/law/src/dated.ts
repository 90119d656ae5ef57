import { DateUnreadable, isLocalDate, type LocalDate } from './dates.js';

/** Data that hold between two days; validTo is the last day, absent while there is no end. */
export type Dated = Readonly<{ validFrom: LocalDate; validTo?: LocalDate }>;

export class NoVersionInForce extends Error {
  override readonly name = 'NoVersionInForce';
  constructor(
    readonly what: string,
    readonly day: LocalDate,
  ) {
    super(
      `${day} 没有有效的“${what}”版本：请补充覆盖该日的版本；` +
        `no version of "${what}" is in force on ${day}: enter one whose dates cover that day`,
    );
  }
}

export class VersionsOverlap extends Error {
  override readonly name = 'VersionsOverlap';
  constructor(
    readonly what: string,
    readonly from: readonly LocalDate[],
  ) {
    super(
      `“${what}”的版本（起始于 ${from.join('、')}）相互重叠或起止颠倒：前一版本须在后一版本起始之前终止；` +
        `versions of "${what}" from ${from.join(', ')} overlap or end before they begin: end each before the next begins`,
    );
  }
}

/** Whether it holds on the day. */
export const covers = ({ validFrom, validTo }: Dated, day: LocalDate): boolean =>
  validFrom <= day && (validTo === undefined || day <= validTo);

const inOrder = <T extends Dated>(versions: readonly T[], what: string): readonly T[] => {
  const sorted = [...versions].sort((a, b) => (a.validFrom < b.validFrom ? -1 : 1));
  sorted.forEach((version, index) => {
    const next = sorted[index + 1];
    const ends = version.validTo ?? '9999-12-31';
    if (ends < version.validFrom) throw new VersionsOverlap(what, [version.validFrom]);
    if (next && next.validFrom <= ends) throw new VersionsOverlap(what, [version.validFrom, next.validFrom]);
  });
  return sorted;
};

/** The one version in force on the day. Throws NoVersionInForce, VersionsOverlap, DateUnreadable. */
export const versionOn = <T extends Dated>(versions: readonly T[], day: LocalDate, what: string): T => {
  if (!isLocalDate(day)) throw new DateUnreadable(day);
  const found = inOrder(versions, what).find((version) => covers(version, day));
  if (found === undefined) throw new NoVersionInForce(what, day);
  return found;
};
