import { StoreUnavailable } from '../event-store.js';

/** The server will never take this append, and says why. */
export class AppendRefused extends StoreUnavailable {
  override readonly name = 'AppendRefused';
  constructor(readonly reason: 'denied' | 'too large') {
    super(
      reason === 'denied'
        ? '服务器账号无权写入该流，请管理员核对权限。The account may not write to this stream of EventStoreDB: its ACL, or the default ACL, must let it.'
        : 'EventStoreDB 的单次写入上限过小。The append is larger than EventStoreDB takes: raise its MaxAppendSize.',
    );
  }
}
