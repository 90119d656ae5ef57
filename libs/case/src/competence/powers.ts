/** Which power (权限) each step takes: of an organisation that is entrusted, and of an office that a province charges. */
import type { Provision } from '@anjuan/procedure';
import type { EntrustablePower } from '@anjuan/law';
import type { CaseFile } from '../steps.js';
import { delegationInForce, measuresDelegated, withinTheList } from './delegated.js';
import {
  entrustedOnTheSpot,
  entrustedToExecute,
  entrustedToInvestigate,
  entrustedToServe,
  measuresNotEntrusted,
  withinEntrustedMatters,
} from './entrusted.js';

/** `any`: no power is needed: it confirms or corrects an entry, answers a request, or concerns a recusal. */
type Power = EntrustablePower | 'measures' | 'any';

/** What officers do in each step; the other acts of it are for reviewers and leaders of the agency. */
const powers = {
  initiation: 'investigate',
  evidence: 'investigate',
  preservation: 'investigate',
  seizure: 'measures',
  correction: 'investigate',
  assistance: 'investigate',
  'crime-transfer': 'investigate',
  jurisdiction: 'investigate',
  party: 'investigate',
  'joined-parties': 'investigate',
  suspension: 'investigate',
  investigation: 'investigate',
  'legal-review': 'investigate',
  'case-review': 'investigate',
  review: 'investigate',
  proposal: 'investigate',
  notice: 'serve',
  statement: 'investigate',
  hearing: 'investigate',
  'collective-discussion': 'investigate',
  education: 'investigate',
  'decision-period': 'investigate',
  decision: 'investigate',
  paper: 'serve',
  service: 'serve',
  execution: 'execute',
  'execution-suspension': 'execute',
  'court-enforcement': 'execute',
  remedy: 'execute',
  'decision-change': 'execute',
  publication: 'execute',
  closure: 'execute',
  archive: 'execute',
  'summary-procedure': 'on-the-spot',
  approval: 'any',
  entry: 'any',
  recusal: 'any',
  'reporter-identity': 'investigate',
} as const satisfies Readonly<Record<string, Power>>;

const asks: Readonly<Record<Exclude<Power, 'any'>, Provision<CaseFile>>> = {
  investigate: entrustedToInvestigate,
  'on-the-spot': entrustedOnTheSpot,
  serve: entrustedToServe,
  execute: entrustedToExecute,
  measures: measuresNotEntrusted,
};
const ofEntrusted = (power: Power): readonly Provision<CaseFile>[] =>
  power === 'any' ? [] : [withinEntrustedMatters, asks[power]];

/** Acts that begin, continue or decide a case. Transferring a case and carrying out a decision need no delegation in force. */
const takingPower = [
  'initiation/request-filing',
  'initiation/approve-filing',
  'evidence/record-scene',
  'evidence/record-inquiry',
  'evidence/add',
  'evidence/take-samples',
  'evidence/commission-test',
  'preservation/request',
  'preservation/approve',
  'preservation/take',
  'seizure/request',
  'seizure/approve',
  'seizure/seize',
  'seizure/seize-urgently',
  'seizure/request-extension',
  'seizure/approve-extension',
  'correction/order',
  'investigation/conclude',
  'notice/serve',
  'decision/make',
  'summary-procedure/decide',
  'summary-procedure/decide-on-lead',
] as const;
const takesPower: ReadonlySet<string> = new Set(takingPower);
/** What is applied is in the file by then. */
const onWhatIsApplied: ReadonlySet<string> = new Set(['notice/serve', 'decision/make']);

const ofDelegated = (name: string): readonly Provision<CaseFile>[] => [
  ...(takesPower.has(name) ? [delegationInForce] : []),
  ...(takesPower.has(name) && powers[stepOf(name)] === 'measures' ? [measuresDelegated] : []),
  ...(onWhatIsApplied.has(name) ? [withinTheList] : []),
];

type Steps = keyof typeof powers;
type Asked = Readonly<{ by: readonly string[]; requires: readonly Provision<CaseFile>[] }>;
type StepOf<Name> = Name extends `${infer Step}/${string}` ? Step : never;

const isStep = (name: string): name is Steps => Object.hasOwn(powers, name);
const stepOf = (name: string): Steps => {
  const [step = ''] = name.split('/');
  if (!isStep(step)) throw new TypeError(`Nobody has said which power ${name} takes.`);
  return step;
};

const asked = (name: string, it: Asked): Asked => ({
  ...it,
  requires: [
    ...it.requires,
    ...(it.by.includes('officer') ? ofEntrusted(powers[stepOf(name)]) : []),
    ...ofDelegated(name),
  ],
});

/** The acts, each asked for the power that it takes besides what it asks for itself. A step that is not in the table does not compile, nor an act of `takingPower` that is none. */
export const askedForPower = <Acts extends Readonly<Record<keyof Acts, Asked>>>(
  acts: Acts &
    (StepOf<keyof Acts> extends Steps ? unknown : never) &
    ((typeof takingPower)[number] extends keyof Acts ? unknown : never),
): Acts =>
  Object.assign(
    {},
    acts,
    Object.fromEntries(Object.entries<Asked>(acts).map(([name, it]) => [name, asked(name, it)])),
  );
