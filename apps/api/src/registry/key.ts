import { applyDecorators } from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';
import { ReadsItsForm } from '../http/route-form.js';

/** Of a route that enters something in the registry. */
export const Key = () =>
  applyDecorators(
    ApiHeader({ name: 'Idempotency-Key', required: true, description: '同一请求只执行一次；Happens once' }),
    ReadsItsForm(),
  );
