/** What the file has said by the day of an act: who handles the case, what was proposed, who is host. */
import type { LocalDate } from '@anjuan/law';
import type { Said } from './acts/scene.js';

type Saying = Readonly<{
  says: Partial<Said>;
  common: Readonly<{ on: LocalDate; ofParty?: string }>;
}>;

const nothing: Said = { handlers: [], joined: [] };
const all = (sayings: readonly Saying[]): Said =>
  sayings.reduce<Said>(
    (said, { says }) => ({ ...said, ...says, joined: [...said.joined, ...(says.joined ?? [])] }),
    nothing,
  );

/** What was proposed, re-checked or decided of one party is said of no other. */
const isOfAnother = ({ common: { ofParty } }: Saying, line: Saying): boolean =>
  ofParty !== undefined && line.common.ofParty !== undefined && ofParty !== line.common.ofParty;

/**
 * For an act: the lines above it; for an attempt: the acts up to its day. Handlers named only later act in earlier acts
 * too: somebody has to send them.
 */
export const saidBefore = (line: Saying, acts: readonly Saying[]): Said => {
  const index = acts.indexOf(line);
  const before = index >= 0 ? acts.slice(0, index) : acts.filter(({ common }) => common.on <= line.common.on);
  const [whole, said] = [all(acts), all(before.filter((act) => !isOfAnother(act, line)))];
  return said.handlers.length > 0 ? said : { ...said, handlers: whole.handlers };
};
