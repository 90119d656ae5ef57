/** What the file has said by the day of an act: who handles the case, what was proposed, who is host. */
import type { LocalDate } from '@anjuan/law';
import type { Said } from './acts/scene.js';

type Saying = Readonly<{ says: Partial<Said>; common: Readonly<{ on: LocalDate }> }>;

const nothing: Said = { handlers: [] };
const all = (sayings: readonly Saying[]): Said =>
  sayings.reduce<Said>((said, { says }) => ({ ...said, ...says }), nothing);

/**
 * For an act: the lines above it; for an attempt: the acts up to its day. Handlers named only later act in earlier acts
 * too: somebody has to send them.
 */
export const saidBefore = (line: Saying, acts: readonly Saying[]): Said => {
  const index = acts.indexOf(line);
  const before = index >= 0 ? acts.slice(0, index) : acts.filter(({ common }) => common.on <= line.common.on);
  const [whole, said] = [all(acts), all(before)];
  return said.handlers.length > 0 ? said : { ...said, handlers: whole.handlers };
};
