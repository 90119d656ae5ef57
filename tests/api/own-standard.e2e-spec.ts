/** A rule of another ministry is asked of an ecology bureau too, and never told to it as law. */
import { administrator, as, register, registerAgency, startApi, type Api } from '../support/api.js';

type Cited = Readonly<{ id: string; cites: string; article: string }>;

describe('what a bureau of another field is told', () => {
  let api: Api;
  beforeAll(async () => {
    api = await startApi();
  });
  afterAll(() => api.close());

  const refusedIn = async (domain: string) => {
    const admin = await administrator(api);
    const agency = await registerAgency(api, admin, `朝阳区${domain}局`, domain);
    const lin = await register(api, admin, agency, { login: `lin-${domain}`, capacity: 'officer' });
    const lead = { source: '投诉举报', summary: '未批先建' };
    const opened = (await as(api, lin).post('/v1/cases/initiation/receive-lead', lead).expect(201)).body;
    const evidence = {
      officers: [lin.person],
      kind: '书证',
      what: '台账',
      provider: ' ',
      papers: [],
    };
    const { body } = await as(api, lin)
      .post(`/v1/cases/${String(opened.case)}/evidence/add`, evidence)
      .set('if-match', `"${String(opened.revision)}"`)
      .expect(409);
    const possible = (
      await as(api, lin)
        .get(`/v1/cases/${String(opened.case)}/actions`)
        .expect(200)
    ).body;
    const refused: readonly Cited[] = body.provisions;
    const because: readonly Cited[] = possible.actions.flatMap(
      ({ because: all }: Readonly<{ because: readonly Cited[] }>) => all,
    );
    const named = (cited: readonly Cited[], id: string) => cited.find((one) => one.id === id);
    return {
      provider: named(refused, 'evidence/provider-named'),
      officers: named(refused, 'officers/two-act-together'),
      handler: named(because, 'initiation/by-a-handler'),
    };
  };

  it('is law to a market-supervision bureau', async () => {
    expect(await refusedIn('market-supervision')).toMatchObject({
      provider: { cites: 'SAMR-P 24', article: '《市场监督管理行政处罚程序规定》第二十四条' },
      officers: { cites: 'APL 42(1)' },
      handler: { cites: 'SAMR-P 19(2)' },
    });
  });

  it('is a standard of this system to an ecology bureau, with its source', async () => {
    expect(await refusedIn('ecology')).toMatchObject({
      provider: {
        cites: expect.stringMatching(/^POLICY 本系统的办案标准，取自.*SAMR-P 24$/),
        article:
          '本系统的办案标准，取自《市场监督管理行政处罚程序规定》第二十四条；A standard of this system, taken from SAMR-P 24',
      },
      officers: { cites: 'APL 42(1)' },
      handler: { cites: expect.stringMatching(/^POLICY .*SAMR-P 19\(2\)$/) },
    });
  });
});
