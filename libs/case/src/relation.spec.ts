import type { Capacity } from '@anjuan/procedure';
import { discussedOn } from './histories-to-decision.testing.js';
import {
  concluded,
  filed,
  filingTerms,
  investigated,
  lead,
  legallyReviewed,
  majorPenalty,
  sentForLegalReview,
} from './histories.testing.js';
import { relationTo } from './relation.js';
import { fileOf, happened, paper, type Happened, type Person } from './testing.js';

const related = (person: string, capacities: readonly Capacity[], ...history: readonly Happened[]) =>
  relationTo(fileOf(...history), { person, capacities });

describe('the relation of somebody to a case', () => {
  it('is none for an officer who has nothing to do with it', () => {
    expect(related('shen', ['officer'], ...investigated)).toBe('none');
  });

  it('is the handler’s from the day somebody asks to file it with them', () => {
    const requested = happened('ApprovalRequested', '2026-03-10', 'lin', {
      matter: 'filing',
      terms: filingTerms,
    });
    expect(related('gao', ['officer'], ...lead)).toBe('none');
    expect(related('gao', ['officer'], ...lead, requested)).toBe('handler');
    const returned = happened('ApprovalReturned', '2026-03-11', 'tang', {
      approval: 1,
      matter: 'filing',
      reason: '另行指派',
    });
    expect(related('gao', ['officer'], ...lead, requested, returned)).toBe('none');
    expect(related('lin', ['officer'], ...lead, requested, returned)).toBe('took-part');
    expect(related('gao', ['officer'], ...filed)).toBe('handler');
  });

  it('is the reviewer’s while a review is open, and of who gave the opinion for good', () => {
    const sent = sentForLegalReview(concluded(majorPenalty));
    expect(related('fang', ['legal-reviewer'], ...concluded(majorPenalty))).toBe('none');
    expect(related('fang', ['legal-reviewer'], ...sent)).toBe('reviewer');
    expect(related('other', ['legal-reviewer'], ...sent)).toBe('reviewer');
    expect(related('other', ['case-reviewer'], ...sent)).toBe('none');
    expect(related('fang', [], ...legallyReviewed(majorPenalty))).toBe('reviewer');
    expect(related('other', ['legal-reviewer'], ...legallyReviewed(majorPenalty))).toBe('none');
  });

  it('is that of the host for who was named to host its hearing', () => {
    const named = happened('HearingHostNamed', '2026-05-06', 'tang', { host: 'qiu' });
    expect(related('qiu', ['hearing-host'], ...filed)).toBe('none');
    expect(related('qiu', ['hearing-host'], ...filed, named)).toBe('host');
  });

  it('is a part in it for who attends its discussion, and was named an officer in an entry', () => {
    const discussed = discussedOn(legallyReviewed(majorPenalty), '2026-05-06', majorPenalty);
    expect(related('he', [], ...discussed)).toBe('took-part');
    const scene = happened('SceneRecorded', '2026-03-12', 'lin', {
      officers: ['lin', 'shen'],
      kind: '现场笔录',
      what: '现场检查',
      place: '东苇路18号院',
      credentialShown: true,
      record: { sha256: 'a'.repeat(64), name: '笔录' },
    });
    expect(related('shen', ['officer'], ...filed, scene)).toBe('took-part');
  });

  it('is none for who asked for nothing but a recusal of their own', () => {
    const requested = happened('RecusalRequested', '2026-03-12', 'shen', {
      person: 'shen',
      askedBy: 'self',
      ground: '与当事人有亲属关系',
    });
    expect(related('shen', ['officer'], ...filed, requested)).toBe('none');
  });

  it('is given by nobody to themselves: neither by a request, nor by an act that nobody else has confirmed', () => {
    const by = (person: Person) =>
      happened('ApprovalRequested', '2026-03-10', person, {
        matter: 'check-extension',
        terms: { reason: '需要协查' },
      });
    expect(related('shen', ['officer'], ...lead, by('shen'))).toBe('none');
    const given = happened('ApprovalGiven', '2026-03-11', 'tang', { approval: 1, matter: 'check-extension' });
    expect(related('shen', ['officer'], ...lead, by('shen'), given)).toBe('took-part');
    const taken = happened('ApprovalRequestWithdrawn', '2026-03-11', 'shen', {
      approval: 1,
      matter: 'check-extension',
      reason: '误报',
    });
    expect(related('shen', ['officer'], ...lead, by('shen'), taken)).toBe('none');
    const supplement = happened('LeadSupplemented', '2026-03-09', 'shen', {
      newFacts: '又购得一批',
      report: paper('second'),
      receivedOn: '2026-03-09',
    });
    expect(related('shen', ['officer'], ...lead, supplement)).toBe('none');
    const forThemselves = happened('ApprovalRequested', '2026-03-10', 'shen', {
      matter: 'filing',
      terms: { ...filingTerms, handlers: ['shen', 'gao'] },
    });
    expect(related('shen', ['officer'], ...lead, forThemselves)).toBe('none');
    expect(related('gao', ['officer'], ...lead, forThemselves)).toBe('handler');
  });

  it('is none for who has entered a scene with others until one of them has confirmed it', () => {
    const scene = happened('SceneRecorded', '2026-03-04', 'shen', {
      officers: ['shen', 'gao'],
      kind: '现场笔录',
      what: '现场检查',
      place: '东苇路18号院',
      credentialShown: true,
      record: paper('scene'),
    });
    const withdrawn = happened('EntryWithdrawn', '2026-03-05', 'shen', { entry: 1, reason: '误记' });
    const confirmed = happened('EntryConfirmed', '2026-03-05', 'gao', { entry: 1 });
    expect(related('shen', ['officer'], ...lead, scene)).toBe('none');
    expect(related('shen', ['officer'], ...lead, scene, withdrawn)).toBe('none');
    expect(related('shen', ['officer'], ...lead, scene, confirmed)).toBe('took-part');
  });

  it('ends with a recusal that was granted, whatever they did and hold', () => {
    const requested = happened('RecusalRequested', '2026-03-12', 'gao', {
      person: 'gao',
      askedBy: 'self',
      ground: '与当事人有亲属关系',
    });
    const granted = happened('RecusalDecided', '2026-03-13', 'tang', {
      request: 4,
      person: 'gao',
      granted: true,
      reason: '属实',
      replacement: 'shen',
    });
    expect(related('gao', ['officer'], ...filed, requested)).toBe('handler');
    expect(related('gao', ['officer', 'unit-head'], ...filed, requested, granted)).toBe('recused');
    expect(related('shen', ['officer'], ...filed, requested, granted)).toBe('handler');
  });

  it('is by capacity alone for leaders, unit heads and auditors; administrators have none', () => {
    for (const capacity of ['unit-head', 'leader', 'principal'] as const)
      expect(related('wu', [capacity], ...filed)).toBe('line');
    expect(related('wu', ['auditor'], ...filed)).toBe('auditor');
    expect(related('wu', ['administrator'], ...filed)).toBe('none');
  });
});
