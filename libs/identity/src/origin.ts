/** Where a sign-in comes from: a browser that signed in with this login before, or else a network address. */
export type Origin = Readonly<{ device: string }> | Readonly<{ address: string }>;

export const textOf = (origin: Origin): string =>
  'device' in origin ? `device:${origin.device}` : `address:${networkOf(origin.address)}`;

/** Of an IPv6 address the first 64 bits: the rest is its owner's to choose. */
export const networkOf = (address: string): string => {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped !== undefined) return mapped;
  const [plain = ''] = address.split('%');
  if (!plain.includes(':')) return plain;
  const network = groupsOf(plain)
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16));
  return `${network.join(':')}::/64`;
};

const parts = (groups: string): readonly string[] => (groups === '' ? [] : groups.split(':'));

const groupsOf = (address: string): readonly string[] => {
  const [before = '', after] = address.split('::');
  if (after === undefined) return parts(before);
  const [left, right] = [parts(before), parts(after)];
  const zeros = Array.from({ length: Math.max(0, 8 - left.length - right.length) }, () => '0');
  return [...left, ...zeros, ...right];
};
