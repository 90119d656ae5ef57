/** `anjuan doctor`: whether the record can be kept on that EventStoreDB, and whether PostgreSQL agrees with it. */
import { describeDifference, examineEventStoreDb } from '@anjuan/event-store';
import { openEventStoreDbTables } from '../views/open-store.js';
import { examining } from './messages.js';

type Line = Readonly<{ what: string; found?: string; warnings?: readonly string[]; fault?: string }>;

/** Prints the findings; 1 where there is a fault. @throws NoStore, NoDatabase */
export async function doctor(json: boolean, env: NodeJS.ProcessEnv): Promise<number> {
  const { pool, options, close } = await openEventStoreDbTables(env);
  try {
    const { checks, halves } = await examineEventStoreDb(pool, options);
    const lines: readonly Line[] = [
      ...checks.map(({ fault, ...one }) => ({ ...one, ...(fault && { fault: fault.message }) })),
      ...(halves === undefined
        ? []
        : [{ what: 'halves', ...(halves.found !== 'same' && { fault: describeDifference(halves) }) }]),
    ];
    const said = lines.map(({ what, ...found }) => examining.line(what, found)).join('\n');
    console.log(json ? JSON.stringify({ checks: lines }, null, 2) : said);
    return lines.some(({ fault }) => fault !== undefined) ? 1 : 0;
  } finally {
    await close();
  }
}
