/** Every kind of problem the API answers with (RFC 9457). The only list of HTTP status codes for errors. */
export const problems = {
  'not-lawful-yet': { status: 409, zh: '依法尚不能实施', en: 'The law does not allow this act yet' },
  'stale-case': { status: 412, zh: '案卷已有变化', en: 'The case has changed since it was read' },
  'revision-required': { status: 428, zh: '缺少 If-Match', en: 'If-Match is required' },
  'invalid-request': { status: 422, zh: '请求内容有误', en: 'The request is not well-formed' },
  'header-missing': { status: 400, zh: '缺少请求头', en: 'A header is missing or malformed' },
  'malformed-body': { status: 400, zh: '请求正文无法读取', en: 'The body cannot be read' },
  'body-too-large': { status: 413, zh: '请求正文过大', en: 'The body is too large' },
  'media-type-unknown': { status: 415, zh: '不支持的内容类型', en: 'The media type is not supported' },
  'not-signed-in': { status: 401, zh: '未登录', en: 'Not signed in' },
  'not-competent': { status: 403, zh: '无此权限', en: 'Not within your competence' },
  'no-such-case': { status: 404, zh: '无此案件', en: 'There is no such case' },
  'not-found': { status: 404, zh: '未找到', en: 'Not found' },
  'key-reused': { status: 422, zh: '幂等键已用于另一请求', en: 'The key was used for another request' },
  'file-missing': { status: 422, zh: '文件不存在', en: 'A file named is not stored' },
  'position-unknown': { status: 409, zh: '记录中没有此位置', en: 'The record does not reach this position' },
  'number-taken': { status: 409, zh: '文号已被使用', en: 'The number is used already' },
  'registry-refused': { status: 409, zh: '登记不能办理', en: 'The registry cannot take this down' },
  'too-large-for-an-entry': { status: 413, zh: '单条记录过大', en: 'Too large for one entry' },
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
