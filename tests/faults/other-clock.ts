/** Loaded before the program in a process of its own: its clock is off by what a message `{ shift }` says, in ms. */
const Real = Date;
let shift = Number(process.env['CLOCK_SHIFT'] ?? 0);

class Shifted extends Real {
  constructor(...given: unknown[]) {
    // As without arguments: a Date of now.
    super(...((given.length === 0 ? [Real.now() + shift] : given) as [number]));
  }
  static override now(): number {
    return Real.now() + shift;
  }
}
globalThis.Date = Shifted as DateConstructor;

process.on('message', (message: { shift?: number }) => {
  if (message.shift === undefined) return;
  shift = message.shift;
  process.send?.({ shifted: true });
});
