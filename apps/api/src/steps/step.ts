/** A step of the procedure as a Nest module: its routes are those acts of the law that bear its name. */
import { acts, eventAttributes, type ActName } from '@anjuan/case';
import { Controller, Module, type Type } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { ChangeCase, type Changed } from '../cases/change-case.js';
import { addMethod, commandOf } from '../http/act-method.js';
import { CaseCommand } from '../http/case-command.js';
import type { CommandRequest } from '../http/command-request.js';

const isActName = (name: string): name is ActName => Object.hasOwn(acts, name);
const actsOf = (step: string): readonly ActName[] =>
  Object.keys(acts)
    .filter(isActName)
    .filter((name) => name.startsWith(`${step}/`));

/** Decorates a method of request and entry as the command of that act. */
export const CommandOf = (act: ActName): MethodDecorator => {
  const { entry: schema, title, opens = false, opensGate, records } = acts[act];
  const withdrawable = eventAttributes[records].withdrawableBy !== undefined;
  return commandOf({ act, title, opens, opensGate, schema, withdrawable, route: CaseCommand });
};

const camel = (words: string): string => words.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

class StepController {
  constructor(readonly commands: CommandBus) {}
}

const send = (name: ActName) =>
  async function (this: StepController, request: CommandRequest, entered: never): Promise<Changed> {
    return (await this.commands.execute(new ChangeCase(request, name, entered))).changed;
  };

const controllerOf = (step: string, tag: string): Type => {
  const controller = class extends StepController {};
  Reflect.defineMetadata('design:paramtypes', [CommandBus], controller);
  for (const act of actsOf(step))
    addMethod(controller, camel(act.slice(step.length + 1)), send(act), CommandOf(act));
  Controller('v1/cases')(controller);
  ApiTags(tag)(controller);
  return controller;
};

const named = (type: Type, name: string): Type => {
  Object.defineProperty(type, 'name', { value: name });
  return type;
};

/** `step('education', '教育')`: all that a step needs in the API. */
export const step = (name: string, zh: string): Type => {
  const pascal = camel(`-${name}`);
  const controller = named(controllerOf(name, `${name} ${zh}`), `${pascal}Controller`);
  const module = named(class {}, `${pascal}Module`);
  Module({ controllers: [controller] })(module);
  return module;
};
