import type { Credential } from '@anjuan/case';
import { folded } from '@anjuan/law';
import { system } from './claims.js';
import { derivedId } from './derived-id.js';
import type { Entered, Entries, Recorder } from './entries.js';
import type { Standing } from './person.js';
import { RegistryRefusal } from './registry-refusal.js';
import { hasDays, meet, validity } from './spans.js';

type Period = Pick<Credential, 'validFrom' | 'validTo'>;
type Claimed = Readonly<{ type: 'CredentialClaimed'; data: Readonly<{ person: string }> & Period }>;

/** Whether the person's credentials have the number, and on days of that period. */
const holds = ({ credentials }: Pick<Standing, 'credentials'>, number: string) => {
  const same = credentials.filter((held) => folded(held.number) === folded(number));
  return {
    ever: same.length > 0,
    within: (period: Period) => same.find((held) => validTogether(held, period)),
  };
};

export const validTogether = (one: Period, other: Period): boolean =>
  hasDays(validity(one)) && meet(validity(one), validity(other));

/**
 * A credential number (执法证编号) is one person's at a time: a number of two people would not show who acted. It is
 * claimed in a stream of its own before it is entered, so of concurrent claims one wins; numbers entered before there
 * were claims are known by their holders.
 */
export class CredentialNumbers {
  constructor(
    private readonly entries: Entries,
    private readonly holders: Holders,
  ) {}

  /** @throws RegistryRefusal */
  async claim(
    { person, agency }: Pick<Standing, 'person' | 'agency'>,
    { number, validFrom, validTo }: Credential,
    by: Recorder,
  ): Promise<void> {
    const period = { validFrom, validTo };
    const others = (await this.holders(number)).filter((one) => one.person !== person);
    for (const other of others) {
      const held = holds(other, number).within(period);
      if (held) throw taken(number, other.agency === agency ? held : undefined);
    }
    const stream = `credential-${derivedId(folded(number))}`;
    const command = { ...by.command, id: `${by.command.id}/${stream}` };
    await this.entries.goOn<Claimed>(stream, { ...by, command }, (claims) => {
      // A number that another person has claimed but not entered yet is about to be entered.
      const faster = claims.find(
        ({ data }) => data.person !== person && validTogether(data, period) && !entered(data, others, number),
      );
      if (faster) throw taken(number);
      const claimed = claims.some(({ data }) => isSame(data, { person, ...period }));
      return claimed
        ? undefined
        : { event: { type: 'CredentialClaimed', data: { person, ...period } }, agency: system };
    });
  }
}

/** Everybody who has, or had, a credential of that number. */
type Holders = (number: string) => Promise<readonly Standing[]>;

export const holdersAmong = (all: readonly Standing[]): Holders => {
  const byNumber = new Map<string, Standing[]>();
  for (const one of all)
    for (const number of new Set(one.credentials.map((held) => folded(held.number))))
      byNumber.set(number, [...(byNumber.get(number) ?? []), one]);
  return (number) => Promise.resolve(byNumber.get(folded(number)) ?? []);
};

type Data = Entered<Claimed>['data'];
const isSame = (one: Data, other: Data): boolean =>
  one.person === other.person && one.validFrom === other.validFrom && one.validTo === other.validTo;

/** By then its own period says from when to when it is held: it may have been ended since. */
const entered = ({ person }: Data, others: readonly Standing[], number: string): boolean =>
  others.some((one) => one.person === person && holds(one, number).ever);

/** `period`: within the agency alone; of another nobody reads more than that the number is taken. */
export const taken = (number: string, period?: Period): RegistryRefusal =>
  new RegistryRefusal('credential-taken', period ? takenFor(number, period) : takenSomewhere(number));

const takenSomewhere = (number: string): string =>
  `执法证编号 ${number} 已登记在他人名下，请核对编号；编号无误的，请系统管理员查明。The credential number ${number} is somebody else’s: check it; if it is right, let the administrator of the system look into it.`;

const takenFor = (number: string, { validFrom, validTo }: Period): string =>
  `执法证编号 ${number} 自 ${validFrom} 至 ${validTo} 已登记在他人名下，请核对编号；确须换人的，先收回原证。The credential number ${number} is somebody else’s from ${validFrom} to ${validTo}: check it, or end that one first.`;
