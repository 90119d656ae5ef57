import { binaryEvent, EventStoreDBClient, jsonEvent } from '@eventstore/db-client';

/** The server's operator, or another program: by the server's own requests, not through the store. */
export class Operator {
  readonly #client: EventStoreDBClient;
  readonly #prefix: string;

  constructor(address: string, prefix: string) {
    this.#client = EventStoreDBClient.connectionString(address);
    this.#prefix = prefix;
  }

  async deleteForGood(stream: string): Promise<void> {
    await this.#client.tombstoneStream(this.#prefix + stream);
  }

  async deleteSoftly(stream: string): Promise<void> {
    await this.#client.deleteStream(this.#prefix + stream);
  }

  async tell(stream: string, metadata: Readonly<Record<string, unknown>>): Promise<void> {
    await this.#client.setStreamMetadata(this.#prefix + stream, metadata);
  }

  async writeJson(stream: string): Promise<void> {
    await this.#client.appendToStream(this.#prefix + stream, jsonEvent({ type: 'NotOurs', data: { a: 1 } }));
  }

  async writeBytes(
    stream: string,
    bytes: Uint8Array,
    { type = 'NotOurs', id = crypto.randomUUID() }: Readonly<{ type?: string; id?: string }> = {},
  ): Promise<void> {
    await this.#client.appendToStream(this.#prefix + stream, binaryEvent({ id, type, data: bytes }));
  }

  async close(): Promise<void> {
    await this.#client.dispose();
  }
}
