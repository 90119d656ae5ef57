/** A method of a controller for an act, made as the decorators of one written down in its class would. */
import type { AnySchema } from '@anjuan/entry';
import type { Bilingual, Gate } from '@anjuan/procedure';
import { Body, HttpCode, HttpStatus } from '@nestjs/common';
import { ApiBody, ApiResponse } from '@nestjs/swagger';
import { gateOf } from './fresh-sign-in.js';
import { KnownToForms, OpeningCommand } from './case-command.js';
import { CommandHeaders, type CommandRequest } from './command-request.js';
import { formOf } from './form.js';
import { RefusesByField } from './refused-command.js';

type OfAct = Readonly<{
  /** `step/act` */
  act: string;
  title: Bilingual;
  opens: boolean;
  opensGate?: Gate | undefined;
  /** What is entered. */
  schema: AnySchema;
  /** The entry can be withdrawn later. */
  withdrawable: boolean;
  /** The route of an act on a record that exists. */
  route: (act: string, summary: string) => MethodDecorator;
  /** Reads the command's headers; absent: for an act on a revision of the record. */
  headers?: ParameterDecorator;
  /** Absent: 201 for an act that opens a record, else 200. */
  status?: HttpStatus;
}>;

/** Decorates a method of request and entry as the command of that act. */
export const commandOf = (of: OfAct): MethodDecorator => {
  const { act, title, opens, schema, route, headers = CommandHeaders() } = of;
  const { status = opens ? HttpStatus.CREATED : HttpStatus.OK } = of;
  const form = formOf(schema);
  return (controller, method, descriptor) => {
    Reflect.defineMetadata('design:paramtypes', [Object, form], controller, method);
    headers(controller, method, 0);
    Body()(controller, method, 1);
    const said = [
      ApiBody({ type: form }),
      ApiResponse({ status, type: Object }),
      RefusesByField(),
      KnownToForms(of),
      ...gateOf(of.opensGate),
      (opens ? OpeningCommand : route)(act, `${title.zh}；${title.en}`),
      HttpCode(status),
    ];
    for (const decorate of said) decorate(controller, method, descriptor);
  };
};

type Send<Controller> = (this: Controller, request: CommandRequest, entry: never) => Promise<object>;

/** Adds it to a controller. Guards find the arguments of a handler by its name. */
export const addMethod = <Controller>(
  { prototype }: Readonly<{ prototype: object }>,
  name: string,
  send: Send<Controller>,
  decorate: MethodDecorator,
): void => {
  const value = Object.defineProperty(send, 'name', { value: name });
  const descriptor: PropertyDescriptor = { value, configurable: true, writable: true, enumerable: false };
  Object.defineProperty(prototype, name, descriptor);
  decorate(prototype, name, descriptor);
};
