import { createServer } from 'node:net';
import { codeOf } from '@anjuan/program';

/** The program cannot answer at the address that the configuration names. */
export class AddressUnusable extends Error {
  override readonly name = 'AddressUnusable';
}

type Names = Readonly<{ host: string; port: string }>;
type At = Readonly<{ host: string; port: number; names?: Names }>;

const ours = { host: 'HOST', port: 'PORT' };

/** Listens for a moment, to find a fault of the address before anything is opened. Gives the port, for 0 a free one. */
export const freePort = async ({ host, port, names = ours }: At): Promise<number> => {
  const probe = createServer();
  await new Promise<void>((resolve, reject) => {
    probe.once('error', reject).listen(port, host, resolve);
  }).catch((error: unknown) => {
    throw addressUnusable({ host, port, names }, error);
  });
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  return typeof address === 'object' && address !== null ? address.port : port;
};

/** What listening failed with, in a sentence. */
export const addressUnusable = ({ host, port, names = ours }: At, cause: unknown): Error => {
  const code = codeOf(cause);
  const at = `${host}:${String(port)}`;
  const { zh, en } = (reasons[code] ?? otherwise(code))(names);
  return new AddressUnusable(`无法监听 ${at}：${zh}。The program cannot listen at ${at}: ${en}.`, { cause });
};

type Reason = (names: Names) => Readonly<{ zh: string; en: string }>;

const unknownHost: Reason = ({ host }) => ({
  zh: `${host} 的名称无法解析，请改为本机的地址`,
  en: `the name in ${host} cannot be resolved, set it to an address of this machine`,
});
const reasons: Readonly<Record<string, Reason>> = {
  EADDRINUSE: ({ port }) => ({
    zh: `端口已被占用，请停止占用它的程序，或另设 ${port}`,
    en: `the port is taken, stop the program that uses it or set ${port} to another`,
  }),
  EACCES: ({ port }) => ({
    zh: `本程序的用户无权使用此端口，请将 ${port} 设为 1024 以上`,
    en: `the user of this program may not use that port, set ${port} to one above 1023`,
  }),
  EADDRNOTAVAIL: ({ host }) => ({
    zh: `${host} 不是本机的地址`,
    en: `${host} is no address of this machine`,
  }),
  ENOTFOUND: unknownHost,
  EAI_AGAIN: unknownHost,
};
const otherwise =
  (code: string): Reason =>
  ({ host, port }) => ({
    zh: `系统拒绝（${code}），请检查 ${host} 与 ${port}`,
    en: `the system refuses (${code}), check ${host} and ${port}`,
  });
