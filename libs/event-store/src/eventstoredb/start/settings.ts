import { status } from '@grpc/grpc-js';
import { partsOf } from '../address.js';
import type { Connection } from '../connection.js';
import { jsonIn, limitIn, metadataStream } from '../ours.js';
import type { Stored } from '../protocol.js';
import { statusOf } from '../trouble.js';
import { NoEventStore } from './no-event-store.js';
import { said, type Bilingual } from './said.js';

type Examined = Readonly<{ connection: Connection; address: string }>;

const settings = '$settings';

/** The last settings in that stream; `unseen`: only an administrator may read them. */
async function lastSettings(
  { connection }: Examined,
  stream: string,
): Promise<Stored | 'unseen' | undefined> {
  try {
    const found = await connection.last(stream);
    return found === 'deleted' ? undefined : found[0];
  } catch (error) {
    if (statusOf(error) !== status.PERMISSION_DENIED) throw error;
    return 'unseen';
  }
}

/** Of all streams. @throws NoEventStore where one would take events away */
export async function withoutLimits(examined: Examined): Promise<string | undefined> {
  let unseen = false;
  for (const stream of [settings, metadataStream('$all')]) {
    const last = await lastSettings(examined, stream);
    if (last === 'unseen') unseen = true;
    else if (last && limitIn(last) !== undefined) throw new NoEventStore('limits', stream);
  }
  return unseen ? '本账号无权查看 may not be seen by this account: $settings' : undefined;
}

const warnings = {
  everybody: {
    zh: '服务器不要求账号：能到达它的人都可以写入和删除案卷，见 docs/eventstoredb.md',
    en: 'the server asks for no account: everybody who reaches it may write into every case and delete it, see docs/eventstoredb.md',
  },
  administrator: {
    zh: '本程序的账号是服务器的管理员（可读 $settings），能够删除案卷：请另设账号，见 docs/eventstoredb.md',
    en: 'the account of this program is an administrator of the server, as it may read $settings, and may delete every case: give it one of its own, see docs/eventstoredb.md',
  },
  noDefaultAcl: {
    zh: '$settings 中没有 $userStreamAcl：服务器的每个账号都可以写入和删除案卷，见 docs/eventstoredb.md',
    en: '$settings has no $userStreamAcl: every account of the server may write into every case and delete it, see docs/eventstoredb.md',
  },
} as const satisfies Record<string, Bilingual>;

/** What others than this program may do to the record, as far as this account can see. */
export async function openToOthers(examined: Examined): Promise<readonly string[]> {
  const last = await lastSettings(examined, settings);
  if (last === 'unseen') return [];
  if (!partsOf(examined.address).account) return [said(warnings.everybody)];
  const acl = last && jsonIn(last.bytes)['$userStreamAcl'];
  return [warnings.administrator, ...(acl === undefined ? [warnings.noDefaultAcl] : [])].map(said);
}
