import type { ProblemType } from './problems.js';

/** What the reader of a problem does about it; of `not-lawful-yet`, each provision has its own. */
export const cures: Readonly<Record<ProblemType, Readonly<{ zh: string; en: string }>>> = {
  'not-lawful-yet': {
    zh: '按所列各条的补救办法办理后重新提交',
    en: 'Do what the cure of each provision listed says, then send the act again',
  },
  'stale-case': {
    zh: '重新读取案卷，核对变化，以新的 ETag 作为 If-Match 重新提交',
    en: 'Read the case again, look at what has changed, and send the act with the new ETag as If-Match',
  },
  'revision-required': {
    zh: '读取案卷，以其 ETag 作为 If-Match 重新提交',
    en: 'Read the case and send its ETag as If-Match',
  },
  'invalid-request': {
    zh: '按 errors 逐项改正后重新提交',
    en: 'Mend each field listed in errors, then send it again',
  },
  'header-missing': {
    zh: '按说明填写该请求头后重新提交',
    en: 'Give the header named, in the form described, then send it again',
  },
  'malformed-request': {
    zh: '按 HTTP/1.1 写明地址和请求头，中文以百分号编码的 UTF-8 填写',
    en: 'Write the address and the headers as HTTP/1.1 has them, other than ASCII as percent-encoded UTF-8',
  },
  'request-timeout': { zh: '重新发送，不要中途停顿', en: 'Send the whole request again without a pause' },
  'address-too-long': { zh: '缩短地址', en: 'Shorten the address' },
  'expectation-unknown': {
    zh: '去掉 Expect 请求头，或者改为 100-continue',
    en: 'Leave the header Expect out, or send 100-continue',
  },
  'headers-too-large': { zh: '将全部请求头减至 16 KB 以内', en: 'Keep all headers together below 16 KB' },
  'method-not-allowed': { zh: '改用 Allow 响应头所列的方法', en: 'Use a method that the header Allow names' },
  'malformed-body': {
    zh: '以 UTF-8 发送一个完整的 JSON 对象，同名字段只写一次',
    en: 'Send one whole JSON object in UTF-8, each name once',
  },
  'content-altered': {
    zh: '重新发送完整的内容，或者更正 Content-Digest',
    en: 'Send the whole content again, or correct Content-Digest',
  },
  'body-too-large': {
    zh: '精简内容；长材料先上传（POST /v1/files），再写明其 SHA-256',
    en: 'Send less; upload long material first (POST /v1/files) and name its SHA-256',
  },
  'media-type-unknown': {
    zh: '按说明更正 Content-Type，正文不压缩',
    en: 'Correct Content-Type as described, and send the body uncompressed',
  },
  'wrong-host': { zh: '改用说明所列的地址', en: 'Use the address that is named' },
  'not-signed-in': {
    zh: '登录后，以 Authorization: Bearer 发送访问令牌',
    en: 'Sign in and send the access token as Authorization: Bearer',
  },
  'sign-in-insufficient': {
    zh: '以 prompt=login 或者所列的 max_age、acr_values 重新登录，以新令牌重新提交；尚未登记两步验证的，登录页会先请您登记（也可先启用：POST /v1/me/second-factor，或者登记通行密钥：POST /v1/me/passkeys）；自有登录服务须在访问令牌中写明 auth_time、amr（尚不能写明的，由运维人员设 SECOND_FACTOR=optional）',
    en: 'Sign in again, with prompt=login or the max_age and acr_values named, and send it with the new token; the page of the sign-in has who has no second factor register one first (it is enrolled by POST /v1/me/second-factor, or a passkey by POST /v1/me/passkeys, too); another issuer must write auth_time and amr in its access tokens (until it can, the operator sets SECOND_FACTOR=optional)',
  },
  'not-competent': {
    zh: '由有权的人员办理；缺登记的，由管理员登记账号或者身份',
    en: 'Let somebody competent do it, or have the administrator register the account or the capacity',
  },
  'no-such-case': {
    zh: '核对案件编号，例如查阅本人案件清单（GET /v1/lists/my-cases）',
    en: 'Check the id of the case, for instance in the list of your cases (GET /v1/lists/my-cases)',
  },
  'not-found': {
    zh: '核对地址及其中的编号，全部接口见 docs/openapi.json',
    en: 'Check the address and the ids in it; docs/openapi.json has every route',
  },
  'key-reused': { zh: '换用新的 Idempotency-Key', en: 'Send it under a new Idempotency-Key' },
  'file-missing': {
    zh: '先上传 files 所列的文件（POST /v1/files）；是举报材料的，另行复制或者摘录后上传；再重新提交',
    en: 'Upload the files listed in files (POST /v1/files), of the letter of who reported another copy or an extract, then send the act again',
  },
  'file-too-large': {
    zh: '将文件拆分后上传，或者由管理员调高 MAX_UPLOAD_MB',
    en: 'Send the file in parts, or have MAX_UPLOAD_MB raised',
  },
  'file-type-refused': {
    zh: '按 errors 逐项改正文件名、Content-Type 或者文件本身后重新上传',
    en: 'Correct name, Content-Type or the file itself as each of errors says, then send it again',
  },
  'uploads-used-up': {
    zh: '在 ends 之后继续上传，或者由管理员调高 limit 所示的上限',
    en: 'Go on after the time in ends, or have the setting in limit raised',
  },
  'file-infected': {
    zh: '不要在本机打开该文件；请管理员检查来源，清除后重新上传，或者以 PDF、图片代替',
    en: 'Do not open it; have its source looked at, and send it cleaned, or a PDF or picture of it',
  },
  'file-not-scanned': {
    zh: '由管理员按说明恢复扫描程序，然后重新上传',
    en: 'Have the scanner restored as described, then send the file again',
  },
  'no-room-for-files': {
    zh: '由管理员腾出磁盘空间或者调高存储桶的配额后重新上传',
    en: 'Have space freed on the disk, or the quota of the bucket raised, then send the file again',
  },
  'files-unavailable': {
    zh: '由管理员按说明恢复文件存储，然后重新发送；文件并未丢失',
    en: 'Have the store of the files restored as described, then send it again; no file is lost by it',
  },
  'file-lost': {
    zh: '由管理员从备份恢复，或者重新上传原件',
    en: 'Have the file restored from a backup, or upload the original again',
  },
  'position-unknown': {
    zh: 'waitFor 改用最近一次命令所答的位置，at 改用不大于案卷现有版本的数，或者不填',
    en: 'Use for waitFor a position that a command has answered with lately, for at a revision that the case has come to, or leave them out',
  },
  'number-taken': { zh: '换用其他文号', en: 'Choose another number' },
  'registry-refused': { zh: '按说明更正后重新提交', en: 'Correct what is described, then send it again' },
  'record-damaged': {
    zh: '请管理员查看 /health，并从备份恢复',
    en: 'Have the administrator look at /health and restore the record from a backup',
  },
  'too-large-for-an-entry': {
    zh: '缩短内容；长材料先上传（POST /v1/files），再写明其 SHA-256',
    en: 'Shorten it; upload long material first (POST /v1/files) and name its SHA-256',
  },
  'clock-wrong': {
    zh: '由管理员校正时钟，然后以同一幂等键重试',
    en: 'Have the clock set right, then send the same request with the same key again',
  },
  unavailable: {
    zh: '请稍后以同一幂等键重试',
    en: 'Send the same request with the same key again in a moment',
  },
  'internal-error': {
    zh: '请将 requestId 告知管理员，日志中有其原因',
    en: 'Give the requestId to the administrator: the log has the cause',
  },
};
