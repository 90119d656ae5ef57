import { createHash } from 'node:crypto';
import { commit, disclose, DisclosureAltered, isCommitment, type Json } from '@anjuan/event-store';
import canonicalize from 'canonicalize';
import fc from 'fast-check';

describe('a commitment to personal data', () => {
  const data = {
    party: { name: '李四', address: { city: '杭州', street: '文三路' } },
    witnesses: [
      { name: '王五', phone: '1' },
      { name: '赵六', phone: '2' },
    ],
    'a/b': { '~c': 'd' },
    open: '事实',
  };

  it('stands where the value stood, and the disclosure is [salt, name, value] under its SHA-256', () => {
    const { data: permanent, disclosures } = commit(data, [{ pointer: '/party/name', kind: 'party' }]);
    const [only] = disclosures;
    expect(disclosures).toEqual([{ digest: only?.digest, disclosure: only?.disclosure, kind: 'party' }]);
    expect(permanent).toEqual({ ...data, party: { ...data.party, name: { _sd: only?.digest } } });
    const [salt, ...rest] = JSON.parse(Buffer.from(only!.disclosure, 'base64url').toString('utf8'));
    expect(Buffer.from(salt, 'base64url')).toHaveLength(16);
    expect(rest).toEqual(['name', '李四']);
    expect(only?.digest).toBe(createHash('sha256').update(only!.disclosure).digest('base64url'));
  });

  it('is different each time, so that a value cannot be guessed from it', () => {
    const digests = [1, 2, 3].map(
      () => commit(data, [{ pointer: '/party', kind: 'party' }]).disclosures[0]?.digest,
    );
    expect(new Set(digests).size).toBe(3);
  });

  it('takes every item of an array by *, one item by its index, and escaped names', () => {
    const personal = ['/witnesses/*/name', '/witnesses/1/phone', '/a~1b/~0c'];
    const { data: permanent, disclosures } = commit(
      data,
      personal.map((pointer) => ({ pointer, kind: 'party' })),
    );
    expect(disclosures).toHaveLength(4);
    expect(permanent).toMatchObject({
      witnesses: [
        { name: { _sd: expect.any(String) }, phone: '1' },
        { name: { _sd: expect.any(String) }, phone: { _sd: expect.any(String) } },
      ],
      'a/b': { '~c': { _sd: expect.any(String) } },
    });
    expect(disclose(permanent, disclosures)).toEqual(data);
  });

  it('commits to a field within a field, and passes over what is not there or is committed to already', () => {
    const personal = ['/party', '/party/address/street', '/absent/name', '/open/name'].map((pointer) => ({
      pointer,
      kind: 'party',
    }));
    const { data: permanent, disclosures } = commit(data, personal);
    expect(disclosures).toHaveLength(2);
    expect(disclose(permanent, disclosures)).toEqual(data);
    expect(commit(permanent, personal)).toEqual({ data: permanent, disclosures: [] });
    const outer = disclosures.filter(({ digest }) => JSON.stringify(permanent).includes(digest));
    expect(disclose(permanent, outer)).toMatchObject({
      party: { address: { street: { _sd: expect.any(String) } } },
    });
  });

  it('stays where the disclosure was erased or withheld', () => {
    const { data: permanent, disclosures } = commit(data, [{ pointer: '/witnesses/*/name', kind: 'party' }]);
    expect(disclose(permanent, disclosures.slice(1))).toMatchObject({
      witnesses: [{ name: { _sd: disclosures[0]?.digest } }, { name: '赵六' }],
    });
    expect(disclose(permanent, [])).toEqual(permanent);
  });

  it('notices an altered disclosure', () => {
    const { data: permanent, disclosures } = commit(data, [{ pointer: '/open', kind: 'party' }]);
    const forged = Buffer.from('["c2FsdA","open","别的"]').toString('base64url');
    const altered = disclosures.map((one) => ({ ...one, disclosure: forged }));
    expect(() => disclose(permanent, altered)).toThrow(DisclosureAltered);
  });

  it('refuses a pointer that is none', () => {
    expect(() => commit(data, [{ pointer: 'party', kind: 'party' }])).toThrow('begin with "/"');
  });

  it('gives any data back, whatever was committed to', () => {
    const value = fc.jsonValue().filter((one) => !JSON.stringify(one).includes('_sd'));
    fc.assert(
      fc.property(fc.dictionary(fc.string(), value), (any) => {
        const before = any as Json;
        const personal = Object.keys(any).map((key) => ({
          pointer: `/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`,
          kind: 'party',
        }));
        const { data: permanent, disclosures } = commit(before, personal);
        expect(disclosures).toHaveLength(personal.length);
        expect(Object.values(permanent as object).every(isCommitment)).toBe(true);
        expect(canonicalize(disclose(permanent, disclosures))).toBe(canonicalize(before));
      }),
    );
  });
});
