/** What the program says: Chinese first, English second. */
import type { Bilingual, Capacity } from '@anjuan/case';

export const usage = `用法：
  anjuan demo [--json] [--exit] [FILE…]
      在临时数据目录上启动服务，按日期播放案件文件（不写 FILE：自带的三个案件），打印办案经过；
      --json  标准输出只有一份 JSON；其余写到标准错误
      --exit  播放完毕即停止；不写则服务继续运行，Ctrl-C 停止
  anjuan count DATE PERIOD [--before] [--roll ROLL] [--json]
      计算期间的最后一日，例如 count 2026-09-24 5wd；DATE 当日不计入
      PERIOD    数字加单位：wd 工作日，d 日，mo 月，y 年
      --before  向前倒算（只限 wd、d）：得出的日期与 DATE 之间隔足该期间
      --roll    末日顺延：none 不顺延（默认；顺延结果不同的，另行列出），publicHoliday 遇节假日，
                anyNonWorkingDay 遇非工作日
      --json    输出一份 JSON
  anjuan provisions [--check]
      依源代码写出 docs/provisions.md；--check 只核对是否过期
  anjuan views [--json]
      列出各清单：版本、状态、位置、落后、搁置的案件（数据库由 DATA_DIR 或 DATABASE_URL 指明，下同）
  anjuan views retry VIEW [--json]
      重新处理该清单搁置的案件
  anjuan rebuild VIEW [--json]
      从头重建该清单：旧清单照常可读，赶上后由新清单接替；中断后再次运行即从断处继续
  anjuan backup DIR [--json]
      将案卷记录、账号、密钥和文件备份到空目录 DIR，服务运行与否均可（DATA_DIR、DATABASE_URL 与服务相同）
  anjuan restore DIR [--json]
      核对 DIR 中的备份并恢复到空的 DATA_DIR（或空的 DATABASE_URL 数据库）
Usage:
  anjuan demo [--json] [--exit] [FILE…]
      starts the server on a temporary data folder, plays the case files by day (without FILE: the three
      that come with the program) and prints the story;
      --json  exactly one JSON document on standard output; everything else on standard error
      --exit  stop when everything is played; otherwise the server stays up until Ctrl-C
  anjuan count DATE PERIOD [--before] [--roll ROLL] [--json]
      the last day of a period, as in: count 2026-09-24 5wd; the day DATE itself does not count
      PERIOD    a number with its unit: wd working days, d calendar days, mo months, y years
      --before  counts back (wd and d only): the latest day that leaves the whole period before DATE
      --roll    when the last day moves on: none (unless said otherwise; where moving makes another day, that
                is said too), publicHoliday, anyNonWorkingDay
      --json    prints one JSON document
  anjuan provisions [--check]
      writes docs/provisions.md from the sources; --check only compares
  anjuan views [--json]
      the lists: version, state, position, lag, parked cases (of the database that DATA_DIR or DATABASE_URL
      names, as below)
  anjuan views retry VIEW [--json]
      tries the parked cases of the list again
  anjuan rebuild VIEW [--json]
      fills the list anew from the beginning: the old one is read until the new one has caught up and takes
      over; broken off and started again, it goes on from where it was
  anjuan backup DIR [--json]
      copies record, accounts, keys and files into the empty folder DIR, whether the server runs or not
      (DATA_DIR and DATABASE_URL as for the server)
  anjuan restore DIR [--json]
      checks the backup in DIR and puts it into an empty DATA_DIR (or an empty DATABASE_URL database)
`;

export const unknownWord = (word: string): Bilingual => ({
  zh: `不认识的参数“${word}”`,
  en: `unknown argument "${word}"`,
});

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

export const stale: Bilingual = {
  zh: 'docs/provisions.md 已过期：运行 npm run provisions',
  en: 'docs/provisions.md is stale: run npm run provisions',
};

type Done = Readonly<{ done: number; of: number; perSecond: number; left: number | undefined }>;

