import type { AnyProcedure, Event } from '@anjuan/procedure';

type Of = Pick<AnyProcedure, 'personal' | 'hidden'>;

const apartIn = (
  { personal, hidden }: Of,
  { type, data }: Pick<Event<string, unknown>, 'type' | 'data'>,
  wanted: boolean,
): unknown => {
  if (typeof data !== 'object' || data === null) return wanted ? {} : data;
  const apart = (Object.hasOwn(personal, type) ? personal[type] : undefined) ?? [];
  const pointers = apart.filter(({ kind }) => hidden.includes(kind)).map(({ pointer }) => pointer);
  return Object.fromEntries(
    Object.entries(data).filter(([field]) => pointers.includes(`/${field}`) === wanted),
  );
};

/** Of what an event says, the fields that no reader is shown, but for an act that looks at them. */
export const hiddenOf = (of: Of, event: Pick<Event<string, unknown>, 'type' | 'data'>): unknown =>
  apartIn(of, event, true);

/** Of what an event says, the fields that its readers are shown. */
export const shownOf = (of: Of, event: Pick<Event<string, unknown>, 'type' | 'data'>): unknown =>
  apartIn(of, event, false);
