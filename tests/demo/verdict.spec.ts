import { apl, policy } from '@anjuan/law';
import { citationOf, faultOf, missing } from '../../apps/demo/src/play/verdict.js';

const reason = (cites: string) => ({ id: `step/${cites}`, cites, article: cites, says: cites, en: cites });
const attempt = (...refusedBy: string[]) => ({ attempt: { refusedBy, newCase: false, exactly: false } });
const isolated = (...refusedBy: string[]) => ({ attempt: { refusedBy, newCase: false, exactly: true } });

describe('What the file demands of a refusal', () => {
  it('is met by the article or a part of it, never by more than was asked', () => {
    expect(missing(['APL 58'], [reason('APL 58(1)')])).toStrictEqual([]);
    expect(missing(['APL 58(1)'], [reason('APL 58(1)')])).toStrictEqual([]);
    expect(missing(['APL 58(1)'], [reason('APL 58')])).toStrictEqual(['APL 58(1)']);
    expect(missing(['APL 5'], [reason('APL 58(1)')])).toStrictEqual(['APL 5']);
    expect(missing(['APL 58'], [reason('SAMR-P 58')])).toStrictEqual(['APL 58']);
    expect(missing(['SAMR-P 49', 'APL 62'], [reason('SAMR-P 49(3)'), reason('POLICY x；y')])).toStrictEqual([
      'APL 62',
    ]);
  });

  it('may name one provision, or any rule of ours', () => {
    expect(missing(['step/APL 58(1)'], [reason('APL 58(1)')])).toStrictEqual([]);
    expect(missing(['step/APL 58'], [reason('APL 58(1)')])).toStrictEqual(['step/APL 58']);
    expect(missing(['POLICY'], [reason('POLICY x；y')])).toStrictEqual([]);
    expect(missing(['POLICY'], [reason('APL 58(1)')])).toStrictEqual(['POLICY']);
  });

  it('reads a citation back from its short form', () => {
    expect(citationOf('APL 57(1)(4)')).toStrictEqual(apl(57, 1, 4));
    expect(citationOf('POLICY 政策；policy')).toStrictEqual(policy('政策；policy'));
    expect(citationOf('ABC 1')).toStrictEqual(policy('ABC 1'));
  });
});

describe('A fault', () => {
  it('is an act that was refused, an attempt that was accepted, a citation that is missing', () => {
    expect(faultOf({}, true, [])).toBeUndefined();
    expect(faultOf({}, false, [reason('APL 58')])).toStrictEqual({ kind: 'act-refused' });
    expect(faultOf(attempt('APL 58'), true, [])).toStrictEqual({ kind: 'attempt-accepted' });
    expect(faultOf(attempt('APL 58'), false, [reason('APL 58(2)')])).toBeUndefined();
    expect(faultOf(attempt('APL 58', 'APL 62'), false, [reason('APL 58(2)')])).toStrictEqual({
      kind: 'citation-missing',
      citations: ['APL 62'],
    });
  });

  it('is a reason besides, where the file wants exactly those it names', () => {
    const given = [reason('APL 58(1)'), reason('APL 62')];
    expect(faultOf(attempt('APL 58'), false, given)).toBeUndefined();
    expect(faultOf(isolated('APL 58', 'APL 62'), false, given)).toBeUndefined();
    expect(faultOf(isolated('APL 58'), false, given)).toStrictEqual({
      kind: 'refused-besides',
      citations: ['APL 62 (step/APL 62)'],
    });
    expect(faultOf(isolated('APL 57'), false, given)).toStrictEqual({
      kind: 'citation-missing',
      citations: ['APL 57'],
    });
  });

  it('is a refusal without the law behind it: the request was not in order', () => {
    expect(faultOf(attempt('APL 58'), false, [])).toStrictEqual({
      kind: 'citation-missing',
      citations: ['APL 58'],
    });
  });
});
