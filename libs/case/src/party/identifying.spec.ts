/** Issue 18, point 2: nobody knows at the filing who the party is; it is found later. */
import { acts } from '../case.js';
import { eventAttributes } from '../event-types.js';
import { measured } from '../compliance/measured.testing.js';
import { concluded, filed, inspected, minorPenalty, termsOn } from '../histories.testing.js';
import { nothingRestsOnIt } from '../entry/provisions.js';
import { byHandler } from '../initiation/initiation.js';
import { partyIdentified, usccChecked } from '../initiation/party.js';
import { anotherThanThose } from '../joined-parties/provisions.js';
import { fileOf, given, happened, paper, sampleLists, type Happened, type Person } from '../testing.js';
import { identifiedOnEvidence, partyKnown, partyUnknown } from './identifying.js';
import type { Party } from '../initiation/initiation.js';
import type { ConcludeInvestigation } from '../investigation/investigation.js';

const described = {
  ...termsOn(),
  party: { kind: 'entity' },
  partyUnknown: true,
  partyDescribed: '东苇路18号院内无标识冷库的经营者',
} as const;
const requested = [
  ...inspected,
  happened('ApprovalRequested', '2026-03-10', 'lin', { matter: 'filing', terms: described }),
];
/** Entry 1 is the inspection. */
const filedUnknown = [
  ...requested,
  happened('ApprovalGiven', '2026-03-10', 'tang', { approval: 2, matter: 'filing' }),
  happened('CaseFiled', '2026-03-10', 'tang', {
    number: '朝市监案〔2026〕1号',
    approval: 2,
    filedOn: '2026-03-10',
    lists: sampleLists.version,
    terms: described,
  }),
];
const found = {
  party: { kind: 'entity', name: '京味源肉制品有限公司', uscc: '91110105MA7KQ2R152' },
  evidence: [1],
  how: '现场租赁合同载明承租人',
} as const;
const identified = [...filedUnknown, happened('PartyIdentified', '2026-03-12', 'lin', found)];

const request = (change: object) =>
  given(...inspected).when({
    on: '2026-03-10',
    by: 'lin',
    act: 'initiation/request-filing',
    entry: { ...described, ...change },
  });
const identify = (change: object = {}, history: readonly Happened[] = filedUnknown, by: Person = 'lin') =>
  given(...history).when({ on: '2026-03-12', by, act: 'party/identify', entry: { ...found, ...change } });
const conclude = (history: readonly Happened[]) =>
  given(...history).when({
    on: '2026-04-20',
    by: 'lin',
    act: 'investigation/conclude',
    entry: concluded(minorPenalty).at(-1)?.data as ConcludeInvestigation,
  });

