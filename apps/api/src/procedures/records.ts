import { EventStore } from '@anjuan/event-store';
import type { Event, Procedure } from '@anjuan/procedure';
import { readRecord, type Standing } from '@anjuan/record';
import { Injectable } from '@nestjs/common';
import { noSuchRecord } from './no-such-record.js';

/** Reads whole records for readers; another agency's record counts as missing. */
@Injectable()
export class Records {
  constructor(private readonly store: EventStore) {}

  /** @throws Problem `no-such-case`, `not-found`; EventUnknown */
  async read<Recorded extends Event<string, unknown>, File>(
    procedure: Procedure<string, Recorded, File>,
    id: string,
    agency: string,
  ): Promise<Standing<Recorded, File>> {
    const standing = await readRecord(this.store, procedure, id);
    if (standing?.agency !== agency) throw noSuchRecord(procedure);
    return standing;
  }
}
