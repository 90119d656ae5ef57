/** Whose personal data a field holds. */
import { words } from '@anjuan/entry';
import type { PersonalField as AnyField } from '@anjuan/procedure';

/** Whose personal data a field holds; who may see them is decided by this word. */
export const personalKinds = words({
  reporter: '举报人；The reporter',
  party: '当事人；The party',
  person: '被询问人；The person asked',
  provider: '证据提供人；The provider of evidence',
  witness: '见证人；The witness',
});
export type PersonalKind = (typeof personalKinds)[number];

export type PersonalField = AnyField & Readonly<{ kind: PersonalKind }>;
