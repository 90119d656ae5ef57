/** The story of a case as a legal officer reads it: day, act, who in which capacity, article; reasons of refusals. */
import { inLine } from '@anjuan/program';
import { dayOf, longCite, shortCite, startOfDay } from '@anjuan/law';
import { capacityNames, faults, story } from '../messages.js';
import type { Tried } from '../play/case-session.js';
import type { CaseFile } from '../play/case-file.js';
import type { Outcome } from '../play/play.js';
import type { Reason } from '../play/verdict.js';

const indent = (line: string): string => `      ${line}`;

const clockTime = (at: string): string => {
  const minutes = Math.floor((Date.parse(at) - Date.parse(startOfDay(dayOf(at)))) / 60_000);
  const two = (n: number) => String(n).padStart(2, '0');
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
};

const titleOf = ({ step: { line } }: Outcome): string => inLine(line.title);

const headline = (outcome: Outcome): string => {
  const { step, accepted } = outcome;
  const title = titleOf(outcome);
  const [went, refused] = step.line.attempt
    ? [story.attemptAccepted, story.attemptRefused]
    : [story.act, story.actRefused];
  const { name } = step.file;
  return `${step.line.on} ${clockTime(step.at)}  [${name}]  ${(accepted ? went : refused)(title)}`;
};

const doer = ({ by, capacity, title }: Tried): string => {
  const { zh, en } = capacityNames[capacity];
  return `${by.name}（${zh} ${en}）：${inLine(title)}`;
};

const isPolicy = (cites: string): boolean => cites.startsWith('POLICY ');

const reason = ({ cites, article, says, en }: Reason): readonly string[] => [
  indent(isPolicy(cites) ? `  - ${story.policy} ${article}：${says}` : `  - ${article}（${cites}）：${says}`),
  indent(`    ${en}`),
];

const articles = ({ step: { line } }: Outcome): string =>
  line.cites.map((cites) => `${longCite(cites)}（${shortCite(cites)}）`).join('、');

const faultLines = ({ fault }: Outcome): readonly string[] => {
  if (!fault) return [];
  const wanted = 'citations' in fault ? ` ${fault.citations.join(', ')}` : '';
  return [indent(`!! ${inLine(faults[fault.kind])}${wanted}`)];
};

const refusalLines = ({ reasons, trouble }: Outcome): readonly string[] => [
  ...(reasons.length > 0 ? [indent(story.because), ...reasons.flatMap(reason)] : []),
  ...(trouble ? [indent(inLine(trouble))] : []),
];

/** What the story is about: each case and its cause. */
export const introduction = (files: readonly CaseFile[]): string =>
  [...files.map(({ name, agency, facts }) => `[${name}]  ${agency.name}：${facts.cause}`), ''].join('\n');

/** The lines of one act or attempt. */
export const storyOf = (outcome: Outcome): string => {
  const { step, accepted, calls, refused, filled } = outcome;
  const numbers = [...new Set(calls.flatMap(({ number }) => number ?? []))];
  return [
    headline(outcome),
    ...calls.map((call) => indent(doer(call))),
    ...(refused ? [indent(`${doer(refused)} —— ${story.refused}`)] : []),
    ...(accepted ? [indent(story.under(articles(outcome)))] : []),
    ...numbers.map((number) => indent(story.number(number))),
    ...(filled.length > 0
      ? [indent(story.filled(filled.map(({ zh, en }) => `${zh} ${en}`).join('；')))]
      : []),
    ...(step.line.unused.length > 0 ? [indent(story.unused(step.line.unused.join(', ')))] : []),
    ...refusalLines(outcome),
    ...faultLines(outcome),
  ].join('\n');
};

/** One line that says which act or attempt is not as its file says, and how. */
export const faultText = (outcome: Outcome): string =>
  `  ${outcome.step.file.name}:${outcome.step.line.line} ${outcome.step.line.on} ${outcome.step.line.act}\n${faultLines(outcome).join('\n')}`;
