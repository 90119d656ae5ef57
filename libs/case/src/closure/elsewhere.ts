/** What the decision leaves to another agency or to the police has been sent there before the case is closed. */
import { apl, samrP } from '@anjuan/law';
import type { EntryProvision } from '@anjuan/procedure';
import { isPending } from '../crime-transfer/provisions.js';
import { stillJoined } from '../joined-parties/every-party.js';
import type { CaseFile } from '../steps.js';
import { breachesIn, droppedIn } from '../penalty/breaches.js';
import { penaltiesOf } from '../penalty/heavier.js';
import type { ClosureTerms } from './closure.js';

const sentInTime = {
  cites: samrP(17, 1),
  says: '市场监督管理部门发现立案查处的案件属于其他行政管理部门管辖的，应当及时依法移送其他有关部门',
} as const;

/** What the police refuse, or is found to be no crime, comes back: nobody else has it then (APL 27(1)). */
const sentElsewhere = ({
  jurisdiction: { transfer },
  crimeTransfers,
}: Pick<CaseFile, 'jurisdiction' | 'crimeTransfers'>): boolean =>
  transfer?.sentOn !== undefined ||
  crimeTransfers.some(
    ({ sent, answer, outcome }) => sent !== undefined && answer?.kind !== 'refused' && outcome !== 'no-crime',
  );

export const transferDecisionSent: EntryProvision<CaseFile, ClosureTerms> = {
  id: 'closure/transfer-decision-sent',
  ...sentInTime,
  also: [samrP(60, 1, 4), samrP(60, 1, 5), apl(27, 1)],
  en: 'Where the decision was to transfer, the case has been sent: to the agency that is competent, or to the police, who have not sent it back',
  cure: {
    zh: '先移送案件；对其他当事人已经作出决定的，上传移送函（transferPaper）',
    en: 'Send the case first; where others of it are decided on here, add the letter by which this part was transferred (`transferPaper`)',
  },
  curedBy: ['jurisdiction/request-transfer', 'jurisdiction/approve-transfer', 'jurisdiction/send-transfer'],
  fields: ['/ground', '/transferPaper'],
  holds: ({ ground, transferPaper }, file) =>
    ground !== 'no-penalty' ||
    file.decision?.outcome.kind !== 'transfer' ||
    sentElsewhere(file) ||
    (transferPaper !== undefined && isSentByLetter(file)),
};

/** What others have done is decided here: the case itself cannot be sent. What the police still look at waits for them. */
const isSentByLetter = (file: Pick<CaseFile, 'joinedParties' | 'crimeTransfers'>): boolean =>
  stillJoined(file).length > 0 && !file.crimeTransfers.some(isPending);

type Decided = Pick<CaseFile, 'decision' | 'formerDecisions'>;

/** The decision, or the last there was, as it was made and as each order changed it. */
const versions = ({ decision, formerDecisions }: Decided) => {
  const former = formerDecisions.flatMap((one) => one.decision ?? []);
  const last = decision ?? former.at(-1);
  const before = former.filter(({ entry }) => entry === last?.entry);
  return (decision === undefined ? before : [...before, decision]).map(({ outcome }) => outcome);
};

/** What was said last of a breach: a court, an organ or the supervision leaves what it is silent of as it was. */
const leftToAnother = (file: Decided): boolean => {
  const said = versions(file).flatMap((outcome) => [
    ...droppedIn(outcome).map(({ breach, ground }) => [breach, ground] as const),
    ...breachesIn(penaltiesOf(outcome)).map((breach) => [breach, 'punished'] as const),
  ]);
  return [...new Map(said).values()].includes('transferred');
};

/** One of several that is left to another is neither punished nor let off here: somebody has to have it. */
export const droppedBreachSent: EntryProvision<CaseFile, ClosureTerms> = {
  id: 'closure/dropped-breach-sent',
  ...sentInTime,
  also: [samrP(14), apl(27, 1)],
  en: 'A breach that the decision does not punish because it is transferred has been sent: to the police, who have not sent it back, or to another agency by a letter that is entered',
  cure: {
    zh: '上传该违法行为的移送函（transferPaper）；涉嫌犯罪的，先移送公安机关；公安机关不予立案、退回的，另行移送主管机关',
    en: 'Add the letter by which that breach was transferred (`transferPaper`), or send a suspected crime to the police first; what they sent back is transferred to the agency that is competent',
  },
  fields: ['/transferPaper'],
  holds: ({ transferPaper }, file) =>
    transferPaper !== undefined || !leftToAnother(file) || sentElsewhere(file),
};
