import type { Stated } from '@anjuan/procedure';
import { twoOfficers } from '../officers.js';
import { decided, filed, majorPenalty } from '../histories.testing.js';
import { fileOf, given, happened, paper } from '../testing.js';
import { evidenceBeforeDecision } from './provisions.js';
import {
  credentialShownAtSampling,
  partyCalledToSampling,
  purchaseRecorded,
  samplesSealed,
  samplingSigned,
  type TakeSamples,
} from './sampling.js';

const scene: TakeSamples = {
  officers: ['lin', 'gao'],
  manner: 'on-the-scene',
  what: '芝麻油6瓶',
  place: '朝阳区豆各庄路21号',
  credentialShown: true,
  partyPresent: true,
  sealed: true,
  recordSigned: true,
  record: paper('record'),
  list: paper('list'),
};
const bought: TakeSamples = {
  ...scene,
  manner: 'bought',
  credentialShown: false,
  partyPresent: false,
  recordSigned: false,
  media: [paper('unpacking')],
};
const take = (entry: TakeSamples, history = filed) =>
  given(...history).when({ on: '2026-06-15', by: 'lin', act: 'evidence/take-samples', entry });

describe('taking samples (SAMR-P 31)', () => {
  it('takes down the record, the list and who was there', () => {
    take(scene).then({ type: 'SamplesTaken', data: scene });
    const away = {
      partyPresent: false,
      absence: '电话无人接听',
      media: [paper('film')],
      recordSigned: false,
    };
    take({ ...scene, ...away }).then({ type: 'SamplesTaken', data: { ...scene, ...away } });
    const refused = { recordSigned: false, refusalNoted: '拒绝签名' };
    take({ ...scene, ...refused, body: '北京市食品检验研究院' }).then({
      type: 'SamplesTaken',
      data: { ...scene, ...refused, body: '北京市食品检验研究院' },
    });
    take(bought).then({ type: 'SamplesTaken', data: bought });
  });

  it.each<[Stated, Partial<TakeSamples>]>([
    [credentialShownAtSampling, { credentialShown: false }],
    [partyCalledToSampling, { partyPresent: false, absence: ' ', media: [paper('film')] }],
    [partyCalledToSampling, { partyPresent: false, absence: '电话无人接听' }],
    [samplesSealed, { sealed: false }],
    [samplingSigned, { recordSigned: false, refusalNoted: '' }],
    [twoOfficers, { officers: ['lin', 'lin'] }],
  ])('$id', (provision, change) => {
    take({ ...scene, ...change }).thenRefused(provision);
  });

  it('lists the samples', () => {
    const { list: _, ...unlisted } = scene;
    take(unlisted).thenRefused(samplesSealed);
  });

  it('records a purchase in pictures', () => {
    take({ ...bought, media: [] }).thenRefused(purchaseRecorded);
  });

  it('comes before the decision', () => {
    take(scene, decided(majorPenalty)).thenRefused(evidenceBeforeDecision);
  });

  it('is a piece of evidence, by the hashes of its papers', () => {
    const taken = happened('SamplesTaken', '2026-06-15', ['lin', 'gao'], {
      ...scene,
      media: [paper('film')],
    });
    const { list: _, ...unlisted } = scene;
    const older = happened('SamplesTaken', '2026-06-16', ['lin', 'gao'], unlisted);
    expect(fileOf(...filed, taken, older).evidence.pieces).toStrictEqual([
      {
        entry: 4,
        kind: '物证',
        what: '芝麻油6瓶',
        takenOn: '2026-06-15',
        hashes: ['record', 'list', 'film'].map((name) => paper(name).sha256),
        officers: ['lin', 'gao'],
      },
      {
        entry: 5,
        kind: '物证',
        what: '芝麻油6瓶',
        takenOn: '2026-06-16',
        hashes: [paper('record').sha256],
        officers: ['lin', 'gao'],
      },
    ]);
  });
});
