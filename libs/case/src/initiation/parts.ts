/** Parts that several entries have: the party, the law applied, what makes a case major. */
import {
  blankLine,
  blankText,
  entry,
  line,
  list,
  one,
  optional,
  paper,
  text,
  word,
  yesOrNo,
} from '@anjuan/entry';
import { overridden, partyKinds } from './words.js';

export const partyPersonSchema = entry(
  'PartyPerson',
  '当事人本人、经营者或者法定代表人；The natural person behind the party.',
  {
    name: line(100, '姓名；The name.', { personal: 'party' }),
    idType: optional(line(50, '证件种类；Kind of the identity paper.', { personal: 'party' })),
    idNumber: optional(line(50, '证件号码；Its number.', { means: 'citizen-id', personal: 'party' })),
    address: optional(text(500, '住址、地址；The address.', { title: '地址；Address', personal: 'party' })),
  },
);

export const overrideSchema = entry(
  'Override',
  '保留校验码不符的号码；A code that fails its check digit and is kept all the same.',
  {
    field: word(overridden, '哪一号码；Which code.'),
    reason: blankText(1000, '理由；The reason.', { title: '理由；Reason' }),
  },
);

export const partySchema = entry('Party', '当事人；The party.', {
  kind: word(
    partyKinds,
    '自然人、个体工商户、法人或者其他组织；Natural person, individual business, entity.',
    { title: '当事人种类；Kind of party' },
  ),
  name: optional(
    blankLine(200, '名称；自然人的姓名填于 person；Its name; that of a natural person stands in `person`.', {
      personal: false,
    }),
  ),
  uscc: optional(
    line(50, '统一社会信用代码；Unified social credit code.', { means: 'uscc', personal: false }),
  ),
  person: optional(
    one(partyPersonSchema, '当事人本人、经营者或者法定代表人；The natural person behind the party.', {
      personal: 'party',
    }),
  ),
  address: optional(text(500, '住址、地址；The address.', { title: '地址；Address', personal: 'party' })),
  override: optional(
    one(overrideSchema, '保留校验码不符的号码的理由；Why a code that fails its check digit is kept.', {
      title: '保留号码的理由；Override',
    }),
  ),
  overrides: optional(
    list(
      overrideSchema,
      10,
      '保留多个号码的，逐一说明理由；Where several codes are kept, the reason of each.',
    ),
  ),
});

export const basisSchema = entry('Basis', '法律依据；A provision the case rests on.', {
  law: line(200, '法律、法规、规章名称；Name of the law.', { title: '法律名称；Law' }),
  article: line(100, '条、款、项；Article, paragraph, item.', { title: '条款；Article' }),
  says: optional(text(2000, '条文；Its wording.')),
});

export const marksSchema = entry(
  'Marks',
  '不论处罚种类即属重大的情形；What makes a case major whatever its penalty.',
  {
    majorPublicInterest: optional(yesOrNo('涉及重大公共利益；Major public interest.')),
    complex: optional(
      yesOrNo('情况疑难复杂、涉及多个法律关系；Difficult, or several legal relations.', {
        title: '疑难复杂；Difficult case',
      }),
    ),
    reviewRequiredByOtherLaw: optional(
      yesOrNo('其他法律法规要求法制审核；Another law asks for the legal review.'),
    ),
  },
);

/** What lets a head name and replace officers of a unit that is not theirs. */
export const leadersOrder = optional(
  paper(
    '机关负责人跨机构调整人员的书面决定；The written order of a leader, where officers of another unit come or go.',
    { title: '机关负责人的书面决定；The leader’s written order' },
  ),
);
