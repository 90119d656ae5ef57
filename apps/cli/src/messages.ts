/** What the program says: Chinese first, English second. */
import type { Bilingual } from '@anjuan/program';

export const counting = {
  twoWords: {
    zh: 'count 需要日期和期间，例如 count 2026-09-24 5wd',
    en: 'count takes a date and a period, as in: count 2026-09-24 5wd',
  },
  noDate: (word: string): Bilingual => ({
    zh: `“${word}”不是真实存在的日期：请写成 YYYY-MM-DD`,
    en: `"${word}" is no existing day: write it as YYYY-MM-DD`,
  }),
  noPeriod: (word: string): Bilingual => ({
    zh: `“${word}”不是期间：请写一至五位数字加 wd、d、mo 或者 y`,
    en: `"${word}" is no period: write one to five digits and wd, d, mo or y`,
  }),
  noRoll: (word: string): Bilingual => ({
    zh: `“${word}”不是顺延方式：--roll 之后请写 none、publicHoliday 或者 anyNonWorkingDay`,
    en: `"${word}" is no way to move on: after --roll write none, publicHoliday or anyNonWorkingDay`,
  }),
  due: (day: string): string => `到期 due: ${day}`,
  unrolled: (day: string): string => `顺延前 before it moved on: ${day}`,
  ifRolled: (roll: 'publicHoliday' | 'anyNonWorkingDay', day: string): string =>
    roll === 'publicHoliday'
      ? `末日遇法定节假日顺延的 if it moves off public holidays (SAMR-P 80): ${day}`
      : `末日遇任何非工作日顺延的 if it moves off any day not worked (CPL 85): ${day}`,
  holidays: (days: string): string => `用到的放假日 days off used: ${days}`,
  makeUpDays: (days: string): string => `用到的调休上班日 make-up days used: ${days}`,
  provisional:
    '暂定；provisional: 涉及尚无放假安排的年份，按周一至周五计算；a year without a holiday table was touched, Monday to Friday were taken',
} as const;

type Done = Readonly<{ done: number; of: number; perSecond: number; left: number | undefined }>;

export const verifying = {
  read: (events: number, streams: number, damaged: number): Bilingual => ({
    zh: `读取记录 ${events} 条、流 ${streams} 个，损坏的流 ${damaged} 个。`,
    en: `${events} events in ${streams} streams were read; ${damaged} streams are damaged.`,
  }),
};

const notStarted: Bilingual = {
  zh: '本版本的程序尚未在此数据上启动过：先停止旧版本的各程序，以本版本启动一次（启动时报错而结束的也算），再运行',
  en: 'no program of this version has started on these data yet: end the programs of earlier ones, start this one once (a start that ends with an error counts), and run this again',
};

export const viewsText = {
  notStarted,
  oneView: { zh: '请写明一个清单的名称', en: 'name one list' },
  noData: (folder: string): Bilingual => ({
    zh: `${folder} 中没有数据库：请以 DATA_DIR 或 DATABASE_URL 指明程序所用的数据库`,
    en: `there is no database in ${folder}: name the one the program uses by DATA_DIR or DATABASE_URL`,
  }),
  wrongStore: {
    zh: 'EVENT_STORE 只能是 postgres 或 eventstoredb',
    en: 'EVENT_STORE: write postgres or eventstoredb',
  },
  wrongPrefix: {
    zh: 'EVENTSTOREDB_PREFIX 须为字母、数字、连字符，并以一个点结尾',
    en: 'EVENTSTOREDB_PREFIX: write letters, digits and hyphens, and one dot at the end',
  },
  onlyEventStoreDb: {
    zh: '此命令只用于 EventStoreDB 上的记录：请设 EVENT_STORE=eventstoredb 和 EVENTSTOREDB_URL',
    en: 'this command is for a record on EventStoreDB: set EVENT_STORE=eventstoredb and EVENTSTOREDB_URL',
  },
  columns: [
    '清单 list',
    '版本 version',
    '状态 state',
    '位置 position',
    '落后 lag',
    '搁置 parked',
    '自 since',
  ],
  progress: ({ done, of, perSecond, left }: Done): string =>
    `${String(done)}/${String(of)} 事件 events, ${String(perSecond)}/s, 剩余 left ${left === undefined ? '—' : `${String(left)} s`}`,
  rebuilt: (view: string, events: number, seconds: number): string =>
    `清单 ${view} 已重建并接替。List ${view} was rebuilt and has taken over: ${String(events)} events, ${String(seconds)} s`,
  brokenOff: (view: string): string =>
    `已中断，旧清单照常可读；再次运行即继续。Broken off; the old list is still served. Run rebuild ${view} again to go on.`,
  retried: (taken: number, parked: number): string =>
    `已处理 taken: ${String(taken)}；仍搁置 still parked: ${String(parked)}`,
} as const;

