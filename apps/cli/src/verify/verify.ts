/** `anjuan verify`: whether the record is whole, on either store, also while the API runs on it. */
import { caseProcedure, erasureOrdered, erasureProcedure } from '@anjuan/case';
import { describeDamage, describeLost, surveyRecord, type RecordedEvent } from '@anjuan/event-store';
import { both } from '@anjuan/program';
import { idIn, streamOf } from '@anjuan/record';
import { verifying } from '../messages.js';
import { openStore } from '../views/open-store.js';

const ordered = (event: RecordedEvent) => {
  const id = idIn(erasureProcedure, event.stream);
  return id === undefined ? undefined : { of: streamOf(caseProcedure, id), digests: erasureOrdered(event) };
};

/** Prints the findings; 1 where there is damage. @throws NoStore, StoreUnavailable */
export async function verify(json: boolean, env: NodeJS.ProcessEnv): Promise<number> {
  const { store, close } = await openStore(env);
  try {
    const survey = await surveyRecord(store, { ordered });
    const said = [...survey.damaged.map(describeDamage), ...survey.lost.map(describeLost)];
    const summary = both(verifying.read(survey.events, survey.streams, survey.damaged.length));
    console.log(json ? JSON.stringify(survey, null, 2) : [...said, summary].join('\n'));
    return said.length === 0 ? 0 : 1;
  } finally {
    await close();
  }
}
