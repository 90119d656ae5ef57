import { Module } from '@nestjs/common';
import { ReporterIdentityModule } from './reporter-identity/reporter-identity.module.js';
import { step } from './step.js';

/** Every step, each a module of its own. */
@Module({
  imports: [
    step('initiation', '立案'),
    step('approval', '审批'),
    step('entry', '案卷记录'),
    step('recusal', '回避'),
    step('evidence', '证据'),
    step('seizure', '查封、扣押'),
    step('correction', '责令改正'),
    step('assistance', '协助调查'),
    step('crime-transfer', '涉嫌犯罪移送'),
    step('jurisdiction', '管辖'),
    step('party', '当事人变更'),
    step('joined-parties', '共同当事人'),
    step('preservation', '先行登记保存'),
    step('remedy', '复议和诉讼'),
    step('decision-change', '决定的变更'),
    step('court-enforcement', '申请法院强制执行'),
    step('suspension', '中止、恢复、终止调查'),
    step('education', '教育'),
    step('investigation', '调查终结'),
    step('legal-review', '法制审核'),
    step('case-review', '案件审核'),
    step('review', '审核人员和期限'),
    step('proposal', '处理建议'),
    step('notice', '告知'),
    step('statement', '陈述、申辩'),
    step('hearing', '听证'),
    step('collective-discussion', '集体讨论'),
    step('decision-period', '办案期限'),
    step('decision', '决定'),
    step('paper', '文书'),
    step('service', '送达'),
    step('execution', '执行'),
    step('execution-suspension', '中止、恢复、终结执行'),
    step('publication', '公示'),
    step('closure', '结案'),
    step('archive', '归档'),
    step('summary-procedure', '简易程序'),
    ReporterIdentityModule,
  ],
})
export class StepsModule {}
