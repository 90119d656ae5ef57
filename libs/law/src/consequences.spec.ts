import { consequenceOf } from './consequences.js';

describe('what follows when a period is missed', () => {
  it('is what the table of clocks says of it', () => {
    expect(consequenceOf('C10').zh).toBe('先行登记保存自动解除');
    expect(consequenceOf('C31').en).toBe('the right to reconsideration is lost');
  });

  it('is otherwise that it is late, and seen to be', () => {
    expect(consequenceOf('C15')).toStrictEqual({
      zh: '逾期留痕，可以继续办理',
      en: 'it is late, and seen to be; the step stays possible',
    });
  });
});
