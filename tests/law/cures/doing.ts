/** Acts done on a history, so that another act is no longer refused. */
import { replay, seenBy, type ActName, type MatterName } from '@anjuan/case';
import { digestOf, numbered, reviewedDigestOf, type Happened } from '../../../libs/case/src/testing.js';
import { somebodyElse, words, type Way } from './following.js';
import { answerTo, type Answer, type Entry, type Trial } from './trial.js';

/** The trial on its history as that is with further events, recorded by who did them. */
export const after = (trial: Trial, { recorded }: Answer, by: Trial): Trial => {
  const { now, today, people, actor } = by.context;
  const history: readonly Happened[] = [
    ...by.history,
    ...recorded.map((event) => ({ ...event, recordedAt: now, recordedBy: actor.person })),
  ];
  const file = replay(numbered(history));
  return {
    ...trial,
    history,
    file,
    context: {
      ...trial.context,
      now,
      today,
      people,
      dossierDigest: digestOf(seenBy(file, trial.entry)),
      reviewedDigest: reviewedDigestOf(seenBy(file, trial.entry)),
    },
  };
};

/** The trial after whoever may has done another act; nothing, when nobody could. */
export const done = (trial: Trial, act: ActName, entry: Entry): readonly Trial[] => {
  for (const other of somebodyElse({ ...trial, act, entry })) {
    const answer = answerTo(other);
    if (answer.recorded.length > 0) return [after(trial, answer, other)];
  }
  return [];
};

/** Which act asks for a matter. */
export const requests: Readonly<Record<MatterName, ActName>> = {
  filing: 'initiation/request-filing',
  'not-filing': 'initiation/request-not-filing',
  'check-extension': 'initiation/request-check-extension',
  preservation: 'preservation/request',
  seizure: 'seizure/request',
  'seizure-extension': 'seizure/request-extension',
  'seizure-lifting': 'seizure/request-lifting',
  'early-disposal': 'seizure/request-early-disposal',
  transfer: 'jurisdiction/request-transfer',
  suspension: 'suspension/request',
  termination: 'suspension/request-termination',
  'review-extension': 'review/request-extension',
  'decision-extension': 'decision-period/request-extension',
  'court-enforcement': 'court-enforcement/request',
  'execution-suspension': 'execution-suspension/request',
  'execution-termination': 'execution-suspension/request-termination',
  'execution-agreement': 'execution/request-agreement',
  'party-change': 'party/request-change',
  closure: 'closure/request',
};

/** What is wrong stands in the request that is to be approved: it is returned, and made again as the cure says. */
export const requestedAgain =
  (way: Way): Way =>
  (trial) => {
    const approval = trial.file.approvals.find(({ entry }) => entry === trial.entry['approval']);
    if (approval === undefined || !('terms' in approval)) return [];
    const act = requests[approval.matter];
    return done(trial, 'approval/return', { approval: approval.entry, reason: words }).flatMap((returned) =>
      way({ ...returned, act, entry: approval.terms })
        .flatMap((request) => done({ ...returned, context: request.context }, act, request.entry))
        .map((again) => ({
          ...again,
          entry: { ...trial.entry, approval: again.file.approvals.at(-1)?.entry },
        })),
    );
  };
