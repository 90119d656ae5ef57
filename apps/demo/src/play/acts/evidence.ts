import { evidenceKinds, exclusionGrounds, samplingManners, type Paper } from '@anjuan/case';
import { acl, apl, samrP } from '@anjuan/law';
import { fields } from '../form/record.js';
import { count, flag, oneOf, oneOrMore, person, text } from '../form/readers.js';
import { actWord } from './act-word.js';
import { goods, goodsOf, tested, testedOf } from './goods.js';
import { byOfficers, firstOf, idsOf } from './officers.js';
import type { Scene } from './scene.js';

const by = oneOrMore(person);
const media = oneOrMore(text);

/** One generated paper for each name. */
export const papersOf = async (scene: Scene, names: readonly string[] = []): Promise<readonly Paper[]> => {
  const papers: Paper[] = [];
  for (const name of names) papers.push(await scene.paper(name));
  return papers;
};

const sceneRecord = actWord({
  zh: '现场检查、勘验',
  en: 'scene record',
  cites: [apl(42, 1), apl(55, 1), samrP(28)],
  keys: fields(
    { kind: oneOf(['现场笔录', '勘验笔录']), by },
    {
      what: text,
      media,
      credentialShown: flag,
      recordSigned: flag,
      nobodyThere: flag,
      refusalNoted: text,
      witness: text,
    },
    ['person', 'provider'],
  ),
  play: async (entry, scene) => {
    await byOfficers(scene, entry.by, 'evidence/record-scene', {
      officers: idsOf(scene, entry.by),
      kind: entry.kind,
      what: entry.what ?? scene.filled('现场检查情况', { zh: '检查内容', en: 'what was inspected' }),
      place: scene.filled(
        scene.facts.party.address ?? scene.facts.party.person?.address ?? '当事人经营场所',
        {
          zh: '检查地点（取自当事人地址）',
          en: 'place (from the party’s address)',
        },
      ),
      credentialShown: entry.credentialShown ?? false,
      ...(entry.recordSigned !== undefined && { recordSigned: entry.recordSigned }),
      ...(entry.nobodyThere !== undefined && { nobodyThere: entry.nobodyThere }),
      ...(entry.refusalNoted !== undefined && { refusalNoted: entry.refusalNoted }),
      ...(entry.witness !== undefined && { witness: entry.witness }),
      record: await scene.paper(entry.kind),
      ...(entry.media && { media: await papersOf(scene, entry.media) }),
    });
  },
});

const inquiryRecord = actWord({
  zh: '询问',
  en: 'inquiry record',
  cites: [apl(42, 1), apl(55), samrP(29)],
  keys: fields({ kind: oneOf(['当事人的陈述', '证人证言']), person: text, by }, { credentialShown: flag }, [
    'what',
    'provider',
    'media',
  ]),
  play: async (entry, scene) => {
    await byOfficers(scene, entry.by, 'evidence/record-inquiry', {
      officers: idsOf(scene, entry.by),
      kind: entry.kind,
      person: entry.person,
      record: await scene.paper(`询问笔录（${entry.person}）`),
      ...(entry.credentialShown !== undefined && { credentialShown: entry.credentialShown }),
    });
  },
});

const evidence = actWord({
  zh: '收集证据',
  en: 'evidence',
  cites: [apl(42, 1), apl(46), samrP(23), samrP(24)],
  keys: fields({ kind: oneOf(evidenceKinds), what: text, by }, { provider: text, media }, [
    'person',
    'credentialShown',
  ]),
  play: async (entry, scene) => {
    await byOfficers(scene, entry.by, 'evidence/add', {
      officers: idsOf(scene, entry.by),
      kind: entry.kind,
      what: entry.what,
      provider: entry.provider ?? '',
      papers: await papersOf(scene, [entry.what, ...(entry.media ?? [])]),
    });
  },
});

