import type { Bilingual } from './said.js';
import { said } from './said.js';

const oldest = '22.6';

/** Why EventStoreDB cannot be used, and who cures it how. The address may hold a password and is not repeated. */
const causes = {
  unknownHost: {
    zh: '无法解析 EVENTSTOREDB_URL 中的主机名，请核对主机名和 DNS',
    en: 'the name of the host in EVENTSTOREDB_URL cannot be resolved: correct the name, or the DNS of this machine',
  },
  nobodyListens: {
    zh: 'EVENTSTOREDB_URL 的主机可以到达，但该端口无程序监听：请启动 EventStoreDB，或核对端口',
    en: 'nobody listens at the port of EVENTSTOREDB_URL: start EventStoreDB, or correct the port',
  },
  unreachable: {
    zh: '无法到达 EVENTSTOREDB_URL 的主机：请核对网络、路由和防火墙',
    en: 'the host of EVENTSTOREDB_URL does not answer: see to the network, its routes and firewalls',
  },
  serverWithoutTls: {
    zh: '服务器未使用 TLS，而地址要求 TLS：请为服务器设置证书，仅限可信网络时在地址中写 tls=false',
    en: 'the server speaks without TLS and the address asks for it: give the server certificates, or, in a network that can be trusted, write tls=false in EVENTSTOREDB_URL',
  },
  serverWithTls: {
    zh: '服务器只接受 TLS，而地址写了 tls=false：请改为 tls=true，并以 tlsCAFile 指明其证书颁发机构',
    en: 'the server speaks TLS alone and the address says tls=false: write tls=true, and name the authority of its certificate by tlsCAFile',
  },
  untrusted: {
    zh: '服务器的证书不受信任：请以 tlsCAFile 指明签发该证书的机构',
    en: 'the certificate of the server is not trusted: name the file of the authority that issued it by tlsCAFile',
  },
  expired: {
    zh: '服务器的证书不在有效期内：请更换证书，并核对两台机器的时钟',
    en: 'the certificate of the server is not valid today: renew it, and compare the clocks of both machines',
  },
  otherName: {
    zh: '服务器的证书不是为该主机名签发的：地址中请使用证书所载的名称，或重新签发',
    en: 'the certificate of the server was issued for another name: use a name that it contains in EVENTSTOREDB_URL, or issue it anew',
  },
  wrongPassword: {
    zh: 'EventStoreDB 不接受 EVENTSTOREDB_URL 中的账号或密码：请核对账号与密码，以及账号是否停用',
    en: 'EventStoreDB does not accept the account and the password in EVENTSTOREDB_URL: correct them, and see that the account is not disabled',
  },
  noAccount: {
    zh: 'EventStoreDB 要求账号，而 EVENTSTOREDB_URL 中没有：请写成 esdb://账号:密码@主机:端口',
    en: 'EventStoreDB wants an account and EVENTSTOREDB_URL has none: write esdb://account:password@host:port',
  },
  mayNotReadAll: {
    zh: '该账号无权读取 $all：请管理员在 $all 的元数据中将其列入 $acl 的 $r',
    en: 'the account may not read $all: its operator lists it under $r in the $acl of the metadata of $all',
  },
  mayNotRead: {
    zh: '该账号无权读取案卷的流或其元数据：请管理员在 $settings 的 $userStreamAcl 中将其列入 $r 和 $mr',
    en: 'the account may not read the streams of the record or their metadata: its operator lists it under $r and $mr of $userStreamAcl in $settings',
  },
  mayNotWrite: {
    zh: '该账号无权写入案卷的流：请管理员在 $settings 的 $userStreamAcl 中将其列入 $w',
    en: 'the account may not write to the streams of the record: its operator lists it under $w of $userStreamAcl in $settings',
  },
  otherPrefix: {
    zh: 'PostgreSQL 所记案卷的流名开头与 EVENTSTOREDB_PREFIX 不同：请将 EVENTSTOREDB_PREFIX 改回，或者指明另一份案卷的数据库',
    en: 'the streams of the record that PostgreSQL knows begin otherwise than EVENTSTOREDB_PREFIX says: put EVENTSTOREDB_PREFIX right, or name the database of the other record',
  },
  tooOld: {
    zh: `EventStoreDB 的版本低于 ${oldest}：请先升级服务器`,
    en: `EventStoreDB is older than ${oldest}: upgrade the server first`,
  },
  limits: {
    zh: '服务器的 $settings 或 $all 的元数据中有会删除记录的期限或条数（$maxAge、$maxCount、$tb）：请管理员删去',
    en: 'the $settings of the server, or the metadata of $all, have a limit that deletes events ($maxAge, $maxCount, $tb): its operator removes it',
  },
  noLeader: {
    zh: 'EventStoreDB 的节点可以到达，但集群尚无领导节点：请等待选举，并核对集群的其他节点',
    en: 'the nodes of EventStoreDB are reached but none of them leads: wait for the election, and see to the other nodes of the cluster',
  },
  silent: {
    zh: '已连接 EventStoreDB，但它迟迟没有应答：服务器可能正在启动或过载，请稍后再启动本程序',
    en: 'the server is reached and does not answer in time: it may be starting or have too much to do, start this program again later',
  },
  otherServer: {
    zh: 'EVENTSTOREDB_URL 处有程序监听，但不按 EventStoreDB 的协议应答：请核对端口和中间的代理',
    en: 'what listens at EVENTSTOREDB_URL does not answer as EventStoreDB does: correct the port, or the proxy in between',
  },
} as const satisfies Record<string, Bilingual>;

export type CauseOfNoStore = keyof typeof causes;

export const oldestVersion = oldest;

/** EventStoreDB cannot be used, for one of the known causes. */
export class NoEventStore extends Error {
  override readonly name = 'NoEventStore';
  constructor(
    readonly reason: CauseOfNoStore,
    /** what was found, such as a version */
    found?: string,
    options?: ErrorOptions,
  ) {
    const { zh, en } = causes[reason];
    const seen = found === undefined ? '' : ` (${found})`;
    super(
      said({ zh: `无法使用 EventStoreDB：${zh}${seen}`, en: `EventStoreDB cannot be used: ${en}${seen}` }),
      options,
    );
  }
}
