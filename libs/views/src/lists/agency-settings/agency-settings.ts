/** What agencies have set for their people (机关设置), as it is in force: a row for each agency. */
import { agencyVersions, storedAgency } from '@anjuan/registry';
import type { Pool } from 'pg';
import { registryRecord, type RegistryEvent } from '../../registry-record.js';
import { served } from '../../served.js';
import type { View, ViewRecord } from '../../view.js';

const agencies = registryRecord({
  name: 'agency',
  path: 'agencies',
  title: { zh: '机关登记', en: 'Agencies in the registry' },
  versions: agencyVersions,
});

export type AgencySettingsRow = Readonly<{
  agencyId: string;
  /** The same: whose row it is. */
  agency: string;
  /** Null: as the installation has it. */
  secondFactorDemanded: boolean | null;
}>;

export const agencySettingsView: View<RegistryEvent, null> = {
  of: agencies,
  name: 'agency-settings',
  version: '2',
  columns: `
    agency_id text COLLATE "C" PRIMARY KEY,
    agency text NOT NULL,
    second_factor_demanded boolean`,
  indexes: [],
  rows: ({ id: agencyId, history }: ViewRecord<RegistryEvent, null>): readonly AgencySettingsRow[] => {
    const entered = history.map(({ event: { type, data, recordedBy: by, occurredAt } }) => ({
      ...{ type, data, by, occurredAt },
    }));
    return [
      {
        agencyId,
        agency: agencyId,
        secondFactorDemanded: storedAgency(agencyId, entered)?.secondFactorDemanded ?? null,
      },
    ];
  },
};

/** How many agencies demand no second factor, whatever the installation does. @throws ViewNotServed */
export async function agenciesWithoutSecondFactor(pool: Pool): Promise<number> {
  const reading = { pool, view: agencySettingsView.name, scope: 'every-agency' } as const;
  const { many } = await served(reading, (db) =>
    db
      .selectFrom('agencySettings')
      .select(({ fn }) => fn.countAll<string>().as('many'))
      .where('secondFactorDemanded', '=', false)
      .executeTakeFirstOrThrow(),
  );
  return Number(many);
}
