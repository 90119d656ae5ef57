import type { AnyProcedure, Context, NumberKind, Numbers } from '@anjuan/procedure';
import { EventStore, OutcomeUnknown, RevisionConflict, type CommandRef } from '@anjuan/event-store';
import { streamOf } from '@anjuan/record';
import { NumberTaken, OfficialNumbers, Registry, Turns } from '@anjuan/registry';
import { Injectable } from '@nestjs/common';

export type NumberedCommand = Readonly<{
  procedure: Pick<AnyProcedure, 'name'>;
  agency: string;
  /** Id of the record that is to bear the numbers. */
  case: string;
  /** The record does not exist before this command. */
  opens: boolean;
  year: string;
  needs: Numbers;
  command: CommandRef;
}>;
type Allotted = Context['allotted'];
/** The same command sent again waits so long for the one before it. */
const patienceMs = 10_000;

type Use<Result> = (allotted: Allotted, caseId: string) => Promise<Result>;
/** What this attempt took: what an earlier attempt of the command holds may be recorded with it yet, and stays. */
type Taken = [NumberKind, string][];

export const needsNone = ({ claim, allot = [] }: Numbers): boolean =>
  claim === undefined && allot.length === 0;

/** Case and document numbers: unique per agency and year, reserved before use, released when the use fails. */
@Injectable()
export class ReservedNumbers {
  /** For examining a command before any number is reserved. */
  static readonly unnumbered: Allotted = { caseNumber: '-', documentNumber: '-' };

  readonly #turns = new Turns(patienceMs);

  constructor(
    private readonly official: OfficialNumbers,
    private readonly registry: Registry,
    private readonly store: EventStore,
  ) {}

  /**
   * `use` is given the record to append to: for one to be opened it may be that for which its number was claimed before.
   * A command sent twice is done in turn: the one that fails would release the number of the other.
   */
  reserve<Result>(of: NumberedCommand, use: Use<Result>): Promise<Result> {
    return this.#turns.take(of.command.id, () => this.#reserve(of, use));
  }

  async #reserve<Result>(of: NumberedCommand, use: Use<Result>): Promise<Result> {
    const taken: Taken = [];
    try {
      const caseId = await this.#claimed(of, taken);
      return await use(await this.#allotted({ ...of, case: caseId }, taken), caseId);
    } catch (error) {
      // The events may be stored with the number in them: it stays with this command, whose retry finds it.
      if (error instanceof OutcomeUnknown || (await this.#mayBeRecorded(of.command))) throw error;
      await Promise.all(
        taken.map(([kind, number]) => this.official.release({ ...of, kind }, number, of.command)),
      );
      // Another command has opened the record under the number that both claimed.
      if (error instanceof RevisionConflict && of.opens && of.needs.claim)
        throw new NumberTaken(of.needs.claim.number);
      throw error;
    }
  }

  /** By another program, or by an attempt before this one. */
  #mayBeRecorded({ id }: CommandRef): Promise<boolean> {
    return this.store.find(id).then(
      (known) => known !== undefined,
      () => true,
    );
  }

  /** The record for which the number in the entry is held. */
  async #claimed(of: NumberedCommand, taken: Taken): Promise<string> {
    const { claim } = of.needs;
    if (!claim) return of.case;
    const fits = async (other: string) =>
      of.opens ? (await this.store.read(streamOf(of.procedure, other), 0)).length === 0 : other === of.case;
    const { kind, number } = claim;
    return this.official.claim({ ...of, kind, fits, taken: note(taken, kind) }, number, of.command);
  }

  async #allotted(of: NumberedCommand, taken: Taken): Promise<Allotted> {
    const { allot = [] } = of.needs;
    const caseNumber = allot.includes('case') ? await this.#allot(of, 'case', taken) : undefined;
    const documentNumber = allot.includes('document') ? await this.#allot(of, 'document', taken) : undefined;
    return {
      ...(caseNumber !== undefined && { caseNumber }),
      ...(documentNumber !== undefined && { documentNumber }),
    };
  }

  async #allot(of: NumberedCommand, kind: NumberKind, taken: Taken): Promise<string> {
    const agency = await this.registry.agency(of.agency);
    const head = agency?.shortName ?? agency?.name ?? '';
    return this.official.allot(
      { ...of, kind, taken: note(taken, kind) },
      `${head}${kind === 'case' ? '案' : '文'}`,
      of.command,
    );
  }
}

const note =
  (taken: Taken, kind: NumberKind) =>
  (number: string): void => {
    taken.push([kind, number]);
  };