const evidenceExcluded = actWord({
  zh: '排除证据',
  en: 'evidence excluded',
  cites: [apl(46), samrP(23)],
  keys: fields({ ground: oneOf(exclusionGrounds), reason: text }, { nth: count }),
  play: async ({ ground, reason, nth = 1 }, scene) =>
    scene.ask(firstOf(scene.said.handlers), 'evidence/exclude', {
      piece: scene.entryOf('EvidenceAdded', nth - 1),
      ground,
      reason,
    }),
});

const samplesTaken = actWord({
  zh: '抽样取证',
  en: 'samples taken',
  cites: [apl(56), samrP(31)],
  keys: fields(
    { what: text, by },
    {
      manner: oneOf(samplingManners),
      partyPresent: flag,
      absence: text,
      sealed: flag,
      recordSigned: flag,
      refusalNoted: text,
      credentialShown: flag,
      media,
      body: text,
      goods,
    },
  ),
  play: async (entry, scene) => {
    await byOfficers(scene, entry.by, 'evidence/take-samples', {
      officers: idsOf(scene, entry.by),
      manner: entry.manner ?? 'on-the-scene',
      what: entry.what,
      ...(entry.goods && { of: goodsOf(entry.goods, scene) }),
      place: scene.filled(scene.facts.party.address ?? '当事人经营场所', {
        zh: '抽样地点（取自当事人地址）',
        en: 'place (from the party’s address)',
      }),
      credentialShown: entry.credentialShown ?? false,
      partyPresent: entry.partyPresent ?? false,
      ...(entry.absence !== undefined && { absence: entry.absence }),
      sealed: entry.sealed ?? false,
      recordSigned: entry.recordSigned ?? false,
      ...(entry.refusalNoted !== undefined && { refusalNoted: entry.refusalNoted }),
      record: await scene.paper('抽样记录'),
      list: await scene.paper('样品清单'),
      ...(entry.media && { media: await papersOf(scene, entry.media) }),
      ...(entry.body !== undefined && { body: entry.body }),
    });
  },
});

const testCommissioned = actWord({
  zh: '委托检验、鉴定',
  en: 'test commissioned',
  cites: [samrP(32), acl(25, 3)],
  keys: fields({ body: text, periodDays: count }, { toldInWriting: flag, goods: tested }, ['kind', 'what']),
  play: async ({ body, periodDays, toldInWriting, goods: named }, scene) =>
    scene.ask(firstOf(scene.said.handlers), 'evidence/commission-test', {
      body,
      ...testedOf(named, scene),
      periodDays,
      toldInWriting: toldInWriting ?? false,
      paper: await scene.paper('检测检验委托书'),
    }),
});

const testResult = actWord({
  zh: '检验、鉴定结果',
  en: 'test result',
  cites: [samrP(32)],
  keys: fields({ kind: oneOf(evidenceKinds), what: text }, {}, [
    'body',
    'periodDays',
    'toldInWriting',
    'goods',
  ]),
  play: async ({ kind, what }, scene) =>
    scene.ask(firstOf(scene.said.handlers), 'evidence/record-test-result', {
      test: scene.entryOf('TestCommissioned', scene.countOf('TestResultRecorded')),
      kind,
      what,
      report: await scene.paper(what),
    }),
});

const testResultTold = actWord({
  zh: '告知检验、鉴定结果',
  en: 'test result told to party',
  cites: [samrP(32)],
  keys: fields({}, {}, ['body', 'periodDays', 'toldInWriting', 'kind', 'what']),
  play: async (_, scene) =>
    scene.ask(firstOf(scene.said.handlers), 'evidence/tell-test-result', {
      test: scene.entryOf('TestCommissioned', scene.countOf('TestResultTold')),
      paper: await scene.paper('检测检验结果告知书'),
    }),
});

export const evidenceWords = {
  'scene record': sceneRecord,
  'inquiry record': inquiryRecord,
  evidence,
  'evidence excluded': evidenceExcluded,
  'samples taken': samplesTaken,
  'test commissioned': testCommissioned,
  'test result': testResult,
  'test result told to party': testResultTold,
};
