import { Refusal, type Stated } from '@anjuan/procedure';
import { citedFor, type RulePack } from '@anjuan/law';

/** Rewrites citations for the bureau's rule pack: another ministry's rule is cited as policy. */
export const statedFor =
  (pack: RulePack) =>
  <Provision extends Stated>({ also, ...provision }: Provision) => {
    const cites = citedFor(pack, provision.cites);
    const besides = also?.filter((one) => citedFor(pack, one) === one) ?? [];
    return { ...provision, cites, ...(besides.length > 0 && { also: besides }) };
  };

export const refusedFor = (pack: RulePack, { provisions }: Refusal): Refusal =>
  new Refusal(provisions.map(statedFor(pack)));