export const backingUp = {
  noFolder: { zh: '请给出备份目录', en: 'name the folder of the backup' },
  ownTools: {
    zh: '案卷记录不在 PostgreSQL 中（EVENT_STORE=eventstoredb）：请用 EventStoreDB 和 PostgreSQL 自带的备份工具',
    en: 'the record is not in PostgreSQL (EVENT_STORE=eventstoredb): use the backup tools of EventStoreDB and of PostgreSQL',
  },
  nothing: (place: string): Bilingual => ({
    zh: `没有可备份的数据：${place} 中没有数据库。请把 DATA_DIR（或 DATABASE_URL）设为服务所用的值`,
    en: `there is no data here: ${place} has no database. Set DATA_DIR (or DATABASE_URL) as it is for the server`,
  }),
  occupied: (place: string): Bilingual => ({
    zh: `${place} 已有数据：只能恢复到空的数据目录，请另设 DATA_DIR`,
    en: `${place} holds data: restore into an empty data folder, set DATA_DIR to another one`,
  }),
  done: (folder: string, events: number, files: number): string =>
    `备份完成 backed up: ${folder}；事件 events ${String(events)}，文件 files ${String(files)}\n内含密钥和个人信息，请妥善保管。It holds keys and personal data: keep it closely.`,
  restored: (events: number, files: number, takenAt: string): string =>
    `恢复完成并已核对 restored and verified: 事件 events ${String(events)}，文件 files ${String(files)}\n${takenAt} 以后的记录不在其中。What was recorded after that moment is not in it: those who read the record elsewhere compare the incarnations in /health.`,
  progress: (what: string, megabytes: string, rate: string): string =>
    `${what}: ${megabytes} MB, ${rate} MB/s`,
} as const;

export const ofFiles = {
  noBucket: {
    zh: 'files move 将文件移入存储桶：请设 FILE_STORE=s3 及 S3_ 各项',
    en: 'files move puts the files into a bucket: set FILE_STORE=s3 and the S3_ settings',
  },
  notStarted,
  checked: (files: number, lost: number): Bilingual => ({
    zh: `核对文件 ${String(files)} 个，丢失或被改动 ${String(lost)} 个。`,
    en: `${String(files)} files were read; ${String(lost)} are missing or altered.`,
  }),
  moved: (files: number, place: string): Bilingual => ({
    zh: `文件 ${String(files)} 个均已在 ${place}，核对无误；请以 FILE_STORE=s3 重新启动程序。原目录未作改动，备份后可以删除。`,
    en: `all ${String(files)} files are in ${place} and whole: start the programs again with FILE_STORE=s3. The folder was left as it is; remove it after a backup.`,
  }),
  notMoved: (lost: number): Bilingual => ({
    zh: `上列 ${String(lost)} 个文件已丢失或被改动：请先从备份恢复或者重新上传，再运行一次；文件仍以原处为准。`,
    en: `${String(lost)} files, named above, are missing or altered: restore them from a backup or upload them again, then run this again. The files count as where they were.`,
  }),
} as const;

export const resetting = {
  oneLogin: { zh: 'admin reset 至多写一个登录名', en: 'admin reset takes one login at most' },
  noLogin: (login: string, known: readonly string[]): Bilingual => ({
    zh: `没有登录名为“${login}”的账号；现有：${known.join('、')}`,
    en: `there is no account with the login "${login}"; there are: ${known.join(', ')}`,
  }),
  notStarted: {
    zh: '此处还没有管理员：首次启动未完成，请启动程序，密码届时会写入文件',
    en: 'there is no administrator yet: the first start did not come to its end. Start the program, it writes the password to a file',
  },
  closed: (other: string): Bilingual => ({
    zh: `该管理员的账号已销户：可由管理员“${other}”登录后办理；其密码遗失的，请运行 anjuan admin reset ${other}`,
    en: `the account of this administrator was closed: the administrator "${other}" can sign in and see to it; where that password is lost, run anjuan admin reset ${other}`,
  }),
  capacityEnded: (other: string): Bilingual => ({
    zh: `其管理员身份已终止，现不是管理员：可由管理员“${other}”登录后办理`,
    en: `this person is not an administrator any more, the capacity has ended: the administrator "${other}" can sign in and see to it`,
  }),
  anothers: (subject: string): Bilingual => ({
    zh: `${subject} 已关联为他人的账号，请核对；未作任何更改`,
    en: `${subject} is linked to somebody else: check it. Nothing was changed`,
  }),
  secondNotStarted: {
    zh: '此处还没有第二名管理员：请设置 SECOND_ADMIN_SUBJECT 并启动程序',
    en: 'there is no second administrator yet: set SECOND_ADMIN_SUBJECT and start the program',
  },
  secondWithout: {
    zh: '--second 只与 --subject 一起使用；内置登录服务请写明第二名管理员的登录名',
    en: '--second goes with --subject; at the built-in issuer name the login of the second administrator',
  },
  notAdministrator: (login: string): Bilingual => ({
    zh: `“${login}”不是管理员的账号：其他人员的账号由管理员办理`,
    en: `"${login}" is not an administrator's account: those of others are the administrator's to mend`,
  }),
  subjectMissing: {
    zh: '使用外部登录服务（OIDC_ISSUER）：请以 --subject 指明管理员在该服务的 sub',
    en: 'another issuer is used (OIDC_ISSUER): name the `sub` of the administrator there with --subject',
  },
  subjectUseless: {
    zh: '--subject 只用于外部登录服务（OIDC_ISSUER）',
    en: '--subject is for another issuer (OIDC_ISSUER)',
  },
  taken: (why: string): Bilingual => ({
    zh: `不能关联该账号：${why}`,
    en: `the account cannot be linked: ${why}`,
  }),
  done: (login: string, password: string, days: number): string =>
    `已重设；此前的登录全部失效。这是初始密码，${String(days)} 天内有效：登录时须设置自己的新密码。Reset; everything signed in before is signed out. This is a first password, good for ${String(days)} days: whoever signs in sets a new one with it.\n${login} / ${password}`,
  linked: (subject: string): string =>
    `已将 ${subject} 关联为管理员。Linked as the administrator: ${subject}`,
} as const;
