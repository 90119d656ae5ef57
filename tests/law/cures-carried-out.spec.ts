/** Does what the cure of each provision says, on every attempt that a spec of the law core has refused. */
import { acts, kept, owed, owedBothWays, seenBy, type CaseFile } from '@anjuan/case';
import { provisionsByAct } from '@anjuan/record';
import { curedBy, withoutCure } from './cures/stated.js';
import { requestedAgain } from './cures/doing.js';
import type { Way } from './cures/following.js';
import { afterNotice } from './cures/mends-after-notice.js';
import { beforeNotice } from './cures/mends-before-notice.js';
import { ofGoods } from './cures/mends-of-goods.js';
import { ofPapers } from './cures/mends-of-papers.js';
import { ofParties } from './cures/mends-of-parties.js';
import { breaches, joinedParties } from './cures/mends-breaches.js';
import { examined } from './cures/no-cure.js';
import { planned } from './cures/planner.js';
import { answerTo, type Entry, type Trial } from './cures/trial.js';
import { everyTrial, type Refused } from './cures/trials.js';

const mends: Readonly<Record<string, readonly Way[]>> = {
  ...beforeNotice,
  ...breaches,
  ...joinedParties,
  ...afterNotice,
  ...ofGoods,
  ...ofParties,
  ...ofPapers,
};
/** Named by their matter, not in the table of acts. */
const byTheirMatter = ['approval/open'];

/** The cure says that there is nothing to be done where nothing is there. */
const nothingThere: Readonly<
  Record<string, (file: CaseFile, entered: unknown, context: Trial['context']) => boolean>
> = {
  'execution/not-more-than-owed': (file, entered) => {
    const { left } = owed(seenBy(file, entered));
    return left.fine + left.gains === 0;
  },
  'goods/still-here': ({ goods }) => goods.every((one) => kept(one) - (one.soldEarly ?? 0) === 0),
  'decision-change/refund-owed': (file, _, context) => owedBothWays(file, context).refund === 0,
  'evidence/exclusion-of-a-piece-in-the-file': ({ evidence }) =>
    evidence.pieces.every(({ excluded }) => excluded !== undefined),
  'joined-parties/joined-still': ({ joinedParties = [] }) =>
    joinedParties.every(({ left }) => left !== undefined),
  'joined-parties/joining-not-approved-yet': ({ joinedParties = [] }) =>
    joinedParties.every(({ left, approved }) => left !== undefined || approved !== undefined),
  'preservation/still-preserved': ({ preservations }) => preservations.length > 0,
  // It is served in a step of its own.
  'paper/issued-with-no-service-of-its-own': ({ papers = [] }) =>
    papers.every(({ kind }) => kind === 'decision'),
  'seizure/papers-wait-to-be-served': ({ seizures }) =>
    seizures.every(({ papersOwed, papersServedOn }) => papersOwed !== true || papersServedOn !== undefined),
};

const stated = [
  ...new Set(
    provisionsByAct.filter(({ act }) => Object.hasOwn(acts, act)).map(({ provision }) => provision.id),
  ),
];

let every: readonly Refused[] = [];
let refusedFor: (id: string) => readonly Refused[] = () => [];
const gather = (): void => {
  if (every.length > 0) return;
  every = everyTrial();
  refusedFor = (id) =>
    every
      .filter(({ refused }) => refused.includes(id))
      .sort((one, other) => one.refused.length - other.refused.length);
};

const follow = (way: Way, trial: Trial): readonly Trial[] => [...way(trial), ...requestedAgain(way)(trial)];
const meets = (id: string, way: Way, trial: Trial): boolean =>
  follow(way, trial).some((mended) => !answerTo(mended).refused.includes(id));

