import type { Outcome } from '@anjuan/case';
import { apl, samrP } from '@anjuan/law';
import { fields, record } from '../form/record.js';
import { byKey, list, person, text, word } from '../form/readers.js';
import { actWord } from './act-word.js';
import { idsOf } from './officers.js';
import {
  amounts,
  ofBreach,
  outcomeOfEach,
  penaltyOutcome,
  type Amounts,
  type OfBreach,
} from './penalty-words.js';
import { ActUnplayable, type Said, type Scene } from './scene.js';

/** What somebody says at the discussion; the word decides which way it counts. */
const opinionWords = { 同意: true, 不同意: false } as const;

type Opinions = Readonly<Partial<Record<string, boolean>>>;

/** What the leaders discuss is what was proposed. */
const proposed = ({ said: { proposal } }: Scene): Outcome => {
  if (proposal) return proposal;
  throw new ActUnplayable(
    '案件文件中没有“investigation concluded”及其 proposal，不知讨论什么',
    'the file has no "investigation concluded" with a proposal: there is nothing to discuss',
  );
};

const opinionsOf = async (scene: Scene, attending: readonly string[], opinions: Opinions): Promise<void> => {
  for (const member of attending) {
    const agrees = opinions[member];
    if (agrees === undefined) continue;
    const opinion = agrees ? '同意' : '不同意';
    await scene.ask(member, 'collective-discussion/give-opinion', { agrees, opinion });
  }
};

const discussion = actWord({
  zh: '负责人集体讨论',
  en: 'collective discussion',
  cites: [apl(57, 2), samrP(60, 2)],
  keys: fields(
    { chair: person, attending: list(person), opinions: byKey(person, word(opinionWords)) },
    { handlersReport: list(person) },
  ),
  play: async ({ chair, attending, opinions, handlersReport }, scene) => {
    await scene.ask(chair, 'collective-discussion/open', {
      attending: idsOf(scene, attending),
      handlersReport: idsOf(scene, handlersReport ?? scene.said.handlers),
    });
    await opinionsOf(scene, attending, opinions);
    await scene.ask(chair, 'collective-discussion/conclude', {
      outcome: scene.filled(proposed(scene), {
        zh: '讨论的处理意见（即调查终结时的建议）',
        en: 'what was discussed (the proposal of the investigation)',
      }),
      conclusion: scene.filled('按各参会负责人发表的意见作出结论', {
        zh: '讨论结论的文字',
        en: 'wording of the conclusion',
      }),
    });
  },
});

const kinds = {
  penalty: 'penalty',
  'no penalty': 'no-penalty',
  'facts not established': 'facts-not-established',
} as const;
type Kind = (typeof kinds)[keyof typeof kinds];
type Given = Amounts & Readonly<{ kind?: Kind; breaches?: readonly OfBreach[] }>;

const outcomeOf = (given: Given, { proposal }: Said): Outcome => {
  if (given.breaches !== undefined) return outcomeOfEach(given.breaches);
  if ((given.kind ?? 'penalty') === 'penalty') return penaltyOutcome(given);
  // The file gives the ground once, where the investigation ends; the decision refers to it.
  if (proposal && proposal.kind === given.kind) return proposal;
  throw new ActUnplayable(
    '案件文件未写明不予处罚的理由：应在“investigation concluded”的 proposal 中写 noPenalty 或者 factsNotEstablished',
    'the file gives no ground: write noPenalty or factsNotEstablished in the proposal of "investigation concluded"',
  );
};

const resultWords = { adopted: '予以采纳', 'partly-adopted': '部分采纳', 'not-adopted': '不予采纳' } as const;

const onStatements = ({ recheck }: Said): { onStatements?: string } =>
  recheck === undefined ? {} : { onStatements: `${resultWords[recheck.result]}：${recheck.reason}` };

const decision = actWord({
  zh: '行政处罚决定',
  en: 'decision',
  cites: [apl(57, 1), samrP(60)],
  keys: fields(
    { by: person },
    {
      number: text,
      kind: word(kinds),
      lateReason: text,
      redo: text,
      ...amounts,
      breaches: list(record(ofBreach)),
    },
  ),
  says: ({ kind }) => ({ decided: kind ?? 'penalty' }),
  play: async ({ by, number, lateReason, redo, ...given }, scene) =>
    scene.ask(by, 'decision/make', {
      ...(number !== undefined && { number }),
      outcome: outcomeOf(given, scene.said),
      ...onStatements(scene.said),
      ...(lateReason !== undefined && { lateReason }),
      ...(redo !== undefined && { redo }),
    }),
});

export const decisionWords = { 'collective discussion': discussion, decision };
