import { filed, investigated, lead } from '../histories.testing.js';
import { credentialHasBeenShown } from '../investigation/provisions.js';
import { contextOn, fileOf, given, happened, paper, type Happened } from '../testing.js';
import type { RecordScene } from './evidence.js';
import { credentialShownAtScene, sceneSignedOrSeen } from './scene.js';

const scene: RecordScene = {
  officers: ['lin', 'gao'],
  signedPaper: paper('signed'),
  kind: '现场笔录',
  what: '现场检查',
  place: '东苇路18号院',
  credentialShown: true,
  recordSigned: true,
  record: paper('scene'),
};
const { recordSigned: _, ...unsigned } = scene;
const nobody = { ...unsigned, credentialShown: false, nobodyThere: true };
const film = [paper('film')];
const recording = (entry: RecordScene) =>
  given(...lead).when({ on: '2026-03-11', by: 'lin', act: 'evidence/record-scene', entry });
const shownIn = (...history: readonly Happened[]): boolean => {
  const file = fileOf(...history);
  return credentialHasBeenShown.holds(file, contextOn('2026-04-14', 'lin', file));
};

describe('Fault 30: a scene (APL 55(1); SAMR-P 28, 43)', () => {
  it('at which nobody is has no credential to show; a witness or a film shows it', () => {
    recording({ ...nobody, witness: '钱守信' }).thenRecords('SceneRecorded');
    recording({ ...nobody, media: film }).thenRecords('SceneRecorded');
    recording(nobody).thenRefused(sceneSignedOrSeen);
    recording({ ...nobody, witness: ' ', media: [] }).thenRefused(sceneSignedOrSeen);
    recording({ ...nobody, credentialShown: true, media: film }).thenRefused(credentialShownAtScene);
    recording({ ...nobody, recordSigned: true }).thenRefused(sceneSignedOrSeen);
  });

  it('is signed by the party; where it refuses, that is noted and seen by others', () => {
    recording(scene).thenRecords('SceneRecorded');
    recording(unsigned).thenRefused(sceneSignedOrSeen);
    recording({ ...unsigned, media: film }).thenRefused(sceneSignedOrSeen);
    recording({ ...unsigned, refusalNoted: '拒绝签名' }).thenRefused(sceneSignedOrSeen);
    recording({ ...unsigned, refusalNoted: '拒绝签名', media: film }).thenRecords('SceneRecorded');
    recording({ ...unsigned, refusalNoted: '拒绝签名', witness: '钱守信' }).thenRecords('SceneRecorded');
    recording({ ...scene, credentialShown: false }).thenRefused(credentialShownAtScene);
  });

  it('whose record has none of it is read as before', () => {
    expect(fileOf(...investigated).evidence.pieces).toHaveLength(1);
  });
});

describe('Fault 30: the end of an investigation', () => {
  const papers = happened('EvidenceAdded', '2026-03-12', ['lin', 'gao'], {
    officers: ['lin', 'gao'],
    signedPaper: paper('signed'),
    kind: '书证',
    what: '公安机关移送的案卷',
    provider: '公安分局',
    papers: [paper('file-of-the-police')],
  });
  const empty = happened('SceneRecorded', '2026-03-12', ['lin', 'gao'], { ...nobody, media: film });
  const inquiry = happened('InquiryRecorded', '2026-03-12', ['lin', 'gao'], {
    officers: ['lin', 'gao'],
    signedPaper: paper('signed'),
    kind: '证人证言',
    person: '钱守信',
    record: paper('inquiry'),
  });

  it('asks for no credential where the case rests on papers and empty rooms alone', () => {
    expect(shownIn(...filed, papers)).toBe(true);
    expect(shownIn(...filed, empty)).toBe(true);
    expect(shownIn(...investigated)).toBe(true);
  });

  it('asks for it where somebody was met, and where there is nothing at all', () => {
    expect(shownIn(...filed)).toBe(false);
    expect(shownIn(...filed, papers, inquiry)).toBe(false);
    const silent = { ...scene, credentialShown: false };
    expect(shownIn(...filed, happened('SceneRecorded', '2026-03-12', ['lin', 'gao'], silent))).toBe(false);
  });
});
