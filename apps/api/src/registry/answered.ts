import type { FastifyReply } from 'fastify';

/** 202: another person has to approve it first. */
export const answered = <Answer extends object>(
  reply: FastifyReply,
  { proposal, ...answer }: Readonly<{ proposal?: number }> & Answer,
) => {
  if (proposal === undefined) return answer;
  reply.status(202);
  return { ...answer, proposal };
};

/** As `answered`; 204 where there is nothing to say. */
export const answeredOrEmpty = (reply: FastifyReply, { proposal }: Readonly<{ proposal?: number }>) => {
  if (proposal === undefined) return undefined;
  reply.status(202);
  return { proposal };
};
