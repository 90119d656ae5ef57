/** A lead that came in, and a case that was filed on what its officers found: what specs of cases over HTTP begin with. */
import { as, type Api, type Person } from './api.js';
import { inspect } from './inspection.js';

/** Answers with the id of the case. */
export const receiveLead = async (api: Api, by: Person): Promise<string> => {
  const lead = { source: '投诉', summary: '未明码标价' };
  const { body } = await as(api, by).post('/v1/cases/initiation/receive-lead', lead).expect(201);
  return body.case;
};

const onTheScene = { affirmed: true, evidence: [1] };
/** What is entered to ask for the filing: conditions that rest on the inspection. */
export const filingBy = (handlers: readonly Person[]) => ({
  cause: '未按规定明码标价',
  party: { kind: 'entity', name: '禾木花店', uscc: '91110105MA7KQ2R152' },
  basis: [{ law: '价格法', article: '13' }],
  handlers: handlers.map(({ person }) => person),
  act: { from: '2026-02-01', to: '2026-02-20' },
  discoveredOn: '2026-02-25',
  conditions: {
    'breach-evidenced': onTheScene,
    'penalty-due': onTheScene,
    'our-jurisdiction': onTheScene,
    'within-limitation': onTheScene,
  },
});

type FiledBy = Readonly<{ handlers: readonly [Person, Person]; leader: Person }>;

/** Answers with the position of the approval, for reads that are to know it. */
export const fileCase = async (api: Api, id: string, { handlers, leader }: FiledBy): Promise<string> => {
  await inspect(api, id, handlers);
  const act = (by: Person, name: string, revision: number, entry: object) =>
    as(api, by)
      .post(`/v1/cases/${id}/initiation/${name}`, entry)
      .set('if-match', `"${String(revision)}"`)
      .expect(200);
  await act(handlers[0], 'request-filing', 1, filingBy(handlers));
  return (await act(leader, 'approve-filing', 2, { approval: 2 })).body.position;
};