describe('a party that nobody knows at the filing (SAMR-P 19(1))', () => {
  it('is described, and nobody is named', () => {
    request({}).then({ type: 'ApprovalRequested', data: { matter: 'filing', terms: described } });
    request({ partyDescribed: ' ' }).thenRefused(partyIdentified);
    request({ party: found.party }).thenRefused(partyIdentified);
    request({ party: { kind: 'natural-person', person: { name: '王树林' } } }).thenRefused(partyIdentified);
    given(...requested)
      .when({ on: '2026-03-10', by: 'tang', act: 'initiation/approve-filing', entry: { approval: 2 } })
      .thenRecords('ApprovalGiven', 'CaseFiled');
  });

  it('without saying so, a filing names its party', () => {
    request({ partyUnknown: undefined, partyDescribed: undefined }).thenRefused(partyIdentified);
    request({ partyUnknown: false }).thenRefused(partyIdentified);
    request({ party: found.party, partyUnknown: false }).thenRefused(partyIdentified);
    request({ party: found.party, partyUnknown: undefined, partyDescribed: undefined }).thenRecords(
      'ApprovalRequested',
    );
  });

  it('is neither reported, notified nor decided on, nor renamed or changed', () => {
    conclude(filedUnknown).thenRefused(partyKnown);
    conclude(identified).thenRecords('InvestigationConcluded');
    expect(acts['notice/serve'].requires).toContain(partyKnown);
    expect(acts['decision/make'].requires).toContain(partyKnown);
    given(...filedUnknown)
      .when({
        on: '2026-03-12',
        by: 'lin',
        act: 'party/record-deregistration',
        entry: { manner: 'simplified', on: '2026-03-11', paper: paper('registry') },
      })
      .thenRefused(partyKnown);
  });

  it('is identified by a handler, on evidence of the file', () => {
    identify().then({ type: 'PartyIdentified', data: found });
    identify({}, filedUnknown, 'shen').thenRefused(byHandler);
    identify({ evidence: [] }).thenRefused(identifiedOnEvidence);
    identify({ evidence: [0] }).thenRefused(identifiedOnEvidence);
    identify({ evidence: [1, 2] }).thenRefused(identifiedOnEvidence);
    identify({ how: ' ' }).thenRefused(identifiedOnEvidence);
    identify({ party: { kind: 'entity' } }).thenRefused(partyIdentified);
    identify({ party: { ...found.party, uscc: '91350100M000100Y4Z' } }).thenRefused(usccChecked);
  });

  it('as somebody else than those who were joined meanwhile', () => {
    const joined = (party: Party) => [
      ...filedUnknown,
      happened('PartyJoined', '2026-03-11', 'lin', {
        party,
        part: 'joint-breach',
        basis: [],
        reason: '共同经营',
      }),
    ];
    const ofParty = filedUnknown.findIndex(({ type }) => type === 'CaseFiled');
    identify({ ofParty }, joined(found.party)).thenRefused(anotherThanThose);
    identify({ ofParty }, joined({ kind: 'entity', name: found.party.name })).thenRefused(anotherThanThose);
    identify({ ofParty }, joined({ kind: 'entity', name: '京都食品集团有限公司' })).thenRecords(
      'PartyIdentified',
    );
    const left = happened('PartySeparated', '2026-03-11', 'tang', {
      ...{
        joined: filedUnknown.length,
        way: 'not-answerable',
        reason: '并非他人',
        paper: paper('separation'),
      },
    });
    identify({}, [...joined(found.party), left]).thenRecords('PartyIdentified');
  });

  it('is told by its kind, and by what was seen, to those who may see the personal data of the party', () => {
    const { CaseFiled, ApprovalRequested, PartyIdentified } = eventAttributes;
    for (const { personal } of [CaseFiled, ApprovalRequested])
      expect(personal).toHaveProperty(['/terms/partyDescribed'], 'party');
    expect(PartyIdentified.personal).toStrictEqual({
      '/party/person': 'party',
      '/party/address': 'party',
      '/how': 'party',
    });
  });

  it('keeps its evidence in the file', () => {
    const lease = happened('EvidenceAdded', '2026-03-11', 'lin', {
      ...{ officers: ['lin', 'gao'], signedPaper: paper('signed') },
      ...{ kind: '书证', what: '租赁合同', provider: '物业', papers: [paper('lease')] },
    });
    const on = filedUnknown.length;
    const withdraw = (...history: readonly Happened[]) =>
      given(...history).when({
        on: '2026-03-13',
        by: 'lin',
        act: 'entry/withdraw',
        entry: { entry: on, reason: '误录', paper: paper('withdrawal') },
      });
    withdraw(...filedUnknown, lease).thenRecords('EntryWithdrawn');
    withdraw(
      ...[...filedUnknown, lease],
      happened('PartyIdentified', '2026-03-12', 'lin', { ...found, evidence: [on] }),
    ).thenRefused(nothingRestsOnIt);
  });

  it('once: afterwards, and of a party that was named, it is a change of the party', () => {
    identify({}, identified).thenRefused(partyUnknown);
    identify({}, filed).thenRefused(partyUnknown, identifiedOnEvidence);
  });

  it('then the case is its case', () => {
    const { filing, party } = fileOf(...identified);
    expect(filing).toMatchObject({ party: found.party });
    expect(filing).not.toHaveProperty('partyUnknown');
    expect(filing).not.toHaveProperty('partyDescribed');
    expect(party.since).toBe(5);
    const states = (history: readonly Happened[]) =>
      measured('2026-03-13', history).fatal.flatMap(({ why, state }) =>
        why?.en === 'nobody knows yet who the party is' ? [state] : [],
      );
    expect(states(filedUnknown)).toStrictEqual(['open']);
    expect(states(identified)).toStrictEqual([]);
  });
});
