import type { Basis, Party } from '@anjuan/case';
import type { Fen } from '@anjuan/law';

/** What a case file says of its case, besides acts. */
export type CaseFacts = Readonly<{
  party: Party;
  cause: string;
  basis: readonly Basis[];
  goodsValueFen?: Fen;
  illegalGainsFen?: Fen;
}>;
