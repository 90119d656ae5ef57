/** What a reader does who follows the cure of a provision on who the party is. */
import { checkDay, enter, inside, leaveOut, mend, then, words, write, type Way } from './following.js';
import type { Entry } from './trial.js';

const ofParty = (change: (party: Entry) => Entry): Way =>
  mend((entry) => ({ ...entry, party: change(inside(entry, 'party')) }));
/** With a reason, and nothing taken away that was entered for another code. */
const keep = (field: string): Way =>
  ofParty((party) => {
    const overrides: readonly unknown[] = Array.isArray(party['overrides']) ? party['overrides'] : [];
    return { ...party, overrides: [...overrides, { field, reason: words }] };
  });
const person = (change: Entry): Way =>
  ofParty((party) => ({ ...party, person: { ...inside(party, 'person'), ...change } }));
export const ofParties: Readonly<Record<string, readonly Way[]>> = {
  'initiation/party-identified': [
    then(
      leaveOut('partyUnknown', 'partyDescribed'),
      ofParty((party) => ({ ...party, name: words, person: { ...inside(party, 'person'), name: words } })),
    ),
    then(
      enter({ partyUnknown: true, partyDescribed: words }),
      ofParty(({ kind }) => ({ kind })),
    ),
  ],
  'initiation/uscc-checked': [ofParty((party) => ({ ...party, uscc: '91350100M000100Y43' })), keep('uscc')],
  'initiation/citizen-id-checked': [person({ idNumber: '11010519491231002X' }), keep('idNumber')],
  'party/day-not-to-come': [checkDay('on')],
  'party/restored-after-the-deregistration': [checkDay('on')],
  'party/another-party': [
    ofParty((it) => ({ ...it, name: words, person: { ...inside(it, 'person'), name: words } })),
  ],
  'party/change-fits-the-party': [enter({ change: 'inherited' })],
  'party/change-reasoned': [write('reason')],
};
