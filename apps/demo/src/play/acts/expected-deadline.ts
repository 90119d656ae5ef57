import { apl } from '@anjuan/law';
import { fields } from '../form/record.js';
import { date, person, text } from '../form/readers.js';
import { actWord } from './act-word.js';
import { firstOf } from './officers.js';
import { ActUnplayable } from './scene.js';

/** No act of the procedure: says which day the program must have counted by then. Changes nothing. */
const expected = actWord({
  zh: '核对期限',
  en: 'deadline expected',
  cites: [apl(85)],
  keys: fields({ limit: text, due: date }, { by: person }),
  play: async ({ limit, due, by }, scene) => {
    const counted = await scene.dueOf(by ?? firstOf(scene.said.handlers), limit);
    if (counted.includes(due)) return;
    const days = counted.length === 0 ? '—' : counted.join(', ');
    throw new ActUnplayable(
      `期限 ${limit} 应为 ${due}，程序计算为 ${days}`,
      `the time limit ${limit} should end on ${due}; the program counts ${days}`,
    );
  },
});

export const expectedDeadlineWords = { 'deadline expected': expected };
