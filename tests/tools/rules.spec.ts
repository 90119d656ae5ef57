/** The rules of the law against the program: none is missing, and what a row names is there. */
import { projectRoot } from '@anjuan/program';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { hourLimits, switchable, timeLimits } from '@anjuan/law';
import { groups as ofProvisions } from '../../tools/provisions/groups.js';
import { sources } from '../../tools/provisions/stated-provisions.js';
import { index, sections, unlisted } from '../../tools/provisions/rules/rules.js';
import { rulesPage } from '../../tools/provisions/rules/table.js';
import { everyRule } from './every-rule.js';

const root = projectRoot();
const rules = sections.flatMap(({ rules }) => rules);
const provisions = ofProvisions().flatMap((group) => group.stated.map(({ provision }) => provision.id));
const law = sources('law').map((file) => readFileSync(join(root, file), 'utf8'));

/** A place has its path: `path#name`. */
const isClock = (name: string): boolean => !name.includes('#');
const clockIds = new Set<string>([...timeLimits, ...hourLimits].map(({ id }) => id));

/** 'path#name' where the file names it. */
const isThere = (place: string): boolean => {
  const [path = '', name = ''] = place.split('#');
  const file = join(root, path);
  return name !== '' && existsSync(file) && new RegExp(`\\b${name}\\b`).test(readFileSync(file, 'utf8'));
};

const rows = (name: 'enforced' | 'computed' | 'configured'): readonly string[] =>
  rules.flatMap((rule) => rule[name] ?? []);

describe('the table of rules', () => {
  it('has every rule once', () => {
    expect(rules.map(({ id }) => id)).toStrictEqual(everyRule);
    expect(new Set(everyRule).size).toBe(everyRule.length);
  });

  it('reads every file there is, and every reason that several rules share is one of several', () => {
    expect(unlisted).toStrictEqual([]);
    const seldom = index.reasons.filter(
      ({ says }) => rules.filter(({ leftOut }) => leftOut === says).length < 2,
    );
    expect(seldom).toStrictEqual([]);
  });

  it('says of every rule what became of it', () => {
    const silent = rules.filter(
      ({ enforced = [], computed = [], configured = [], leftOut }) =>
        enforced.length + computed.length + configured.length === 0 && leftOut === undefined,
    );
    expect(silent).toStrictEqual([]);
    expect(rules.filter(({ leftOut }) => leftOut !== undefined && !/\S；\S/.test(leftOut))).toStrictEqual([]);
  });

  it('names provisions that are asked', () => {
    expect(rows('enforced').filter((id) => !provisions.includes(id))).toStrictEqual([]);
  });

  it('names clocks that a case computes', () => {
    const running = rows('computed').filter(isClock);
    expect(running.filter((id) => !clockIds.has(id))).toStrictEqual([]);
    expect(running.filter((id) => !law.some((text) => text.includes(`'${id}'`)))).toStrictEqual([]);
  });

  it('names functions and data that are there', () => {
    const places = [...rows('computed').filter((name) => !isClock(name)), ...rows('configured')];
    expect(places.filter((place) => !isThere(place))).toStrictEqual([]);
    expect(rules.flatMap(({ key }) => (key === undefined || isThere(key) ? [] : [key]))).toStrictEqual([]);
  });

  it('can be switched in data where a period or an amount is not sure', () => {
    const doubtful = rules.filter(
      ({ id, sure }) => sure !== undefined && /^(?:C\d\d|CAL-02|TH-HEARING)/.test(id),
    );
    expect(doubtful.length).toBeGreaterThan(0);
    expect(doubtful.filter(({ key }) => key === undefined)).toStrictEqual([]);
  });

  it('lets exactly the unsure provisions be switched off, but for those the record rests on', () => {
    const named = (sure: boolean) =>
      rules.filter((rule) => (rule.sure === undefined) === sure).flatMap(({ enforced = [] }) => enforced);
    const unsure = new Set(named(false).filter((id) => !named(true).includes(id)));
    const restedOn = [
      'crime-transfer/answered-after-it-was-sent',
      'crime-transfer/approved',
      'crime-transfer/decided-by-another',
      'crime-transfer/decided-by-the-principal',
      'crime-transfer/not-before-approval',
      'crime-transfer/proposed',
      'crime-transfer/reconsideration-asked',
      'crime-transfer/reconsideration-in-order',
      'crime-transfer/refused-by-the-police',
      'crime-transfer/sent',
      'execution/application-open',
      'execution/fine-unpaid',
    ];
    expect([...switchable, ...restedOn].sort()).toStrictEqual([...unsure].sort());
  });

  it('lists the provisions that no rule names', () => {
    const page = rulesPage(sections, [...provisions, 'nobody/asked-for-this']);
    expect(page).toContain('- `nobody/asked-for-this`');
    expect(page).not.toContain('- `decision/notice-served`');
    for (const id of everyRule) expect(page).toContain(`| \`${id}\` |`);
  });
});
