/** Words for an execution that rests, goes on and ends. */
import { executionSuspensionGrounds, executionTerminationGrounds } from '@anjuan/case';
import { acl } from '@anjuan/law';
import { fields } from '../form/record.js';
import { oneOf, person, text } from '../form/readers.js';
import { actWord } from './act-word.js';
import { firstOf } from './officers.js';

const suspended = actWord({
  zh: '中止执行',
  en: 'execution suspended',
  cites: [acl(39, 1)],
  keys: fields({ approvedBy: person, ground: oneOf(executionSuspensionGrounds), reason: text }, {}),
  play: async ({ approvedBy, ground, reason }, scene) => {
    const by = firstOf(scene.said.handlers);
    const [requested] = await scene.ask(by, 'execution-suspension/request', { ground, reason });
    if (requested) await scene.ask(approvedBy, 'execution-suspension/approve', { approval: requested.entry });
  },
});

const resumed = actWord({
  zh: '恢复执行',
  en: 'execution resumed',
  cites: [acl(39, 2)],
  keys: fields({ reason: text }, { whyStill: text }),
  play: async ({ reason, whyStill }, scene) =>
    scene.ask(firstOf(scene.said.handlers), 'execution-suspension/resume', {
      reason,
      ...(whyStill !== undefined && { whyStill }),
    }),
});

const terminated = actWord({
  zh: '终结执行',
  en: 'execution terminated',
  cites: [acl(40)],
  keys: fields(
    { approvedBy: person, ground: oneOf(executionTerminationGrounds), reason: text },
    { paper: text },
  ),
  play: async ({ approvedBy, ground, reason, paper }, scene) => {
    const by = firstOf(scene.said.handlers);
    const [requested] = await scene.ask(by, 'execution-suspension/request-termination', {
      ground,
      reason,
      ...(paper !== undefined && { paper: await scene.paper(paper) }),
    });
    if (requested)
      await scene.ask(approvedBy, 'execution-suspension/approve-termination', { approval: requested.entry });
  },
});

export const executionSuspensionWords = {
  'execution suspended': suspended,
  'execution resumed': resumed,
  'execution terminated': terminated,
};
