import { BlockList, isIP } from 'node:net';

const names: Readonly<Record<string, readonly string[]>> = {
  none: [],
  loopback: ['127.0.0.0/8', '::1/128'],
  private: ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', 'fc00::/7'],
};

/** The shortest prefix of a network of proxies: a wider one is half the world, whose every word would be believed. */
const widest = { 4: 8, 6: 7 } as const;

/** Every IPv4 address as IPv6 writes it: ::ffff:0:0/96. */
const mapped = { first: '::ffff:0:0', from: 96 } as const;

/**
 * The addresses whose X-Forwarded-For is believed, such as `loopback` or `10.0.0.5,10.1.0.0/16`; undefined when the
 * list cannot be read, or names a network that is no place of proxies.
 */
export const trustedProxies = (list: string): ((address: string) => boolean) | undefined => {
  const known = new BlockList();
  for (const part of list.split(',').flatMap(named)) if (!add(known, part)) return undefined;
  return (address) => {
    const family = isIP(address);
    return family !== 0 && known.check(address, family === 6 ? 'ipv6' : 'ipv4');
  };
};

const named = (part: string): readonly string[] =>
  Object.hasOwn(names, part.trim()) ? (names[part.trim()] ?? []) : [part.trim()];

const isMapped = (address: string): boolean => new URL(`http://[${address}]`).hostname.startsWith('[::ffff:');

const isTooWide = (address: string, prefix: number, family: 4 | 6): boolean => {
  if (prefix < widest[family]) return true;
  if (family === 4) return false;
  const alone = new BlockList();
  alone.addSubnet(address, prefix, 'ipv6');
  return prefix <= mapped.from
    ? alone.check(mapped.first, 'ipv6')
    : prefix < mapped.from + widest[4] && isMapped(address);
};

const add = (known: BlockList, part: string): boolean => {
  const [address = '', given, ...more] = part.split('/');
  const family = isIP(address);
  if ((family !== 4 && family !== 6) || more.length > 0) return false;
  const longest = family === 6 ? 128 : 32;
  if (given !== undefined && !(/^\d{1,3}$/.test(given) && Number(given) <= longest)) return false;
  const prefix = given === undefined ? longest : Number(given);
  if (isTooWide(address, prefix, family)) return false;
  known.addSubnet(address, prefix, family === 6 ? 'ipv6' : 'ipv4');
  return true;
};
