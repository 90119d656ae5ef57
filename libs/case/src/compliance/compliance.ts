/** A case measured (合规检查): against the fatal list of file inspectors, its clocks, and every provision. */
import { addHours, type Citation } from '@anjuan/law';
import type { Bilingual, EntryNumber } from '@anjuan/procedure';
import type { Deadline } from '../deadlines.js';
import { checkPoints, type CheckPoint } from './checklist.js';
import { fatalFaults, faults } from './faults.js';
import type { Found, Measured } from './finding.js';
import { ofProvisions, type ProvisionFinding } from './of-provisions.js';

export type Finding = Found &
  Readonly<{
    id: string;
    item?: number;
    title: Bilingual;
    cites: readonly Citation[];
    points: readonly CheckPoint[];
  }>;

export type Compliance = Readonly<{
  fatal: readonly Finding[];
  /** The reviewer's eight points, each with the findings that bear on it. */
  checklist: readonly Readonly<{ point: CheckPoint; title: Bilingual; findings: readonly Finding[] }>[];
  provisions: readonly ProvisionFinding[];
  /** Typed in later than the agency allows without a reason. */
  late: readonly EntryNumber[];
  /** Clocks that were missed, late or not met at all. */
  missed: readonly Deadline[];
}>;

const isPoint = (name: string): name is CheckPoint => Object.hasOwn(checkPoints, name);

/** Pure: what the record says of the case on the day. */
export const compliance = (of: Measured): Compliance => {
  const findings = faults.map(({ measure, ...fault }): Finding => ({ ...fault, ...measure(of) }));
  return {
    fatal: findings.filter(({ id }) => fatalFaults.some((fault) => fault.id === id)),
    checklist: Object.keys(checkPoints)
      .filter(isPoint)
      .map((point) => ({
        point,
        title: checkPoints[point],
        findings: findings.filter(({ points }) => points.includes(point)),
      })),
    provisions: ofProvisions(of),
    late: of.history
      .filter(({ occurredAt, recordedAt }) => addHours(occurredAt, of.lists.lateEntry.hours) < recordedAt)
      .map(({ revision }) => revision),
    missed: of.deadlines.filter(({ state }) => state === 'missed'),
  };
};
