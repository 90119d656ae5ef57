import { doneOnce } from '@anjuan/procedure';
import { cureOf } from './cures.js';

describe('what the reader of a refusal can do', () => {
  it('is said in the provision’s own words, with the acts that meet it', () => {
    const cure = { zh: '先送达告知书', en: 'Serve the notice first' };
    expect(cureOf({ cure, curedBy: ['notice/serve'] })).toStrictEqual({
      cure: { ...cure, acts: ['notice/serve'] },
    });
  });

  it('is said with the titles of its acts, all of them, where the provision has no words', () => {
    expect(cureOf({ curedBy: ['preservation/deal-with', 'preservation/lift'] })).toStrictEqual({
      cure: {
        zh: '先办理：处理先行登记保存的证据、解除先行登记保存',
        en: 'First: Deal with the evidence preserved; Lift a preservation',
        acts: ['preservation/deal-with', 'preservation/lift'],
      },
    });
  });

  it('is an act of any procedure', () => {
    expect(cureOf({ curedBy: ['declaration/publish'], instead: true })).toStrictEqual({
      cure: {
        zh: '改为办理：登记企业标准自我声明',
        en: 'Instead: Take down a self-declared standard',
        acts: ['declaration/publish'],
      },
    });
  });

  it('is nothing where it was done already: then the reason is said', () => {
    expect(cureOf({ noCure: doneOnce })).toStrictEqual({
      noCure: { zh: '只办一次，已经办过', en: 'It is done once, and has been done' },
    });
  });

  it('is the provision’s own sentence, also where there is a reason', () => {
    const cure = { zh: '另行办理', en: 'Do otherwise' };
    expect(cureOf({ cure, noCure: doneOnce })).toStrictEqual({ cure });
  });

  it('is to mend the entry where nothing is said', () => {
    expect(cureOf({})).toStrictEqual({
      cure: { zh: '核对并改正所填内容', en: 'Check and mend what was entered' },
    });
  });
});
