import type { AnyProcedure } from '@anjuan/procedure';

type Named = Pick<AnyProcedure, 'name'>;

export const streamOf = ({ name }: Named, id: string): string => `${name}-${id}`;

/** Undefined for a stream of anything else. */
export const idIn = ({ name }: Named, stream: string): string | undefined =>
  stream.startsWith(`${name}-`) && stream.length > name.length + 1
    ? stream.slice(name.length + 1)
    : undefined;
