import type { NetConnectOpts } from 'node:net';

const defaultPort = 3310;

/** `tcp://host:3310` or `unix:///run/clamav/clamd.ctl`. Undefined: neither. */
export const clamdAddress = (text: string): NetConnectOpts | undefined => {
  const unix = /^unix:(?:\/\/)?(\/(?!\/)[^\0]+)$/.exec(text)?.[1];
  if (unix !== undefined) return { path: unix };
  const [, six, name, port = String(defaultPort)] =
    /^tcp:\/\/(?:\[([0-9a-f:.]+)\]|([a-z0-9._-]+))(?::(\d{1,5}))?$/i.exec(text) ?? [];
  const host = six ?? name;
  return host !== undefined && Number(port) >= 1 && Number(port) <= 65_535
    ? { host, port: Number(port) }
    : undefined;
};
