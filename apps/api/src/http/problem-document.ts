import { cures } from './problem-cures.js';
import { problems, type Problem } from './problems.js';

export const problemType = 'application/problem+json';

/** Where a problem was found. `instance`: the requested path, without its query. */
export type Found = Readonly<{ publicUrl: string; instance: string; requestId: string }>;

/** A problem of one of several things that a request is about, in the answer about all of them. */
export const problemAsJson = ({ type, message, extensions }: Problem) => {
  const { status, zh, en } = problems[type];
  return {
    type: `/problems/${type}`,
    title: `${zh}；${en}`,
    status,
    detail: message,
    cure: cures[type],
    ...extensions,
  };
};

/** RFC 9457: the one form of every refusal. */
export const problemDocument = (
  { type, message, extensions }: Problem,
  { publicUrl, instance, requestId }: Found,
  detail: string = message,
): string => {
  const { status, zh, en } = problems[type];
  return JSON.stringify({
    type: `${publicUrl}/problems/${type}`,
    title: `${zh}；${en}`,
    status,
    ...(detail !== '' && { detail }),
    instance,
    requestId,
    cure: cures[type],
    ...extensions,
  });
};
