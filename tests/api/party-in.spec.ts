/** Of which party a case is read. */
import { partyIn } from '../../apps/api/src/queries/party-in.js';
import { Problem } from '../../apps/api/src/http/problems.js';
import { fileOf, happened, paper } from '../../libs/case/src/testing.js';
import { firm, joined, manager, theManager } from '../../libs/case/src/joined-parties/several.testing.js';

const file = fileOf(...joined);
const gone = fileOf(
  ...joined,
  happened('PartySeparated', '2026-04-03', 'tang', {
    joined: manager,
    way: 'not-answerable',
    reason: '未参与',
    paper: paper('separation'),
  }),
);

describe('the party of which a case is read', () => {
  it('is that of the filing, or one that was joined; the whole, where none is named', () => {
    expect(partyIn(file, undefined)).toBe(file);
    expect(partyIn(file, manager).filing?.party).toStrictEqual(theManager);
    expect(partyIn(file, firm).filing?.party).toStrictEqual(file.filing?.party);
  });

  it('is in the case', () => {
    expect(() => partyIn(file, 0)).toThrow(Problem);
    expect(() => partyIn(file, 99)).toThrow(Problem);
    expect(() => partyIn(gone, manager)).toThrow(Problem);
  });
});
