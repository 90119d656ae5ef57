/** The words of closed lists, with what a person reads. */
import { words } from '@anjuan/entry';

/** SAMR-P 77(1), (一)–(五); a case that was sent to another agency is one of (五). */
export const closureGrounds = words({
  executed: '行政处罚决定执行完毕；The decision has been executed',
  'court-ended-execution': '人民法院裁定终结执行；A court ended the execution',
  'execution-terminated': '行政机关终结执行；The agency ended the execution',
  'investigation-ended': '案件终止调查；The investigation was ended',
  'decision-annulled': '决定被撤销且不再重新作出；The decision was annulled and is not made anew',
  transferred: '案件已经移送其他机关；The case went to another agency',
  'no-penalty': '依法不作处罚决定；No penalty was decided',
  other: '其他应予结案的情形；Another ground',
});
export type ClosureGround = (typeof closureGrounds)[number];

/** Why a closed case goes on: of the decision something is still owed. */
export const reopeningGrounds = words({
  'money-came': '收到当事人应缴未缴的款项；Money that is still owed has come in',
  'execution-resumed': '发现可供执行的财产，恢复执行；Property was found, and the execution is resumed',
});

/** What 'another ground' is in a case that nobody has decided: it takes the place of none of the decisions of APL 57. */
export const otherCircumstances = words({
  merged: '并入另案办理；Joined with another case',
  'filed-twice': '重复立案；Filed twice',
  'filing-annulled': '立案被上级机关撤销；The superior has annulled the filing',
  'taken-over':
    '上级机关直接查处或者指定其他机关管辖；The superior has taken it over, or given it to another agency',
  'filed-by-the-police': '公安机关已经立案侦查；The police have filed it',
});
