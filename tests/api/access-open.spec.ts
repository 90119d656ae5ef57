/** What cannot be recorded is not read. */
import { AccessLog } from '@anjuan/access-log';
import { InMemoryEventStore, StoreUnavailable } from '@anjuan/event-store';
import type { ExecutionContext } from '@nestjs/common';
import { AccessOpenGuard, type NotedRequest } from '../../apps/api/src/access/access-open.guard.js';
import { HealthController } from '../../apps/api/src/queries/health.controller.js';
import { CaseViewController } from '../../apps/api/src/queries/case-view.controller.js';

class Away extends InMemoryEventStore {
  override append(): Promise<never> {
    return Promise.reject(new StoreUnavailable());
  }
}

describe('While nothing can be recorded', () => {
  const at = new Date('2026-03-02T01:00:00Z');
  let now = 0;
  const log = new AccessLog(new Away({ clock: () => at }), { now: () => now, shownBy: () => 'record' });
  const guard = new AccessOpenGuard(log);
  const passes = (method: string, controller: new (...parts: never[]) => object, handler: string) => {
    const request = { method } as NotedRequest;
    const context = {
      getHandler: () => (controller.prototype as Record<string, unknown>)[handler],
      getClass: () => controller,
      switchToHttp: () => ({ getRequest: () => request }),
    } as unknown as ExecutionContext;
    return { passed: guard.canActivate(context), operation: request.operation };
  };
  beforeAll(async () => {
    const by = { person: 'lin', capacities: [], session: 's' };
    log.read({ at, ip: '', network: '', operation: 'case/view', by });
    await log.flush().catch(() => undefined);
  });
  afterAll(() => log.close());

  it('reading goes on for a minute, and is refused from then on', () => {
    expect(passes('GET', CaseViewController, 'view')).toEqual({ passed: true, operation: 'case/view' });
    now = 60_000;
    for (const method of ['GET', 'HEAD'])
      expect(() => passes(method, CaseViewController, 'view')).toThrow(
        /查阅暂时无法记录.*Reads cannot be recorded/,
      );
  });

  it('commands and what anybody is answered are not', () => {
    expect(passes('POST', CaseViewController, 'view').passed).toBe(true);
    expect(passes('GET', HealthController, 'health')).toEqual({ passed: true, operation: undefined });
  });
});
