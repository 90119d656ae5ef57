import { BlockList, isIP } from 'node:net';

const names: Readonly<Record<string, readonly string[]>> = {
  none: [],
  loopback: ['127.0.0.0/8', '::1/128'],
  private: ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', 'fc00::/7'],
};

/**
 * The addresses whose X-Forwarded-For is believed, such as `loopback` or `10.0.0.5,10.1.0.0/16`; undefined when the
 * list cannot be read.
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

const add = (known: BlockList, part: string): boolean => {
  const [address = '', prefix, ...more] = part.split('/');
  const family = isIP(address);
  const longest = family === 6 ? 128 : 32;
  if (family === 0 || more.length > 0) return false;
  if (prefix !== undefined && !(/^\d{1,3}$/.test(prefix) && Number(prefix) <= longest)) return false;
  known.addSubnet(address, prefix === undefined ? longest : Number(prefix), family === 6 ? 'ipv6' : 'ipv4');
  return true;
};
