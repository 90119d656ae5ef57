/** A line says of which party it is; the acts of a party's step enter it, and nothing said of one is said of another. */
import { fileOf, played } from './stand-in.js';

const joined =
  "on: 2026-03-11, act: party joined, by: lin, party: { kind: natural-person, name: 赵一鸣 }, part: answers-for-the-firm, basis: [{ law: 食品安全法实施条例, article: '75(1)(1)' }], reason: 明知而为";
const concluded = (name: string, yuan: string) =>
  `on: 2026-03-12, act: investigation concluded, ofParty: ${name}, by: [lin, gao], proposal: { fineYuan: ${yuan} }`;
const discussed = (name: string) =>
  `on: 2026-03-13, act: collective discussion, ofParty: ${name}, chair: he, attending: [he], opinions: { he: 同意 }`;
const firm = 3;
const manager = 4;

const after = async (...acts: string[]) => {
  const { commands, outcomes } = await played({ 'x.yaml': fileOf([joined, ...acts]) });
  return { commands: commands.slice(3), last: outcomes.at(-1) };
};

describe('In a case of several parties', () => {
  it('a party is joined as the head writes one', async () => {
    const { commands } = await after();
    expect(commands[0]?.entry).toStrictEqual({
      party: { kind: 'natural-person', person: { name: '赵一鸣' } },
      part: 'answers-for-the-firm',
      basis: [{ law: '食品安全法实施条例', article: '75(1)(1)' }],
      reason: '明知而为',
    });
  });

  it('the entry of the filing or of the joining is entered, in acts of a party alone', async () => {
    const { commands } = await after(concluded('某公司', '500.00'), concluded('赵一鸣', '100.00'));
    expect(commands.slice(1).map(({ act, entry }) => [act, entry['ofParty']])).toStrictEqual([
      ['investigation/conclude', firm],
      ['entry/confirm', undefined],
      ['investigation/conclude', manager],
      ['entry/confirm', undefined],
    ]);
  });

  it('the report on who was joined rests on the law that punishes it', async () => {
    const { commands } = await after(concluded('赵一鸣', '100.00'));
    expect(commands[1]?.entry).toMatchObject({
      basis: [{ law: '食品安全法实施条例', article: '75(1)(1)' }],
    });
  });

  it('what was proposed of the one is not discussed of the other', async () => {
    const { commands } = await after(
      concluded('某公司', '500.00'),
      concluded('赵一鸣', '100.00'),
      discussed('某公司'),
    );
    expect(commands.at(-1)).toMatchObject({
      act: 'collective-discussion/conclude',
      entry: { ofParty: firm, outcome: { penalties: [{ kind: 'fine', fen: 50_000 }] } },
    });
  });

  it('nobody is meant who is not in the case', async () => {
    const { commands, last } = await after(concluded('钱某', '100.00'));
    expect(commands).toHaveLength(1);
    expect(last).toMatchObject({ accepted: false, trouble: { zh: '本案没有当事人“钱某”' } });
  });

  it('a line that says nothing enters nothing', async () => {
    const { commands } = await after(concluded('某公司', '500.00').replace('ofParty: 某公司, ', ''));
    expect(commands[1]?.entry).not.toHaveProperty('ofParty');
  });
});
