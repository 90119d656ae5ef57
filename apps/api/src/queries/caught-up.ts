import { EventStore, PositionUnknown } from '@anjuan/event-store';
import { ViewRunner, type View } from '@anjuan/views';
import { Injectable } from '@nestjs/common';
import { Problem } from '../http/problems.js';

const patienceMs = 5_000;
const isPosition = /^\d+(-\d+)?$/;

/** So that a reader sees in a list what they have just done. */
@Injectable()
export class CaughtUp {
  constructor(
    private readonly store: EventStore,
    private readonly views: ViewRunner,
  ) {}

  /**
   * @param lists of which alone the reader is shown anything; absent: all of them
   * @throws PositionUnknown for one that the record does not reach; Problem `unavailable`, when the lists lag behind it
   */
  async until(position: string | undefined, lists?: readonly View[]): Promise<void> {
    if (position === undefined) return;
    const head = (await this.store.head()) ?? '';
    // Positions of one store are of one form, and compare as texts.
    if (!isPosition.test(position) || position.length !== head.length || position > head)
      throw new PositionUnknown(position);
    if (await this.views.waitFor(position, patienceMs, lists)) return;
    throw new Problem(
      'unavailable',
      '清单尚未包含该位置，请稍后重试；The lists do not show that position yet: ask again in a moment',
      { retryAfter: 2 },
    );
  }
}
