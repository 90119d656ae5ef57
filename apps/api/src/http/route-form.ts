import { ROUTE_ARGS_METADATA } from '@nestjs/common/constants.js';
import { RouteParamtypes } from '@nestjs/common/enums/route-paramtypes.enum.js';
import { Injectable, SetMetadata, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import type { FastifyRequest } from 'fastify';
import type { BodyConfig } from './bodies.js';
import { inside, invalid, type Fault } from './faults.js';

type Arguments = Readonly<Record<string, Readonly<{ index: number }>>>;

/** Where among the arguments of a method one of this kind is taken. */
const taken = (controller: object, method: string, kind: RouteParamtypes): number | undefined => {
  const all = (Reflect.getMetadata(ROUTE_ARGS_METADATA, controller, method) ?? {}) as Arguments;
  return Object.entries(all).find(([key]) => key.startsWith(`${String(kind)}:`))?.[1].index;
};

/** The route reads a body as large as its form can be, and no larger. */
export const ReadsItsForm = (): MethodDecorator => (target, key, descriptor) => {
  const at = taken(target.constructor, String(key), RouteParamtypes.BODY);
  const types = Reflect.getMetadata('design:paramtypes', target, key) as readonly (new () => object)[];
  const form = at === undefined ? undefined : types[at];
  const config: BodyConfig = { ...(form && { form }) };
  RouteConfig(config)(target, key, descriptor);
};

/** The route gets its body as a stream, under any media type. */
export const TakesFile = (): MethodDecorator => RouteConfig({ body: 'file' } satisfies BodyConfig);

/** The route gets the bytes of its body, which are no more than that. */
export const TakesBytes = (most: number): MethodDecorator =>
  RouteConfig({ body: 'bytes', most } satisfies BodyConfig);

const passesOver = 'passes over what a query says';
/** Probes of load balancers add keys of their own, such as the time: they are answered, whatever these say. */
export const PassesOverQuery = (): ClassDecorator => SetMetadata(passesOver, true);

const sent = (value: unknown): readonly string[] =>
  typeof value === 'object' && value !== null ? Object.keys(value) : [];

/** A route without a query or a body refuses one: it would be ignored. */
@Injectable()
export class NothingUnread implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    const { query, body, routeOptions } = context.switchToHttp().getRequest<FastifyRequest>();
    const reads = (kind: RouteParamtypes): boolean =>
      taken(context.getClass(), context.getHandler().name, kind) !== undefined;
    const faults = [
      ...(reads(RouteParamtypes.QUERY) || passesOverQuery(context) ? [] : sent(query).map(unread)),
      ...(reads(RouteParamtypes.BODY) || (routeOptions.config as BodyConfig).body !== undefined
        ? []
        : unreadBody(body)),
    ];
    if (faults.length > 0) throw invalid(faults);
    return true;
  }
}

const passesOverQuery = (context: ExecutionContext): boolean =>
  Reflect.getMetadata(passesOver, context.getClass()) === true;

const unread = (name: string): Fault => ({
  pointer: inside('#', name),
  detail: `此处没有“${name}”这一项；there is no ${name} here`,
});

/** Clients that always send JSON send `{}`. */
const unreadBody = (body: unknown): readonly Fault[] => {
  if (body === undefined) return [];
  if (typeof body === 'object' && body !== null && !Array.isArray(body)) return sent(body).map(unread);
  return [{ pointer: '#', detail: '此处不收正文；no body is read here' }];
};
