/** Every kind of problem the API answers with (RFC 9457). The only list of HTTP status codes for errors. */
export const problems = {
  'not-lawful-yet': { status: 409, zh: '依法尚不能实施', en: 'The law does not allow this act yet' },
  'stale-case': { status: 412, zh: '案卷已有变化', en: 'The case has changed since it was read' },
  'revision-required': { status: 428, zh: '缺少 If-Match', en: 'If-Match is required' },
  'invalid-request': { status: 422, zh: '请求内容有误', en: 'The request is not well-formed' },
  'header-missing': { status: 400, zh: '缺少请求头', en: 'A header is missing or malformed' },
  'malformed-request': { status: 400, zh: '请求无法读取', en: 'The request cannot be read' },
  'request-timeout': { status: 408, zh: '请求未及时发完', en: 'The request did not arrive in time' },
  'address-too-long': { status: 414, zh: '地址过长', en: 'The address is too long' },
  'expectation-unknown': { status: 417, zh: '不支持的 Expect', en: 'The expectation is not supported' },
  'headers-too-large': { status: 431, zh: '请求头过大', en: 'The headers are too large' },
  'method-not-allowed': { status: 405, zh: '不支持此请求方法', en: 'The method is not supported here' },
  'malformed-body': { status: 400, zh: '请求正文无法读取', en: 'The body cannot be read' },
  'content-altered': { status: 400, zh: '内容与摘要不符', en: 'The content is not what its digest says' },
  'body-too-large': { status: 413, zh: '请求正文过大', en: 'The body is too large' },
  'media-type-unknown': { status: 415, zh: '不支持的内容类型', en: 'The media type is not supported' },
  'wrong-host': { status: 421, zh: '不是本系统的地址', en: 'Not an address of this program' },
  'not-signed-in': { status: 401, zh: '未登录', en: 'Not signed in' },
  'sign-in-insufficient': { status: 401, zh: '登录不足以办理', en: 'The sign-in is not enough for this' },
  'not-competent': { status: 403, zh: '无此权限', en: 'Not within your competence' },
  'no-such-case': { status: 404, zh: '无此案件', en: 'There is no such case' },
  'not-found': { status: 404, zh: '未找到', en: 'Not found' },
  'key-reused': { status: 422, zh: '幂等键已用于另一请求', en: 'The key was used for another request' },
  'file-missing': { status: 422, zh: '文件不存在', en: 'A file named is not stored' },
  'file-too-large': { status: 413, zh: '文件过大', en: 'The file is too large' },
  'file-type-refused': { status: 415, zh: '文件类型不予接收', en: 'Files of this kind are not taken' },
  'uploads-used-up': { status: 429, zh: '当日上传已达上限', en: 'The uploads of the day are used up' },
  'file-infected': { status: 422, zh: '文件含有恶意代码', en: 'The file carries malware' },
  'file-not-scanned': { status: 503, zh: '文件未能扫描', en: 'The file could not be scanned' },
  'no-room-for-files': { status: 507, zh: '文件存储空间不足', en: 'There is no room for files' },
  'files-unavailable': { status: 503, zh: '文件存储暂不可用', en: 'The files cannot be reached' },
  'file-lost': { status: 500, zh: '文件已丢失或被改动', en: 'The stored file is missing or was altered' },
  'position-unknown': { status: 409, zh: '记录中没有此位置', en: 'The record does not reach this position' },
  'number-taken': { status: 409, zh: '文号已被使用', en: 'The number is used already' },
  'registry-refused': { status: 409, zh: '登记不能办理', en: 'The registry cannot take this down' },
  'record-damaged': { status: 500, zh: '记录已损坏', en: 'The record is damaged' },
  'too-large-for-an-entry': { status: 413, zh: '单条记录过大', en: 'Too large for one entry' },
  'clock-wrong': { status: 503, zh: '时钟有误，暂不写入', en: 'The clock is wrong, nothing is written' },
  unavailable: { status: 503, zh: '暂时无法处理', en: 'Not available at the moment' },
  'internal-error': { status: 500, zh: '系统内部错误', en: 'Internal error' },
} as const;
export type ProblemType = keyof typeof problems;

/** A problem that the HTTP layer itself finds. */
export class Problem extends Error {
  override readonly name = 'Problem';
  constructor(
    readonly type: ProblemType,
    detail: string,
    readonly extensions: Readonly<Record<string, unknown>> = {},
  ) {
    super(detail);
  }
}
