import type {
  ExtensionTerms,
  LiftSeizure,
  LiftingTerms,
  MakeUpSeizure,
  OnTheSpot,
  Seize,
  SeizeUrgently,
  SeizureTerms,
} from '@anjuan/case';
import { BasisDto } from '../http/dto/basis.dto.js';
import { OutsideByOfficersDto } from '../http/dto/by-officers.dto.js';
import { IsDays } from '../http/dto/is-days.js';
import { IsEntryNumber } from '../http/dto/is-entry-number.js';
import { ArePapers, IsPaper } from '../http/dto/is-paper.js';
import { Nested } from '../http/dto/nested.js';
import { Optional } from '../http/dto/optional.js';
import type { PaperDto } from '../http/dto/paper.dto.js';
import { Text, TextOrBlank } from '../http/dto/text.js';
import { YesOrNo } from '../http/dto/yes-or-no.js';

/** 申请查封、扣押；A seizure is put before a leader. */
export class RequestSeizureDto implements SeizureTerms {
  /** 场所、设施、财物；What is to be sealed or seized. */
  @Text(2000) declare readonly items: string;
  /** 依据；The law that allows it. */
  @Nested(() => BasisDto) declare readonly basis: BasisDto;
  /** 期限（日）；Its term in days. */
  @IsDays() declare readonly days: number;
  /** 理由；The reason. */
  @TextOrBlank(1000) declare readonly reason: string;
}

/** 查封、扣押现场；The checklist of ACL 18 and 24. */
class OnTheSpotDto extends OutsideByOfficersDto implements OnTheSpot {
  /** 已出示执法证件；Credentials were shown. */
  @YesOrNo() declare readonly credentialShown: boolean;
  /** 已告知理由、依据和权利；Reasons, basis and rights were told. */
  @YesOrNo() declare readonly rightsTold: boolean;
  /** 已听取陈述和申辩；The party was heard. */
  @YesOrNo() declare readonly statementHeard: boolean;
  /** 已交付决定书；The decision was handed over. */
  @YesOrNo() declare readonly decisionHandedOver: boolean;
  /** 已交付清单；The list was handed over. */
  @YesOrNo() declare readonly listHandedOver: boolean;
  /** 全程音像记录；Full audio-video record. */
  @ArePapers() declare readonly media: PaperDto[];
  /** 当事人已经通知并到场；The party was told and came. */
  @Optional() @YesOrNo() declare readonly partyPresent?: boolean;
  /** 通知的情况和未到场的原因；How it was told, and why it did not come. */
  @Optional() @TextOrBlank(1000) declare readonly absence?: string;
  /** 现场笔录；The scene record. */
  @Optional() @IsPaper() declare readonly sceneRecord?: PaperDto;
  /** 本机关保存的清单；The agency's copy of the list. */
  @Optional() @IsPaper() declare readonly list?: PaperDto;
  /** 当事人已经在笔录上签名；The party signed the record. */
  @Optional() @YesOrNo() declare readonly recordSigned?: boolean;
  /** 拒绝签名的注明；How a refusal to sign is noted. */
  @Optional() @TextOrBlank(1000) declare readonly refusalNoted?: string;
  /** 见证人；The witness who signed in the party's place. */
  @Optional() @TextOrBlank(200) declare readonly witness?: string;
}

/** 实施查封、扣押；Sealed or seized under an approval. */
export class SeizeDto extends OnTheSpotDto implements Seize {
  /** 审批申请的记录编号；Entry number of the approved request. */
  @IsEntryNumber() declare readonly approval: number;
}

/** 当场查封、扣押；Sealed or seized at once (ACL 19). */
export class SeizeUrgentlyDto extends OnTheSpotDto implements SeizeUrgently {
  /** 场所、设施、财物；What is sealed or seized. */
  @Text(2000) declare readonly items: string;
  /** 依据；The law that allows it. */
  @Nested(() => BasisDto) declare readonly basis: BasisDto;
  /** 期限（日）；Its term in days. */
  @IsDays() declare readonly days: number;
  /** 理由；The reason. */
  @TextOrBlank(1000) declare readonly reason: string;
  /** 紧急情况；Why it could not wait for an approval. */
  @TextOrBlank(1000) declare readonly urgency: string;
}

/** 补办批准；A leader approves afterwards, or disagrees. */
export class MakeUpSeizureDto implements MakeUpSeizure {
  /** 查封、扣押的记录编号；Entry number of the seizure. */
  @IsEntryNumber() declare readonly seizure: number;
  /** 同意；Agreed. */
  @YesOrNo() declare readonly agreed: boolean;
  /** 不同意的理由；Why not. */
  @Optional() @TextOrBlank(1000) declare readonly reason?: string;
}

/** 申请延长查封、扣押期限；A longer term is put before a leader. */
export class RequestExtensionDto implements ExtensionTerms {
  /** 查封、扣押的记录编号；Entry number of the seizure. */
  @IsEntryNumber() declare readonly seizure: number;
  /** 延长（日）；How many days longer. */
  @IsDays() declare readonly days: number;
  /** 理由；The reason. */
  @TextOrBlank(1000) declare readonly reason: string;
}

/** 解除查封、扣押；The seizure is lifted. */
export class LiftSeizureDto extends OutsideByOfficersDto implements LiftSeizure {
  /** 查封、扣押的记录编号；Entry number of the seizure. */
  @IsEntryNumber() declare readonly seizure: number;
  /** 理由；The reason. */
  @TextOrBlank(1000) declare readonly reason: string;
  /** 退还先行处置所得款项的收据；Receipt for what early disposals brought in. */
  @Optional() @IsPaper() declare readonly proceedsReturned?: PaperDto;
}

/** 申请解除查封、扣押；The lifting is put before a leader. */
export class RequestLiftingDto implements LiftingTerms {
  /** 查封、扣押的记录编号；Entry number of the seizure. */
  @IsEntryNumber() declare readonly seizure: number;
  /** 理由；The reason (ACL 28). */
  @TextOrBlank(1000) declare readonly reason: string;
}
