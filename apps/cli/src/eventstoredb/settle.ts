/** `anjuan settle`: PostgreSQL is new, or either half was put back to an older copy. */
import { describeDamage, settleEventStoreDb } from '@anjuan/event-store';
import { builtInIssuer, createAccounts, migrate as migrateIdentity } from '@anjuan/identity';
import { both } from '@anjuan/program';
import type pg from 'pg';
import { openEventStoreDbTables } from '../views/open-store.js';
import { settlingText } from './messages.js';

export type SettleCommand = Readonly<{ command: 'settle'; accept: string | undefined; json: boolean }>;
type Met = Readonly<{ stream: string; type: string; data: unknown }>;

/** Prints what was derived and what is lost; 1 where something is. @throws NoStore, NoEventStore, HalvesDiffer */
export async function settle({ accept, json }: SettleCommand, env: NodeJS.ProcessEnv): Promise<number> {
  const { pool, options, close } = await openEventStoreDbTables(env);
  try {
    const opened = new Map<string, string>();
    const meet = (event: Met): readonly string[] => {
      const account = accountIn(event);
      if (account !== undefined && event.type === 'AccountOpened')
        opened.set(account, event.stream.replace(/^person-/, ''));
      if (account !== undefined && event.type === 'AccountClosed') opened.delete(account);
      return erasedBy(event);
    };
    const settled = await settleEventStoreDb(pool, options, { accept, meet });
    const without = await withoutAccount(pool, opened);
    const { events, derived, derivedIn, withoutDigest, notDerived, lost, disclosures, removed } = settled;
    const done = [
      both(settlingText.done(events, derived)),
      ...(derived > 0 ? [both(settlingText.derivedIn(derivedIn))] : []),
    ];
    const said = [
      ...(withoutDigest > 0 ? [settlingText.withoutDigest(withoutDigest)] : []),
      ...(notDerived.commands > 0 ? [settlingText.notDerived(notDerived.commands, notDerived.streams)] : []),
      ...(lost.commands > 0 ? [settlingText.lost(lost)] : []),
      ...(disclosures.missing > 0
        ? [settlingText.disclosures(disclosures.missing, disclosures.streams)]
        : []),
      ...(removed > 0 ? [settlingText.removed(removed)] : []),
      ...(without.length > 0 ? [settlingText.accounts(without)] : []),
    ];
    const wrong = [...said.map(both), ...settled.damaged.map(describeDamage)];
    console.log(
      json
        ? JSON.stringify({ ...settled, withoutAccount: without }, null, 2)
        : [...done, ...wrong].join('\n'),
    );
    return wrong.length > 0 ? 1 : 0;
  } finally {
    await close();
  }
}

/** The id of the event's account at the built-in issuer. */
const accountIn = ({ data }: Met): string | undefined => {
  const { issuer, subject } = data as { issuer?: unknown; subject?: unknown };
  return issuer === builtInIssuer && typeof subject === 'string' ? subject : undefined;
};

const erasedBy = ({ type, data }: Met): readonly string[] =>
  type === 'ErasureOrdered' ? (data as { digests: readonly string[] }).digests : [];

/** The people of accounts that the database does not have. */
const withoutAccount = async (pool: pg.Pool, opened: ReadonlyMap<string, string>): Promise<string[]> => {
  await migrateIdentity(pool);
  const accounts = createAccounts(pool);
  const without: string[] = [];
  for (const [account, person] of opened) if (!(await accounts.exists(account))) without.push(person);
  return without;
};
