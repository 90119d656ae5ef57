import { Refusal, type Stated } from '@anjuan/procedure';
import { citedFor, type RulePack } from '@anjuan/law';

/** A provision as it is told to a bureau of that kind: what is not law to it is not cited as law. */
export const statedFor =
  (pack: RulePack) =>
  <Provision extends Stated>({ also, ...provision }: Provision) => {
    const cites = citedFor(pack, provision.cites);
    const besides = also?.filter((one) => citedFor(pack, one) === one) ?? [];
    return { ...provision, cites, ...(besides.length > 0 && { also: besides }) };
  };

export const refusedFor = (pack: RulePack, { provisions }: Refusal): Refusal =>
  new Refusal(provisions.map(statedFor(pack)));
