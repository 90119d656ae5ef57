import { acl, samrP } from '@anjuan/law';
import { fields, record } from '../form/record.js';
import { count, flag, oneOrMore, person, text } from '../form/readers.js';
import { actWord } from './act-word.js';
import { papersOf } from './evidence.js';
import { byOfficers, firstOf, idsOf } from './officers.js';
import { lines, listOf, type Lines } from './goods.js';
import type { Scene } from './scene.js';

export const basis = record(fields({ law: text, article: text }, { says: text }));

export const checklist = {
  credentialShown: flag,
  rightsTold: flag,
  statementHeard: flag,
  decisionHandedOver: flag,
  listHandedOver: flag,
  partyPresent: flag,
  absence: text,
  sceneRecord: text,
  recordSigned: flag,
  refusalNoted: text,
  witness: text,
  lines,
};

type Checklist = Readonly<{
  credentialShown?: boolean;
  rightsTold?: boolean;
  statementHeard?: boolean;
  decisionHandedOver?: boolean;
  listHandedOver?: boolean;
  partyPresent?: boolean;
  absence?: string;
  sceneRecord?: string;
  recordSigned?: boolean;
  refusalNoted?: string;
  witness?: string;
  lines?: Lines;
  media?: readonly string[];
}>;

/** Who was there and who signed, as far as the file says so. */
const presence = ({ partyPresent, absence, recordSigned, refusalNoted, witness }: Checklist) => ({
  ...(partyPresent !== undefined && { partyPresent }),
  ...(absence !== undefined && { absence }),
  ...(recordSigned !== undefined && { recordSigned }),
  ...(refusalNoted !== undefined && { refusalNoted }),
  ...(witness !== undefined && { witness }),
});

/** What a file does not say of the scene has not been done. The agency keeps a copy of a list that is handed over. */
export const onTheScene = async (entry: Checklist, scene: Scene) => ({
  credentialShown: entry.credentialShown ?? false,
  rightsTold: entry.rightsTold ?? false,
  statementHeard: entry.statementHeard ?? false,
  decisionHandedOver: entry.decisionHandedOver ?? false,
  listHandedOver: entry.listHandedOver ?? false,
  media: await papersOf(scene, entry.media),
  ...(entry.listHandedOver === true && { list: await scene.paper('场所、设施、财物清单') }),
  ...(entry.sceneRecord !== undefined && { sceneRecord: await scene.paper(entry.sceneRecord) }),
  ...presence(entry),
  ...listOf(entry.lines),
});

const seizure = actWord({
  zh: '查封、扣押',
  en: 'seizure',
  cites: [acl(18), acl(24, 1), samrP(36)],
  keys: fields(
    { items: text, basis, approvedBy: person, days: count },
    { by: oneOrMore(person), reason: text, media: oneOrMore(text), ...checklist },
  ),
  play: async (entry, scene) => {
    const officers = entry.by ?? scene.said.handlers;
    const [requested] = await scene.ask(firstOf(officers), 'seizure/request', {
      items: entry.items,
      basis: entry.basis,
      days: entry.days,
      reason:
        entry.reason ??
        scene.filled('制止违法行为、防止证据损毁', { zh: '扣押理由', en: 'reason for the seizure' }),
    });
    if (!requested) return;
    await scene.ask(entry.approvedBy, 'seizure/approve', { approval: requested.entry });
    await byOfficers(scene, officers, 'seizure/seize', {
      officers: idsOf(scene, officers),
      approval: requested.entry,
      ...(await onTheScene(entry, scene)),
    });
  },
});

const seizureExtended = actWord({
  zh: '延长查封、扣押期限',
  en: 'seizure extended',
  cites: [acl(25, 1), samrP(38)],
  keys: fields({ approvedBy: person, days: count }, { by: oneOrMore(person), reason: text }, [
    'items',
    'basis',
    'media',
    ...Object.keys(checklist),
  ]),
  play: async (entry, scene) => {
    const [requested] = await scene.ask(
      firstOf(entry.by ?? scene.said.handlers),
      'seizure/request-extension',
      {
        seizure: scene.entryOf('ItemsSeized'),
        days: entry.days,
        reason: entry.reason ?? scene.filled('情况复杂', { zh: '延长理由', en: 'reason for the extension' }),
      },
    );
    if (requested)
      await scene.ask(entry.approvedBy, 'seizure/approve-extension', { approval: requested.entry });
  },
});

export const seizureWords = { seizure, 'seizure extended': seizureExtended };
