import { dayOf } from '@anjuan/law';
import { readCaseFile } from '../../apps/demo/src/play/case-file.js';
import { callTime, schedule } from '../../apps/demo/src/play/schedule.js';
import { fileOf } from './stand-in.js';

const scene = (day: string) => `on: ${day}, act: scene record, kind: 现场笔录, by: [lin, gao]`;
const archived = (day: string) => `on: ${day}, act: archived, refusedBy: [SAMR-P 78]`;

const one = readCaseFile('one.yaml', fileOf([scene('2026-03-12')], [archived('2026-03-10')]));
const two = readCaseFile('two.yaml', fileOf([scene('2026-03-11')], [archived('2026-03-02')]));
const steps = schedule([one, two]);

describe('Several files on one clock', () => {
  it('are merged by day: first the acts of the day, file by file, then its attempts', () => {
    expect(steps.map(({ file, line }) => [line.on, file.name, line.act])).toStrictEqual([
      ['2026-03-02', 'one', 'lead received'],
      ['2026-03-02', 'two', 'lead received'],
      ['2026-03-02', 'two', 'archived'],
      ['2026-03-10', 'one', 'case filed'],
      ['2026-03-10', 'two', 'case filed'],
      ['2026-03-10', 'one', 'archived'],
      ['2026-03-11', 'two', 'scene record'],
      ['2026-03-12', 'one', 'scene record'],
    ]);
  });

  it('run on times that strictly increase, each on its own day, from nine in the morning', () => {
    const times = steps.map(({ at }) => at);
    expect(times).toStrictEqual([...new Set(times)].sort());
    expect(times.slice(0, 2)).toStrictEqual(['2026-03-02T01:00:00.000Z', '2026-03-02T01:10:00.000Z']);
    expect(steps.filter(({ at, line }) => dayOf(at) !== line.on)).toStrictEqual([]);
  });

  it('keep a full day within opening hours, every command of an act before the next act', () => {
    const full = readCaseFile('full.yaml', fileOf(Array.from({ length: 300 }, () => scene('2026-03-11'))));
    const ofDay = schedule([full]).filter(({ line }) => line.on === '2026-03-11');
    ofDay.forEach((step, index) => {
      const next = ofDay[index + 1]?.at ?? '2026-03-11T09:00:00.000Z';
      expect(callTime(step, 40) < next && callTime(step, 1) > callTime(step, 0)).toBe(true);
    });
  });
});
