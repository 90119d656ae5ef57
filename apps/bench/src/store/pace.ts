/** How many of that many were done in a second. */
export const perSecond = async (amount: number, work: () => Promise<unknown>): Promise<number> => {
  const begun = performance.now();
  await work();
  return (amount * 1000) / (performance.now() - begun);
};
