/** The settings of a bucket: all that is wrong is said at once, and no secret is repeated. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { bucketSettings } from '@anjuan/documents';
import { loadConfig } from '../../apps/api/src/parts/config.js';
import { certificate } from '../support/certificate.js';
import { removeFolder, temporaryFolder } from '../support/folder.js';

const whole = {
  FILE_STORE: 's3',
  S3_ENDPOINT: 'https://s3.example:9000',
  S3_BUCKET: 'papers',
  S3_ACCESS_KEY_ID: 'key',
  S3_SECRET_ACCESS_KEY: 'secret-of-ours',
};
const wrongIn = (env: Record<string, string>): readonly string[] => {
  try {
    loadConfig(env);
    return [];
  } catch (error) {
    return (error as Error).message.split('\n').slice(1);
  }
};

it('A bucket is used with its defaults', () => {
  expect(wrongIn(whole)).toEqual([]);
  expect(bucketSettings(whole)).toMatchObject({
    endpoint: 'https://s3.example:9000',
    region: 'us-east-1',
    addressing: 'path',
    prefix: '',
    timeoutMs: 20_000,
  });
  expect(bucketSettings({})).toBeUndefined();
});

it.each<[string, Record<string, string>, RegExp]>([
  ['another store', { FILE_STORE: 'ftp' }, /^FILE_STORE.+folder.+s3/],
  ['settings of a bucket that is not used', { S3_BUCKET: 'papers' }, /^S3_BUCKET.+FILE_STORE=s3/],
  ['no endpoint', { ...whole, S3_ENDPOINT: '' }, /^S3_ENDPOINT.+must be given/],
  ['no bucket', { ...whole, S3_BUCKET: '' }, /^S3_BUCKET.+must be given/],
  ['no key', { ...whole, S3_ACCESS_KEY_ID: '' }, /^S3_ACCESS_KEY_ID.+must be given/],
  ['no secret', { ...whole, S3_SECRET_ACCESS_KEY: '' }, /^S3_SECRET_ACCESS_KEY.+must be given/],
  ['an endpoint with a path', { ...whole, S3_ENDPOINT: 'https://s3.example/x' }, /^S3_ENDPOINT.+scheme/],
  [
    'an endpoint with a password',
    { ...whole, S3_ENDPOINT: 'https://a:b@s3.example' },
    /^S3_ENDPOINT.+scheme/,
  ],
  ['an endpoint that is none', { ...whole, S3_ENDPOINT: 's3.example' }, /^S3_ENDPOINT.+scheme/],
  ['plain http off the machine', { ...whole, S3_ENDPOINT: 'http://s3.example' }, /^S3_ENDPOINT.+https/],
  ['a bucket’s name in capitals', { ...whole, S3_BUCKET: 'Papers' }, /^S3_BUCKET.+3 to 63/],
  ['a prefix without a slash', { ...whole, S3_PREFIX: 'anjuan' }, /^S3_PREFIX.+slash/],
  ['a prefix that goes up', { ...whole, S3_PREFIX: '../anjuan/' }, /^S3_PREFIX/],
  ['a region that is none', { ...whole, S3_REGION: 'cn north' }, /^S3_REGION/],
  ['a secret with a blank', { ...whole, S3_SECRET_ACCESS_KEY: 'a secret' }, /^S3_SECRET_ACCESS_KEY.+blanks/],
  ['another addressing', { ...whole, S3_ADDRESSING: 'virtual' }, /^S3_ADDRESSING.+path, host/],
  [
    'a dotted bucket before the host',
    { ...whole, S3_ADDRESSING: 'host', S3_BUCKET: 'papers.of.ours' },
    /^S3_ADDRESSING.+dot/,
  ],
  ['no patience', { ...whole, S3_TIMEOUT_SECONDS: '0' }, /^S3_TIMEOUT_SECONDS.+1 to 600/],
  ['a patience in hours', { ...whole, S3_TIMEOUT_SECONDS: '1h' }, /^S3_TIMEOUT_SECONDS/],
  ['a certificate that is not there', { ...whole, S3_CA: '/not/there.pem' }, /^S3_CA/],
  ['a certificate that is none', { ...whole, S3_CA: 'package.json' }, /^S3_CA.+PEM/],
  ['files larger than one request may put', { ...whole, MAX_UPLOAD_MB: '5121' }, /^MAX_UPLOAD_MB.+5120/],
])('%s is refused by its name', (_, env, says) => {
  const wrong = wrongIn(env);
  expect(wrong).toEqual([expect.stringMatching(says)]);
  expect(wrong.join()).not.toMatch(/secret-of-ours|a secret/);
});

it('Everything that is wrong is said at once', () => {
  const wrong = wrongIn({ FILE_STORE: 's3', S3_ENDPOINT: 'ftp://x', S3_REGION: '?', S3_ADDRESSING: '?' });
  expect(wrong.map((one) => /^[A-Z0-9_]+/.exec(one)?.[0]).sort()).toEqual([
    'S3_ACCESS_KEY_ID',
    'S3_ADDRESSING',
    'S3_BUCKET',
    'S3_ENDPOINT',
    'S3_REGION',
    'S3_SECRET_ACCESS_KEY',
  ]);
});

it('Key and secret come from files, the authority’s certificate too', async () => {
  const folder = await temporaryFolder();
  const [key, secret, ca] = ['key', 'secret', 'ca.pem'].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ];
  await Promise.all([writeFile(key, 'k\n'), writeFile(secret, 's\n'), writeFile(ca, certificate().cert)]);
  const { S3_ENDPOINT, S3_BUCKET } = whole;
  const files = { S3_ACCESS_KEY_ID_FILE: key, S3_SECRET_ACCESS_KEY_FILE: secret, S3_CA: ca };
  const config = loadConfig({ FILE_STORE: 's3', S3_ENDPOINT, S3_BUCKET, ...files });
  expect(bucketSettings(config)).toMatchObject({
    accessKeyId: 'k',
    secretAccessKey: 's',
    ca: expect.stringMatching(/BEGIN CERTIFICATE/),
  });
  await removeFolder(folder);
});
