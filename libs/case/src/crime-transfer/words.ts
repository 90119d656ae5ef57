/** The words of closed lists, with what a person reads. */
import { words } from '@anjuan/entry';

export const policeAnswers = words({
  filed: '立案；Filed',
  refused: '不予立案；Refused',
});

export const criminalOutcomes = words({
  'no-crime': '不构成犯罪；No crime',
  'criminal-fine': '判处罚金；A criminal fine',
  'punished-without-fine': '未判处罚金；Punished without a fine',
});

export const reconsideredBy = words({
  police: '公安机关；The police',
  procuratorate: '人民检察院；The procuratorate',
});
