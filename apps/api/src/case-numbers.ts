import type { Context, Numbers } from '@anjuan/case';
import { OutcomeUnknown, type CommandRef } from '@anjuan/event-store';
import { OfficialNumbers, Registry, type NumberKind } from '@anjuan/registry';
import { Injectable } from '@nestjs/common';

export type NumberedCommand = Readonly<{
  agency: string;
  case: string;
  year: string;
  needs: Numbers;
  command: CommandRef;
}>;
type Allotted = Context['allotted'];

export const needsNone = ({ claim, allot = [] }: Numbers): boolean =>
  claim === undefined && allot.length === 0;

/** Case and document numbers: unique per agency and year, set aside before use, released when the use fails. */
@Injectable()
export class CaseNumbers {
  /** For examining a command before any number is set aside. */
  static readonly unnumbered: Allotted = { caseNumber: '-', documentNumber: '-' };

  constructor(
    private readonly official: OfficialNumbers,
    private readonly registry: Registry,
  ) {}

  async setAside<Result>(of: NumberedCommand, use: (allotted: Allotted) => Promise<Result>): Promise<Result> {
    const taken: [NumberKind, string][] = [];
    try {
      return await use(await this.#numbers(of, taken));
    } catch (error) {
      // The events may be stored with the number in them: it stays with this command, whose retry finds it.
      if (error instanceof OutcomeUnknown) throw error;
      await Promise.all(
        taken.map(([kind, number]) => this.official.release({ ...of, kind }, number, of.command)),
      );
      throw error;
    }
  }

  async #numbers(of: NumberedCommand, taken: [NumberKind, string][]): Promise<Allotted> {
    const { claim, allot = [] } = of.needs;
    if (claim) {
      await this.official.claim({ ...of, kind: claim.kind }, claim.number, of.command);
      taken.push([claim.kind, claim.number]);
    }
    const caseNumber = allot.includes('case') ? await this.#allot(of, 'case', taken) : undefined;
    const documentNumber = allot.includes('document') ? await this.#allot(of, 'document', taken) : undefined;
    return {
      ...(caseNumber !== undefined && { caseNumber }),
      ...(documentNumber !== undefined && { documentNumber }),
    };
  }

  async #allot(of: NumberedCommand, kind: NumberKind, taken: [NumberKind, string][]): Promise<string> {
    const agency = await this.registry.agency(of.agency);
    const head = agency?.shortName ?? agency?.name ?? '';
    const number = await this.official.allot(
      { ...of, kind },
      `${head}${kind === 'case' ? '案' : '文'}`,
      of.command,
    );
    taken.push([kind, number]);
    return number;
  }
}
