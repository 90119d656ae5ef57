/** The case as it is for one of its parties. */
import { partiesIn, seenFor, type CaseFile } from '@anjuan/case';
import { invalid } from '../http/faults.js';

/** The whole, where none is named. @throws Problem `invalid-request` where no such party is in the case */
export const partyIn = (file: CaseFile, party: number | undefined): CaseFile => {
  if (party === undefined) return file;
  const ofFiling = party === file.filing?.entry;
  if (!ofFiling && !partiesIn(file).includes(party))
    throw invalid([
      {
        pointer: '#/party',
        detail:
          '本案没有该当事人，或者其已经退出；no such party is in this case, or it has left it: give the entry of the filing, or of a joining',
      },
    ]);
  return seenFor(file, ofFiling ? undefined : party);
};
