import { commit, type Json, type NewEvent } from '@anjuan/event-store';
import type { Actor, AnyProcedure, Context, NewEvent as Decided } from '@anjuan/procedure';
import type { CommandRequest } from '../http/command-request.js';

type Of = Readonly<{ procedure: AnyProcedure; request: CommandRequest }>;

/** Adds the sign-in to the person who records the act; the other actors confirm with their own. */
const signedIn = (actor: Actor, { person, signIn }: CommandRequest['by']): Actor =>
  actor.person === person && signIn !== undefined ? { ...actor, signIn } : actor;

/** The event as it is recorded: personal values apart, and under which lists and calendar it was decided. */
export const sealed = (
  event: Decided<string, unknown>,
  { procedure, request: { by } }: Of,
  context: Context,
): NewEvent => {
  const personal = Object.hasOwn(procedure.personal, event.type) ? procedure.personal[event.type] : [];
  const { data, disclosures } = commit(asPlainJson(event.data as Json), personal ?? []);
  return {
    type: event.type,
    v: event.v,
    occurredAt: event.occurredAt,
    actors: event.actors.map((actor) => signedIn(actor, by)),
    recordedBy: by.person,
    agency: by.agency ?? '',
    rules: { lists: context.lists.version, calendar: context.calendar.version },
    data,
    disclosures,
  };
};

/** Makes plain JSON values of DTO instances; nothing else may reach the permanent bytes. */
export const asPlainJson = <Value>(value: Value): Value => JSON.parse(JSON.stringify(value)) as Value;

export const numberIn = (data: Json): string | undefined =>
  typeof data === 'object' && data !== null && 'number' in data && typeof data.number === 'string'
    ? data.number
    : undefined;
