/** An attempt of several commands that was refused half-way: what had been accepted is withdrawn again. */
import type { Bilingual } from '@anjuan/case';
import { ActRefused } from './answers.js';
import type { Recorded, Scene } from './acts/scene.js';
import type { Call, CaseSession } from './case-session.js';

const reason = '试办未成，撤回；The attempt was refused: withdrawn again';

const withdraw = async (scene: Scene, { by }: Call, { type, entry }: Recorded): Promise<Bilingual> => {
  try {
    if (type === 'ApprovalRequested')
      await scene.ask(by.key, 'approval/withdraw', { approval: entry, reason });
    else await scene.ask(by.key, 'entry/withdraw', { entry, reason });
    return { zh: `撤回第 ${entry} 号记录`, en: `entry ${entry} withdrawn again` };
  } catch (error) {
    if (!(error instanceof ActRefused)) throw error;
    return { zh: `第 ${entry} 号记录未能撤回`, en: `entry ${entry} could not be withdrawn` };
  }
};

/** Withdraws in reverse order; says what was withdrawn and what was not. */
export const withdrawAgain = async (
  scene: Scene,
  session: CaseSession,
  calls: readonly Call[],
): Promise<readonly Bilingual[]> => {
  const said: Bilingual[] = [];
  for (const call of calls.toReversed())
    for (const recorded of call.recorded.toReversed()) said.push(await withdraw(scene, call, recorded));
  session.forget(calls.flatMap(({ recorded }) => recorded.map(({ entry }) => entry)));
  return said;
};
