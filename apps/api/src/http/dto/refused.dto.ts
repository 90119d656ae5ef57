/** 中文和英文；What a person reads. */
class BothDto {
  declare readonly zh: string;
  declare readonly en: string;
}

/** 补救办法；What the reader does about it. */
class CureDto {
  declare readonly zh: string;
  declare readonly en: string;
  /** 可以补救的行为，常用的在先，不填的即改正所填内容；The acts that would meet it, the usual one first; absent: mend the entry. */
  declare readonly acts?: string[];
}

/** 行为人已经终止的身份、证件；What of the person who asks has ended. */
class EndedDto {
  /** 证件编号；The number of the credential. */
  declare readonly number?: string;
  /** 最后有效日；The last day on which it was good. */
  declare readonly on: string;
}

/** 未满足的一条规定；A provision that is not met. */
class UnmetDto {
  /** 规定的编号，永久不变；Its id, for ever. */
  declare readonly id: string;
  /** 条款简称；The article in short. */
  declare readonly cites: string;
  /** 条款；The article. */
  declare readonly article: string;
  /** 另见的条款；Other articles that say it. */
  declare readonly also?: string[];
  /** 法律原文；The statute's own sentence. */
  declare readonly says: string;
  /** 英文释义；A plain rendering of it. */
  declare readonly en: string;
  /** 行为人的身份、证件已经终止的，写明何时；Where it is not met because something of the person who asks has ended: when. */
  declare readonly ended?: EndedDto;
  /** 补救办法；The cure. */
  declare readonly cure?: CureDto;
  /** 无可补救的原因；Why there is no cure. */
  declare readonly noCure?: BothDto;
  /** 所审查的填写项，JSON 指针（例如 #/penalties/0/fen），不审查填写内容的没有此项；The fields of the entry in which it looked, JSON pointers such as #/penalties/0/fen; absent where it looks at the file alone. */
  declare readonly fields?: string[];
}

/** 依法尚不能实施；The law does not allow this act yet (RFC 9457): every reason, not the first. */
export class NotLawfulDto {
  declare readonly type: string;
  declare readonly title: string;
  declare readonly status: number;
  declare readonly detail?: string;
  declare readonly instance: string;
  declare readonly requestId: string;
  declare readonly cure: BothDto;
  declare readonly provisions: UnmetDto[];
}

/** 一项错误；What is wrong with a field. */
class FaultDto {
  /** JSON 指针；A JSON pointer into the body, such as #/party/name. */
  declare readonly pointer: string;
  /** 错误；What is wrong there. */
  declare readonly detail: string;
}

/** 请求内容有误；The request is not well-formed (RFC 9457). */
export class InvalidRequestDto {
  declare readonly type: string;
  declare readonly title: string;
  declare readonly status: number;
  declare readonly detail?: string;
  declare readonly instance: string;
  declare readonly requestId: string;
  declare readonly cure: BothDto;
  declare readonly errors: FaultDto[];
  /** 未列出的错误数；How many faults are not listed. */
  declare readonly more?: number;
}
