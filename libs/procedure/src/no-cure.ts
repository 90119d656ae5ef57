/** Why no act meets a provision; and what is done where the entry alone is wrong. */
import type { Bilingual } from './provision.js';

/** Who acts, or is named, is not one the law lets do it. */
export const forSomebodyElse: Bilingual = {
  zh: '须由法定人员办理，换人后即可',
  en: 'It is for somebody else to do',
};
/** What is there already is not there twice. */
export const doneOnce: Bilingual = { zh: '只办一次，已经办过', en: 'It is done once, and has been done' };
/** Earlier it was possible; nothing brings that back. */
export const stageOver: Bilingual = { zh: '办理该事项的阶段已过', en: 'The stage for it is over' };
/** Only the calendar meets it. */
export const timeToPass: Bilingual = { zh: '须待期限届满', en: 'Time has to pass' };
/** The number is reserved before this is checked: where there is none, the reservation failed. */
export const numberedByTheProgram: Bilingual = {
  zh: '案号由系统编号，请重试',
  en: 'The program sets the number aside: send it again',
};
/** It depends on what the case is, not on what is done. */
export const notInThisCase: Bilingual = {
  zh: '本案没有此事项',
  en: 'There is nothing of the kind in this case',
};

/** Met by mending the entry itself, where a provision has no words of its own for it. */
export const checkEntry: Bilingual = { zh: '核对并改正所填内容', en: 'Check and mend what was entered' };
