/** Every fault a case is measured by. The list is that of 环执法发〔2024〕4号; (22)–(24) of it were not to be read. */
import type { Fault } from './finding.js';
import { ofDeciding } from './of-deciding.js';
import { ofFactsAndLaw } from './of-facts-and-law.js';
import { ofHearingTheParty } from './of-hearing-the-party.js';
import { ofLettingOff } from './of-letting-off.js';
import { ofMeasures } from './of-measures.js';
import { ofPapers } from './of-papers.js';
import { ofPeople } from './of-people.js';
import { ofTheChecklist } from './of-the-checklist.js';

export const fatalFaults: readonly Fault[] = [
  ...ofPeople,
  ...ofFactsAndLaw,
  ...ofMeasures,
  ...ofHearingTheParty,
  ...ofDeciding,
].sort((a, b) => (a.item ?? 0) - (b.item ?? 0));

export const faults: readonly Fault[] = [...fatalFaults, ...ofTheChecklist, ...ofPapers, ...ofLettingOff];