export const viewsText = {
  oneView: { zh: '请写明一个清单的名称', en: 'name one list' },
  noData: (folder: string): Bilingual => ({
    zh: `${folder} 中没有数据库：请以 DATA_DIR 或 DATABASE_URL 指明程序所用的数据库`,
    en: `there is no database in ${folder}: name the one the program uses by DATA_DIR or DATABASE_URL`,
  }),
  noAnswer: (why: string): Bilingual => ({
    zh: `数据库无法使用（${why}）：请检查 DATABASE_URL、账号与网络`,
    en: `the database cannot be used (${why}): check DATABASE_URL, the account and the network`,
  }),
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

export const both = ({ zh, en }: Bilingual): string => `${zh}\n${en}`;
export const inLine = ({ zh, en }: Bilingual): string => `${zh} · ${en}`;

export const capacityNames: Readonly<Record<Capacity, Bilingual>> = {
  officer: { zh: '执法人员', en: 'officer' },
  'unit-head': { zh: '办案机构负责人', en: 'unit head' },
  'legal-reviewer': { zh: '法制审核人员', en: 'legal reviewer' },
  'case-reviewer': { zh: '案件审核人员', en: 'case reviewer' },
  leader: { zh: '行政机关负责人', en: 'leader' },
  principal: { zh: '主要负责人', en: 'principal' },
  'hearing-host': { zh: '听证主持人', en: 'hearing host' },
  auditor: { zh: '执法监督人员', en: 'auditor' },
  administrator: { zh: '系统管理员', en: 'administrator' },
};

export const story = {
  act: (title: string): string => `✓ ${title}`,
  actRefused: (title: string): string => `✗ ${title} —— 未被接受 NOT ACCEPTED`,
  attemptRefused: (title: string): string => `⊘ 试办 attempt: ${title} —— 依法不予办理 refused`,
  attemptAccepted: (title: string): string => `✗ 试办 attempt: ${title} —— 竟被接受 ACCEPTED`,
  under: (articles: string): string => `依据 under: ${articles}`,
  number: (number: string): string => `文号 number: ${number}`,
  filled: (what: string): string => `代填 filled in: ${what}`,
  unused: (keys: string): string => `未使用的键 keys not used: ${keys}`,
  because: '理由 because:',
  refused: '未予办理 not done',
  policy: '［本机关规则 policy］',
} as const;

export const faults = {
  'act-refused': { zh: '应当被接受的行为未被接受', en: 'an act was refused' },
  'attempt-accepted': { zh: '应当被拒绝的试办竟被接受', en: 'an attempt was accepted' },
  'citation-missing': {
    zh: '拒绝理由中缺少条文',
    en: 'a citation is missing among the reasons',
  },
  'refused-besides': {
    zh: '另有案件文件未列明的拒绝理由',
    en: 'refused for reasons besides those the file names',
  },
} as const satisfies Record<string, Bilingual>;

export const progress = {
  starting: '启动服务（临时数据目录）… starting the server on a temporary data folder …',
  registering: '登记机关、人员、账号… entering the agency, its people and accounts …',
  playing: (done: number, of: number): string => `播放 playing ${done}/${of} …`,
  restarting: '以同一数据目录重新启动… starting again on the same data folder …',
  stopped: '已停止。Stopped.',
} as const;

export const summary = {
  title: '小结 SUMMARY',
  accepted: (done: number, of: number): string => `被接受的行为 acts accepted: ${done}/${of}`,
  refused: (done: number, of: number): string => `被拒绝的试办 attempts refused: ${done}/${of}`,
  seconds: (seconds: string): string => `全程用时 the whole demo: ${seconds} s（目标 aim 60 s）`,
  started: (seconds: string): string =>
    `以已有数据目录启动 start with the existing data folder: ${seconds} s（目标 aim 3 s）`,
  memory: (megabytes: string): string =>
    `API 进程空闲内存 idle memory of the API process: ${megabytes} MB（目标 aim 200 MB）`,
  memoryUnknown: 'API 进程空闲内存：本系统无法测量；idle memory: not measurable on this system',
  wrong: '与案件文件不符 NOT AS THE FILES SAY:',
} as const;

export const staying = {
  address: (url: string): string => `服务地址 the server answers at: ${url}`,
  signIns: '登录 sign-ins（login / password）:',
  stop: '按 Ctrl-C 停止。Ctrl-C stops it.',
} as const;

export const trouble = {
  serverEnded: (code: string, log: string): Bilingual => ({
    zh: `服务未能启动或者中途退出（${code}）。其输出：\n${log}`,
    en: `the server did not start, or ended (${code}); its output is above: cure what it names and try again`,
  }),
  notBuilt: (path: string): Bilingual => ({
    zh: `找不到 ${path}：先运行 npm run build`,
    en: `${path} is missing: run npm run build first`,
  }),
  nothingToPlay: {
    zh: '没有可播放的案件文件：请给出至少一个案件文件',
    en: 'there is nothing to play: name at least one case file',
  },
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
