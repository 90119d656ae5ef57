import { isOneProvision, type Matter } from '@anjuan/law';
import { RegistryRefusal } from './registry-refusal.js';

/** Power over whatever a law punishes is no list of matters. @throws RegistryRefusal */
export const mattersListed = (matters: readonly Matter[]): void => {
  const vague = matters.find(({ articles }) => articles.length === 0 || !articles.every(isOneProvision));
  if (matters.length > 0 && vague === undefined) return;
  throw new RegistryRefusal(
    'matters-not-listed',
    `应当载明具体事项、规定范围（《行政处罚法》第二十条第二款、第二十四条第二款）：每一事项逐条写明所依据的条、款、项${vague ? `，“${vague.title}”没有写明` : ''}。Matters are listed one by one (APL 20(2), 24(2)), each by its articles, one provision an item${vague ? `: ${vague.title} is not` : ''}.`,
  );
};
