import type { Entries, Recorder } from './entries.js';
import { isSame, type Account } from './held-accounts.js';
import { personOf, type PersonEvent } from './person.js';
import { unknownPerson } from './registry-refusal.js';

/** What follows when two people have taken back the second factors of somebody who has lost them. */
export class FactorsEnded {
  constructor(private readonly entries: Entries) {}

  /**
   * Enters, before it takes effect, that the second factors of the person’s accounts there end, as each of these approved
   * proposals has it: once, however often it is sent. Gives what is to take effect.
   * @throws RegistryRefusal
   */
  async end(
    person: string,
    { proposals, issuer, at }: Readonly<{ proposals: readonly number[]; issuer: string; at: string }>,
    by: Recorder,
  ): Promise<readonly (Account & Readonly<{ proposal: number }>)[]> {
    const known = personOf(person, await this.entries.read<PersonEvent>(`person-${person}`));
    if (!known) throw unknownPerson(person);
    const approved = known.proposals.filter(
      ({ number, outcome, change }) =>
        proposals.includes(number) && outcome === 'approved' && change.type === 'SecondFactorsReset',
    );
    const open = known.accounts.filter((held) => held.issuer === issuer && !held.closed);
    const ended = approved.flatMap(({ number: proposal }) =>
      open.map(({ subject }) => ({ issuer, subject, proposal })),
    );
    for (const one of ended) await this.#endOf(person, { ...one, at }, by);
    return ended;
  }

  async #endOf(
    person: string,
    data: Account & Readonly<{ proposal: number; at: string }>,
    by: Recorder,
  ): Promise<void> {
    const command = { ...by.command, id: `${by.command.id}/${data.subject}/${String(data.proposal)}` };
    if (await this.entries.before(command)) return;
    await this.entries.goOn<PersonEvent>(`person-${person}`, { ...by, command }, (events, of) => {
      const done = events.some(
        (event) =>
          event.type === 'SecondFactorsEnded' &&
          isSame(event.data, data) &&
          event.data.proposal === data.proposal,
      );
      return done || of === undefined
        ? undefined
        : { event: { type: 'SecondFactorsEnded', data }, agency: of };
    });
  }
}
