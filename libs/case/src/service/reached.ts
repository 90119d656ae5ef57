/** Whether the decision has reached the party, and who serves what was changed on the spot: APL 52, 61; SAMR-P 81, 82. */
import type { LocalDate } from '@anjuan/law';
import type { Provision } from '@anjuan/procedure';
import { byHandler, type Checked } from '../initiation/in-charge.js';
import { caseOpen, handling } from '../initiation/provisions.js';
import type { CaseFile } from '../steps.js';

type OnTheSpot = Pick<CaseFile, 'decision' | 'summary'>;
type Service = Pick<CaseFile, 'service'>;

/** A public notice serves when its days are over. */
export const servedBy = ({ service }: Service, day: LocalDate): boolean =>
  service !== undefined && service.servedOn <= day;

/** Or handed over on the spot, and not changed by the agency since. */
export const inHandBy = (file: Service & Pick<CaseFile, 'summary'>, day: LocalDate): boolean =>
  (file.summary !== undefined && file.summary.changedOn === undefined) || servedBy(file, day);

/** What was handed over on the spot is another decision once the agency has changed it (APL 52, 61). */
export const changedOnTheSpot = ({ decision, summary }: OnTheSpot): boolean =>
  decision === undefined && summary?.changedOn !== undefined && summary.annulledBy === undefined;

/** The same sentences, of such a decision. */
export const openToServe: Provision<OnTheSpot & Pick<CaseFile, 'filing' | 'closure'>> = {
  ...caseOpen,
  holds: (file, context) =>
    caseOpen.holds(file, context) || (changedOnTheSpot(file) && file.closure === undefined),
};
export const servedByHandler: Provision<Checked & OnTheSpot> = {
  ...byHandler,
  holds: (file, context) =>
    byHandler.holds(file, context) ||
    (changedOnTheSpot(file) &&
      context.actor.capacity === 'officer' &&
      handling(file).includes(context.actor.person)),
};
