/** What the environment says under that name; an empty value is none, as for the server. */
export const given = (env: NodeJS.ProcessEnv, name: string): string | undefined => {
  const value = env[name];
  return value === '' ? undefined : value;
};
