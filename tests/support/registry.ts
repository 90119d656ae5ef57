/** Entered in a registry by one, and approved by another where that takes two. */
import type { AgencyLists } from '@anjuan/law';
import type { PersonChange, Recorder, Registry } from '@anjuan/registry';

const approver = (by: Recorder): Recorder => ({
  ...by,
  person: 'second',
  command: { ...by.command, id: `${by.command.id}/approved` },
});

export const changed = async (
  registry: Registry,
  person: string,
  change: PersonChange,
  by: Recorder,
): Promise<void> => {
  const { proposal } = await registry.change(person, change, by);
  if (proposal !== undefined) await registry.changesOfPeople.approve(person, [proposal], approver(by));
};

export const granted = (
  registry: Registry,
  person: string,
  data: Extract<PersonChange, { type: 'CapacityGranted' }>['data'],
  by: Recorder,
): Promise<void> => changed(registry, person, { type: 'CapacityGranted', data }, by);

/** The version of the lists. */
export const listsSet = async (
  registry: Registry,
  agency: string,
  lists: Omit<AgencyLists, 'version'>,
  by: Recorder,
): Promise<string> => {
  const { version, proposal } = await registry.setLists(agency, lists, by);
  if (proposal !== undefined) await registry.changesOfAgencies.approve(agency, [proposal], approver(by));
  return version;
};
