import { samplingManners, type TakeSamples } from '@anjuan/case';
import { OutsideByOfficersDto } from '../http/dto/by-officers.dto.js';
import { ArePapers, IsPaper } from '../http/dto/is-paper.js';
import { Optional } from '../http/dto/optional.js';
import type { PaperDto } from '../http/dto/paper.dto.js';
import { Text, TextOrBlank } from '../http/dto/text.js';
import { Word } from '../http/dto/word.js';
import { YesOrNo } from '../http/dto/yes-or-no.js';

/** 抽样取证；Samples are taken. */
export class TakeSamplesDto extends OutsideByOfficersDto implements TakeSamples {
  /** 方式：现场抽样，或者网络、电话购买；Taken on the scene, or bought. */
  @Word(samplingManners) declare readonly manner: TakeSamples['manner'];
  /** 样品；The samples. */
  @Text(2000) declare readonly what: string;
  /** 地点；The place. */
  @Text(500) declare readonly place: string;
  /** 已出示执法证件；Credentials were shown. */
  @YesOrNo() declare readonly credentialShown: boolean;
  /** 当事人已经通知并到场；The party was told and came. */
  @YesOrNo() declare readonly partyPresent: boolean;
  /** 通知的情况和未到场的原因；How it was told, and why it did not come. */
  @Optional() @TextOrBlank(1000) declare readonly absence?: string;
  /** 已加贴封条；The samples are sealed. */
  @YesOrNo() declare readonly sealed: boolean;
  /** 当事人已经在封条和记录上签名；The party signed seals and record. */
  @YesOrNo() declare readonly recordSigned: boolean;
  /** 拒绝签名的注明；How a refusal to sign is noted. */
  @Optional() @TextOrBlank(1000) declare readonly refusalNoted?: string;
  /** 抽样记录；The record. */
  @IsPaper() declare readonly record: PaperDto;
  /** 样品清单；The list of the samples. */
  @Optional() @IsPaper() declare readonly list?: PaperDto;
  /** 音像记录；Recordings. */
  @Optional() @ArePapers() declare readonly media?: PaperDto[];
  /** 依法委托的抽样机构；The body that draws samples by law. */
  @Optional() @TextOrBlank(200) declare readonly body?: string;
}
