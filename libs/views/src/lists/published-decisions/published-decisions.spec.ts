import { entry, filed, terms, viewCaseOf, type Entry } from '../../testing.js';
import { publishedDecisionsView } from './published-decisions.js';

const penalties = [{ kind: 'fine', fen: 18_400_000 }] as const;
const decided = entry('DecisionMade', '2026-06-05', 'he', {
  number: '朝市监处罚〔2026〕217号',
  outcome: { kind: 'penalty', penalties },
  dossier: 'digest',
  dueOn: '2026-06-08',
});
const published = entry('DecisionPublished', '2026-06-10', 'lin', { summary: '罚款184000元' });
const rows = (...history: readonly Entry[]) => publishedDecisionsView.rows(viewCaseOf(history));

describe('published decisions', () => {
  it('shows a decision from the day it is published, and not before', () => {
    expect(rows(...filed, decided)).toStrictEqual([]);
    expect(rows(...filed, decided, published)).toMatchObject([
      {
        number: '朝市监处罚〔2026〕217号',
        party: '京味源肉制品有限公司',
        penalties,
        summary: '罚款184000元',
        decidedOn: '2026-06-05',
        publishedOn: '2026-06-10',
      },
    ]);
  });

  it('shows what was corrected since (SAMR-Pub 12), on the day it was published', () => {
    const corrected = entry('PublicationCorrected', '2026-07-01', 'lin', {
      summary: '罚款184,000元，没收违法所得15,260元',
      reason: '漏列没收违法所得',
    });
    expect(rows(...filed, decided, published, corrected)).toMatchObject([
      { summary: '罚款184,000元，没收违法所得15,260元', publishedOn: '2026-06-10' },
    ]);
  });

  it('names no natural person', () => {
    const person = { name: '王树林', idNumber: '110105197609221044' };
    const history = filed.map((event) =>
      event.type === 'CaseFiled'
        ? ({
            ...event,
            data: { ...event.data, terms: { ...terms, party: { kind: 'natural-person', person } } },
          } as Entry)
        : event,
    );
    const [row] = rows(...history, decided, published);
    expect(row).toMatchObject({ party: null, uscc: null });
    expect(JSON.stringify(row)).not.toContain(person.name);
  });

  it('shows the decision on each party of several', () => {
    const joined = entry('PartyJoined', '2026-03-12', 'lin', {
      party: { kind: 'entity', name: '北京禾田商贸有限公司' },
      part: 'joint-breach',
      basis: [],
      reason: '共同生产',
    });
    const both = [...filed, joined];
    const of = (event: Entry, ofParty: number, number?: string) =>
      ({ ...event, data: Object.assign({}, event.data, { ofParty, ...(number && { number }) }) }) as Entry;
    const second = filed.length;
    expect(
      rows(
        ...both,
        of(decided, second, '朝市监处罚〔2026〕218号'),
        of(published, second),
        of(decided, 3),
        of(published, 3),
      ),
    ).toMatchObject([
      { number: '朝市监处罚〔2026〕217号', party: '京味源肉制品有限公司' },
      { number: '朝市监处罚〔2026〕218号', party: '北京禾田商贸有限公司' },
    ]);
  });
});
