/** Every `sha256` named anywhere in an entry. */
export const hashesIn = (value: unknown): readonly string[] => {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, member]: [string, unknown]) =>
    key === 'sha256' && typeof member === 'string' ? [member] : hashesIn(member),
  );
};
