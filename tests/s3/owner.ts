import { createHash } from 'node:crypto';
import type { BucketSettings } from '@anjuan/documents';
import { AwsV4Signer } from 'aws4fetch';

const sha256 = (bytes: string | Buffer): string => createHash('sha256').update(bytes).digest('hex');
export const keyOf = (hash: string): string => `${hash.slice(0, 2)}/${hash.slice(2, 4)}/${hash}`;

/** Somebody with an access key at a server of the S3 protocol: the operator of the bucket, and whoever harms it. */
export class Owner {
  constructor(
    private readonly endpoint: string,
    readonly name: string,
    readonly accessKeyId: string,
    readonly secretAccessKey: string,
  ) {}

  async ask(method: string, path: string, body: string | Buffer = ''): Promise<Response> {
    const signed = await new AwsV4Signer({
      method,
      url: `${this.endpoint}/${path}`,
      headers: { 'x-amz-content-sha256': sha256(body) },
      accessKeyId: this.accessKeyId,
      secretAccessKey: this.secretAccessKey,
      region: 'us-east-1',
      service: 's3',
    }).sign();
    const answer = await fetch(signed.url, {
      method,
      headers: signed.headers,
      ...(method === 'PUT' && { body: typeof body === 'string' ? body : new Uint8Array(body) }),
    });
    if (answer.status >= 300 && answer.status !== 404)
      throw new Error(`${method} ${path}: ${await answer.text()}`);
    return answer;
  }

  async makeBucket(name: string): Promise<string> {
    await this.ask('PUT', name);
    return name;
  }

  /** Names of the objects. */
  async list(bucket: string): Promise<string[]> {
    const text = await (await this.ask('GET', `${bucket}?list-type=2`)).text();
    return [...text.matchAll(/<Key>([^<]+)<\/Key>/g)].map(([, key = '']) => key);
  }

  async bytesOf(bucket: string, hash: string, prefix = ''): Promise<Buffer | undefined> {
    const answer = await this.ask('GET', `${bucket}/${prefix}${keyOf(hash)}`);
    return answer.status === 404 ? undefined : Buffer.from(await answer.arrayBuffer());
  }

  async put(bucket: string, key: string, bytes: Buffer): Promise<void> {
    await this.ask('PUT', `${bucket}/${key}`, bytes);
  }

  async remove(bucket: string, key: string): Promise<void> {
    await this.ask('DELETE', `${bucket}/${key}`);
  }

  /** All that the other may do there. */
  async grant(bucket: string, { name }: Owner, actions: readonly string[]): Promise<void> {
    const Resource = [`arn:aws:s3:::${bucket}`, `arn:aws:s3:::${bucket}/*`];
    const Principal = { AWS: [`arn:aws:iam:::user/${name}`] };
    const Statement = [{ Effect: 'Allow', Principal, Action: actions, Resource }];
    await this.ask('PUT', `${bucket}?policy=`, JSON.stringify({ Version: '2012-10-17', Statement }));
  }

  settings(bucket: string, more: Partial<BucketSettings> = {}): BucketSettings {
    const { endpoint, accessKeyId, secretAccessKey } = this;
    const usual = { region: 'us-east-1', prefix: '', addressing: 'path', timeoutMs: 60_000 } as const;
    return { endpoint, bucket, accessKeyId, secretAccessKey, ...usual, ...more };
  }

  /** As the program is told. */
  env(bucket: string, more: Readonly<Record<string, string>> = {}): Record<string, string> {
    return {
      FILE_STORE: 's3',
      S3_ENDPOINT: this.endpoint,
      S3_BUCKET: bucket,
      S3_ACCESS_KEY_ID: this.accessKeyId,
      S3_SECRET_ACCESS_KEY: this.secretAccessKey,
      ...more,
    };
  }
}