describe('every cure can be carried out', () => {
  it('and every provision has one that somebody has said how to carry out', () => {
    gather();
    const unknown = stated.filter(
      (id) => !(id in curedBy || id in mends || byTheirMatter.includes(id) || examined(id) !== undefined),
    );
    expect(unknown).toStrictEqual([]);
    expect(Object.keys(mends).filter((id) => !stated.includes(id) || id in curedBy)).toStrictEqual([]);
    expect(stated.filter((id) => refusedFor(id).length === 0)).toStrictEqual([]);
  });

  it('and every act of the case is done in a spec', () => {
    gather();
    const done = new Set<string>(
      every.flatMap(({ trial, refused }) => (refused.length === 0 ? [trial.act] : [])),
    );
    expect(Object.keys(acts).filter((act) => !done.has(act))).toStrictEqual([]);
  });

  it('by mending the entry, each time that it alone was wrong, and each way that the cure names', () => {
    gather();
    const failed: string[] = [];
    for (const [id, ways] of Object.entries(mends)) {
      const alone = refusedFor(id).filter(({ refused }) => refused.length === 1);
      for (const { trial } of alone) {
        if (
          ways.some((way) => meets(id, way, trial)) ||
          nothingThere[id]?.(trial.file, trial.entry, trial.context) === true
        )
          continue;
        failed.push(`${id}: ${JSON.stringify(trial.entry)}`);
      }
      ways.forEach((way, place) => {
        if (!refusedFor(id).some(({ trial }) => meets(id, way, trial)))
          failed.push(`${id}, way ${String(place)}`);
      });
    }
    expect(failed).toStrictEqual([]);
  });

  it('by mending everything that is wrong with an entry, one thing after the other', () => {
    gather();
    const several = [...every, ...wrongTwice()].filter(
      ({ refused }) => refused.length > 1 && refused.every((id) => id in mends),
    );
    const failed = several.filter(({ trial, refused }) => !allMended(trial, refused));
    expect(failed.map(({ trial, refused }) => [trial.act, ...refused])).toStrictEqual([]);
    expect(several.length).toBeGreaterThan(200);
  });

  it.each(
    Object.keys(curedBy)
      .filter((id) => stated.includes(id))
      .concat(byTheirMatter),
  )('by the acts it names: %s', (id) => {
    gather();
    const tried = refusedFor(id).slice(0, 8);
    expect(tried.some(({ trial }) => (planned(trial, id) ?? planned(trial, id, 4)) !== undefined)).toBe(true);
  });

  it('or there is none, for a reason that is real', () => {
    gather();
    const unreal = [...withoutCure]
      .filter((id) => stated.includes(id))
      .filter((id) => examined(id)?.(id, refusedFor(id), every) !== true);
    expect(unreal).toStrictEqual([]);
  });
});

/** What is wrong with two entries of one act, on one file and day, in one entry. */
const wrongTwice = (): readonly Refused[] => {
  const alone = every.filter(
    ({ refused: [id, ...more] }) => id !== undefined && more.length === 0 && id in mends,
  );
  return alone.flatMap(({ trial, refused: [id] }, index) => {
    const right = every.find(
      (other) => other.refused.length === 0 && other.trial.act === trial.act && isOn(other.trial, trial),
    );
    if (right === undefined) return [];
    return alone
      .slice(index + 1)
      .filter((other) => other.trial.act === trial.act && other.refused[0] !== id && isOn(other.trial, trial))
      .map((other) => {
        const both = {
          ...trial,
          entry: { ...trial.entry, ...changed(right.trial.entry, other.trial.entry) },
        };
        return { trial: both, refused: answerTo(both).refused };
      });
  });
};
const isOn = (one: Trial, other: Trial): boolean =>
  one.context.now === other.context.now && JSON.stringify(one.history) === JSON.stringify(other.history);
const changed = (from: Entry, to: Entry): Entry =>
  Object.fromEntries(
    Object.entries(to).filter(([field, value]) => JSON.stringify(from[field]) !== JSON.stringify(value)),
  );

/** Each cure followed on what the last one left, the last way it names first: a reason given, where a value is kept. */
const allMended = (trial: Trial, ids: readonly string[]): boolean => {
  const left = answerTo(trial).refused.filter((id) => ids.includes(id));
  const [first] = left;
  if (first === undefined) return true;
  return [...(mends[first] ?? [])].reverse().some((way) => {
    const next = follow(way, trial).find(
      (mended) => answerTo(mended).refused.filter((id) => ids.includes(id)).length < left.length,
    );
    return next !== undefined && allMended(next, ids);
  });
};
