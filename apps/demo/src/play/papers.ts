/** Generated papers: small texts that stand for the papers a clerk would have; each uploaded once. */
import type { Paper } from '@anjuan/case';
import { accepted, named, refusalOf } from './answers.js';
import type { Client } from './client.js';
import type { Member } from './registry.js';

export type Papers = Readonly<{
  /** The paper of that text, uploaded by the member. Throws ActRefused. */
  upload: (by: Member, agency: string, name: string, text: string) => Promise<Paper>;
}>;

export const createPapers = (client: Client): Papers => {
  const uploaded = new Map<string, Promise<Paper>>();
  const send = async (by: Member, name: string, text: string): Promise<Paper> => {
    const file = new TextEncoder().encode(text);
    const path = `/v1/files?name=${encodeURIComponent(`${name}.txt`)}`;
    const answer = await client.ask(by.account, { method: 'POST', path, file });
    if (!accepted(answer)) throw refusalOf(answer);
    return { sha256: named(answer, 'sha256'), name };
  };
  return {
    upload: (by, agency, name, text) => {
      const key = JSON.stringify([agency, name, text]);
      const paper = uploaded.get(key) ?? send(by, name, text);
      uploaded.set(key, paper);
      return paper;
    },
  };
};
