/** The little of mocha that is used here: its own types would fight with jest's for the same global words. */
declare module 'mocha' {
  type Words = {
    it: object & ((...of: unknown[]) => unknown);
    describe: object & ((...of: unknown[]) => unknown);
  };
  export type Suite = { on(when: 'pre-require', set: (words: Words) => void): void };
  const mocha: {
    interfaces: Record<string, (suite: Suite) => void> & { bdd: (suite: Suite) => void };
  };
  export default mocha;
}
