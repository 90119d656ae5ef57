/** What was taken unlawfully or was never verified carries no fact (排除证据): APL 46(2), (3); SAMR-P 23. */
import { apl, dayOf, policy, samrP, type LocalDate } from '@anjuan/law';
import { type EntryNumber, type EntryProvision, type Event, filled } from '@anjuan/procedure';
import type { Recorded } from '../case-event.js';
import type { CaseFile } from '../steps.js';
import { act } from '../case-act.js';
import { eventKind, type Events } from '../event-kind.js';
import type { Evidence, Piece } from './evidence.js';
import { byHandlerUndecided } from './provisions.js';
import { excludeEvidenceSchema } from './entries.js';
import type { Entry } from '@anjuan/entry';
import type { ExclusionGround } from './words.js';

export { exclusionGrounds, type ExclusionGround } from './words.js';

/** evidence/exclude: the piece stays in the file and is seen there; no fact rests on it any more. */
export type ExcludeEvidence = Entry<typeof excludeEvidenceSchema>;
export type EvidenceExcluded = Event<'EvidenceExcluded', ExcludeEvidence>;
export type Exclusion = Readonly<{ entry: EntryNumber; on: LocalDate; ground: ExclusionGround }>;

type OfEvidence = Pick<CaseFile, 'evidence'>;

/** The pieces on which a fact may rest. */
export const admissible = ({ pieces }: Evidence): readonly Piece[] =>
  pieces.filter(({ excluded }) => excluded === undefined);

export const pieceAdmitted: EntryProvision<OfEvidence, ExcludeEvidence> = {
  id: 'evidence/exclusion-of-a-piece-in-the-file',
  cites: policy(
    '排除针对案卷中尚未排除的证据；What is excluded is evidence in the file, not excluded already',
  ),
  also: [apl(46, 3)],
  says: '排除的应当是案卷中尚未排除的证据',
  en: 'What is excluded is a piece of evidence of this file that has not been excluded yet',
  cure: {
    zh: '填写尚未排除的证据的记录编号；没有的，不作排除',
    en: 'Give the entry number of a piece that is not excluded yet; where there is none, nothing is excluded',
  },
  fields: ['/piece'],
  holds: ({ piece }, { evidence }) => admissible(evidence).some(({ entry }) => entry === piece),
};

export const exclusionReasoned: EntryProvision<unknown, ExcludeEvidence> = {
  id: 'evidence/exclusion-reasoned',
  cites: apl(46, 3),
  also: [apl(46, 2), samrP(23)],
  says: '以非法手段取得的证据，不得作为认定案件事实的根据',
  en: 'It is stated what was unlawful about taking the piece, or why it cannot be verified',
  cure: { zh: '写明排除的理由', en: 'State why it is excluded' },
  fields: ['/reason'],
  holds: ({ reason }) => filled(reason),
};

export const exclusionActs = {
  'evidence/exclude': act<ExcludeEvidence, Recorded<'EvidenceExcluded'>>({
    title: { zh: '排除证据', en: 'Exclude a piece of evidence' },
    entry: excludeEvidenceSchema,
    by: ['officer'],
    of: 'any-party',
    requires: byHandlerUndecided,
    demands: [pieceAdmitted, exclusionReasoned],
    records: 'EvidenceExcluded',
  }),
};

export const exclusionEvents: Events<EvidenceExcluded> = {
  EvidenceExcluded: eventKind(
    {
      v: 1,
      volume: 'evidence',
      personal: {},
      refersTo: ['piece'],
      withdrawableBy: 'handler',
      investigates: true,
      inDossier: true,
    },
    ({ evidence }, { data, revision, occurredAt }) => ({
      evidence: {
        ...evidence,
        pieces: evidence.pieces.map((piece) =>
          piece.entry === data.piece
            ? { ...piece, excluded: { entry: revision, on: dayOf(occurredAt), ground: data.ground } }
            : piece,
        ),
      },
    }),
  ),
};
