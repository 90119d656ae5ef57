/** docker/compose.eventstoredb.yaml and the pages that tell of it name the same nodes, paths and settings. */
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { isAddress, partsOf } from '../../libs/event-store/src/eventstoredb/address.js';

type Service = Readonly<{
  image?: string;
  user?: string;
  environment?: Readonly<Record<string, unknown>>;
  volumes?: readonly string[];
  secrets?: readonly string[];
  ports?: readonly string[];
  healthcheck?: { test: readonly string[] };
  depends_on?: Readonly<Record<string, unknown>>;
  command?: readonly string[];
}>;
type Compose = Readonly<{
  services: Readonly<Record<string, Service>>;
  volumes: Readonly<Record<string, null>>;
  secrets: Readonly<Record<string, unknown>>;
}>;

const compose = parse(readFileSync('docker/compose.eventstoredb.yaml', 'utf8'), { merge: true }) as Compose;
const [readme, page] = ['docker/README.md', 'docs/eventstoredb.md'].map((file) => readFileSync(file, 'utf8'));
const nodes = Object.entries(compose.services).filter(([name]) => /^node\d$/.test(name));
const addresses = [...`${readme}${page}`.matchAll(/`(esdb:\/\/[^`]+node1[^`]+)`/g)].map(
  ([, one = '']) => one,
);
const { api } = compose.services;

describe('docker/compose.eventstoredb.yaml', () => {
  it('has the three nodes of the addresses that the pages name, and the port of each', () => {
    expect(addresses.length).toBeGreaterThan(1);
    for (const address of addresses) {
      expect(isAddress(address)).toBe(true);
      const { hosts, tls, account } = partsOf(address);
      expect(hosts).toEqual(nodes.map(([name]) => ({ name, port: 2113 })));
      expect({ tls, account }).toEqual({ tls: true, account: true });
    }
  });

  it('has TLS and a password at every node, seeds of the others, and no port for the world', () => {
    for (const [name, node] of nodes) {
      const { environment: env = {}, ports, image, healthcheck } = node;
      const others = nodes.filter(([other]) => other !== name).map(([other]) => `${other}:2113`);
      expect(env['EVENTSTORE_GOSSIP_SEED']).toBe(others.join(','));
      expect(env['EVENTSTORE_CLUSTER_SIZE']).toBe(nodes.length);
      expect(env['EVENTSTORE_NODE_HOST_ADVERTISE_AS']).toBe(name);
      expect(env['EVENTSTORE_REPLICATION_HOST_ADVERTISE_AS']).toBe(name);
      expect(env['EVENTSTORE_CERTIFICATE_FILE']).toBe('/certs/node/node.crt');
      expect(env['EVENTSTORE_DEFAULT_ADMIN_PASSWORD']).toMatch(/^\$\{EVENTSTOREDB_PASSWORD:\?/);
      expect(Object.keys(env).filter((key) => /INSECURE|MEM_DB/.test(key))).toEqual([]);
      expect(ports).toBeUndefined();
      expect(image).toMatch(/:23\.10\./);
      expect(healthcheck?.test.join(' ')).toContain('/health/live');
      expect(api?.depends_on).toHaveProperty(name);
    }
  });

  it('makes a certificate for the name of each node, and gives each its own and nobody else’s', () => {
    const { command = [], volumes = [] } = compose.services['certificates']!;
    expect(command.join('\n')).toContain(`for node in ${nodes.map(([name]) => name).join(' ')}; do`);
    nodes.forEach(([name, node], index) => {
      const own = `certificate${index + 1}`;
      expect(volumes).toContain(`${own}:/${name}`);
      expect(node.volumes).toEqual([
        `${name}:/var/lib/eventstore`,
        `${own}:/certs/node:ro`,
        'ca:/certs/ca:ro',
      ]);
    });
  });

  it('gives the program the authority at the path that its address names, and the address as a secret', () => {
    const files = addresses.filter((one) => readme!.includes(one)).map((one) => partsOf(one).caFile);
    expect(files).toEqual(['/certs/ca/ca.crt']);
    expect(api?.volumes).toContain('ca:/certs/ca:ro');
    expect(api?.environment).toMatchObject({
      EVENT_STORE: 'eventstoredb',
      EVENTSTOREDB_URL_FILE: '/run/secrets/eventstoredb-url',
    });
  });

  it('names no volume, secret or service that it does not have', () => {
    for (const { volumes = [], secrets = [], depends_on = {} } of Object.values(compose.services)) {
      for (const volume of volumes) expect(compose.volumes).toHaveProperty(volume.split(':')[0]!);
      for (const secret of secrets) expect(compose.secrets).toHaveProperty(secret);
      for (const service of Object.keys(depends_on)) expect(compose.services).toHaveProperty(service);
    }
  });
});
