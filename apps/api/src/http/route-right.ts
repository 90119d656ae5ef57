import { rightTo, type Right } from '@anjuan/rights';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { PATH_METADATA } from '@nestjs/common/constants.js';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';

/** A route by the name of its operation, with its row of the table of rights. */
export type RouteRight = Readonly<{ route: string; right: Right }>;

type Handler = (...given: never[]) => unknown;
const known = new WeakMap<Handler, RouteRight>();

/** The metadata key under which `ApiOperation` keeps its options, with the name of the operation. */
const operation = 'swagger/apiOperation';

/** @throws NoRight */
export const routeRight = (handler: Handler): RouteRight => {
  const found = known.get(handler);
  if (found) return found;
  const said = Reflect.getMetadata(operation, handler) as { operationId?: string } | undefined;
  const route = said?.operationId ?? handler.name;
  const made = { route, right: rightTo(route) };
  known.set(handler, made);
  return made;
};

/** The program does not start with a route that no row of the table is about. */
@Injectable()
export class EveryRouteHasItsRight implements OnModuleInit {
  constructor(
    private readonly discovery: DiscoveryService,
    private readonly methods: MetadataScanner,
  ) {}

  /** @throws NoRight */
  onModuleInit(): void {
    for (const { metatype } of this.discovery.getControllers()) {
      const prototype = (metatype as { prototype?: Record<string, Handler> } | null)?.prototype ?? {};
      for (const name of this.methods.getAllMethodNames(prototype)) {
        const handler = prototype[name];
        if (handler !== undefined && Reflect.hasMetadata(PATH_METADATA, handler)) routeRight(handler);
      }
    }
  }
}
