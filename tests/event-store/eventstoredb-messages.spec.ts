import shared from '@eventstore/db-client/generated/shared_pb.js';
import streams from '@eventstore/db-client/generated/streams_pb.js';
import * as fc from 'fast-check';
import { appendRequest } from '../../libs/event-store/src/eventstoredb/append-messages.js';
import { MessageReader } from '../../libs/event-store/src/eventstoredb/protobuf.js';
import { storedIn } from '../../libs/event-store/src/eventstoredb/protocol.js';

/** What is read by hand, beside what the server's own definition makes of it; and what is written. */
describe('Messages of EventStoreDB', () => {
  const texts = fc.record({
    id: fc.uuid(),
    stream: fc.string({ unit: 'binary' }),
    type: fc.string({ unit: 'binary' }),
    revision: fc.bigInt(0n, 2n ** 53n - 1n),
    position: fc.bigInt(0n, 2n ** 63n - 1n),
    bytes: fc.uint8Array({ maxLength: 300 }),
    metadata: fc.uint8Array({ maxLength: 30 }),
  });

  it('an event is read as the definition reads it', () => {
    fc.assert(
      fc.property(texts, ({ id, stream, type, revision, position, bytes, metadata }) => {
        const event = new streams.ReadResp.ReadEvent.RecordedEvent();
        event.setId(new shared.UUID().setString(id));
        event.setStreamIdentifier(new shared.StreamIdentifier().setStreamName(Buffer.from(stream)));
        event.setStreamRevision(String(revision)).setCommitPosition(String(position));
        event.setPreparePosition(String(position)).setData(bytes).setCustomMetadata(metadata);
        event.getMetadataMap().set('type', type).set('content-type', 'application/octet-stream');
        event.getMetadataMap().set('created', '17400000000000000');
        const answer = new streams.ReadResp().setEvent(new streams.ReadResp.ReadEvent().setEvent(event));
        const at = String(position).padStart(19, '0');
        expect(storedIn(Buffer.from(answer.serializeBinary()))).toEqual({
          id,
          stream: Buffer.from(stream).toString('utf8'),
          type,
          revision: Number(revision),
          position: `${at}-${at}`,
          created: 17400000000000000,
          binary: true,
          bytes: Buffer.from(bytes),
          metadata: Buffer.from(metadata),
        });
      }),
    );
  });

  /** An event within its two wrappings. */
  const wrapped = (event: readonly number[]): Buffer =>
    Buffer.from([0x0a, event.length + 2, 0x0a, event.length, ...event]);

  it.each([
    ['a number where bytes are due', wrapped([0x40, 3])],
    ['bytes where a number is due', wrapped([0x1a, 1, 5])],
    ['a text that is none', wrapped([0x12, 4, 0x1a, 2, 0xc3, 0x28])],
    ['the beginning of a group', wrapped([0x4b, 1, 2, 3, 4, 5, 6, 7, 8])],
    ['the end of a group', wrapped([0x4c])],
    ['a kind that there is not', wrapped([0x4f, 0, 0, 0, 0])],
    ['eight bytes of which there is one', wrapped([0x49, 1])],
    ['four bytes of which there is one', wrapped([0x4d, 1])],
    ['a field without a number', wrapped([0x02, 1, 5])],
    ['a length beyond the message', wrapped([0x42, 9, 1])],
    ['a length beyond the part, within the message', Buffer.from([0x0a, 2, 0x0a, 1, 0x42, 1, 1])],
    ['a number without an end', wrapped([0x18, ...Array<number>(11).fill(0xff), 1])],
    ['a number that ends with the part', Buffer.from([0x0a, 4, 0x0a, 2, 0x18, 0x80, 1])],
  ])('%s is refused', (_, message) => {
    expect(() => storedIn(message)).toThrow();
  });

  it('what is not taken is passed over', () => {
    const message = new MessageReader(
      Buffer.from([0x08, 0x96, 1, 0x11, ...Array<number>(8).fill(7), 0x1a, 1, 9, 0x25, 1, 2, 3, 4, 0x28, 5]),
    );
    const fields: number[] = [];
    for (let field = message.next(); field !== 0; field = message.next()) {
      fields.push(field);
      if (field === 5) expect(message.digits()).toBe('5');
      else message.skip();
    }
    expect(fields).toEqual([1, 2, 3, 4, 5]);
  });

  it('an append is written as the definition reads it', () => {
    const bytes = fc.uint8Array({ maxLength: 300 });
    const event = fc.record({
      id: fc.uuid(),
      type: fc.string({ unit: 'binary' }),
      bytes,
      digest: fc.string(),
    });
    const of = fc.array(event, { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.integer({ min: -1 }), of, (stream, expected, events) => {
        const deadline = new Date('2025-03-03T01:00:00.250Z');
        const { id, request } = appendRequest(stream, expected, events, deadline);
        const read = streams.BatchAppendReq.deserializeBinary(request);
        expect(read.getCorrelationId()?.getString()).toBe(id);
        expect(read.getIsFinal()).toBe(true);
        const options = read.getOptions()!;
        expect(Buffer.from(options.getStreamIdentifier()!.getStreamName_asU8())).toEqual(Buffer.from(stream));
        expect(options.hasNoStream()).toBe(expected < 0);
        if (expected >= 0) expect(options.getStreamPosition()).toBe(String(expected));
        expect(options.getDeadline()?.toDate()).toEqual(deadline);
        expect(
          read.getProposedMessagesList().map((one) => ({
            id: one.getId()?.getString(),
            type: one.getMetadataMap().get('type'),
            content: one.getMetadataMap().get('content-type'),
            bytes: one.getData_asU8(),
            metadata: JSON.parse(Buffer.from(one.getCustomMetadata_asU8()).toString('utf8')),
          })),
        ).toEqual(
          events.map(({ id: eventId, type, bytes: content, digest }) => ({
            id: eventId,
            type,
            content: 'application/octet-stream',
            bytes: content,
            metadata: { digest },
          })),
        );
      }),
    );
  });

  it.each([
    ['a stream', 'x'.repeat(5_000), 0, 'CaseFiled'],
    ['a type', 'a', 0, '案'.repeat(5_000)],
    ['a revision', 'a', Number.MAX_SAFE_INTEGER, 'CaseFiled'],
    ['a revision of more than 32 bits', 'a', 2 ** 33 + 5, 'CaseFiled'],
  ])('%s beyond what is common is written whole', (_, stream, expected, type) => {
    const event = { id: crypto.randomUUID(), type, bytes: Buffer.from('{}'), digest: 'd' };
    const { request } = appendRequest(stream, expected, [event, event], new Date(0));
    const read = streams.BatchAppendReq.deserializeBinary(request);
    const options = read.getOptions()!;
    expect(Buffer.from(options.getStreamIdentifier()!.getStreamName_asU8()).toString()).toBe(stream);
    expect(options.getStreamPosition()).toBe(String(expected));
    expect(read.getProposedMessagesList().map((one) => one.getMetadataMap().get('type'))).toEqual([
      type,
      type,
    ]);
  });
});
