import type { Bilingual } from '@anjuan/program';

const pages = {
  count: {
    zh: `  anjuan count DATE PERIOD [--before] [--roll ROLL] [--known DAY] [--json]
      按规则文件（见 rules）计算期间的最后一日，例如 count 2026-09-24 5wd；DATE 当日不计入
      PERIOD    数字加单位：wd 工作日，d 日，mo 月，y 年
      --before  向前倒算（只限 wd、d）：得出的日期与 DATE 之间隔足该期间
      --roll    末日顺延：none 不顺延（默认；顺延结果不同的，另行列出），publicHoliday 遇节假日，
                anyNonWorkingDay 遇非工作日
      --known   按 DAY 当日已公布的放假安排计算（不写：按全部规则文件）
      --json    输出一份 JSON`,
    en: `  anjuan count DATE PERIOD [--before] [--roll ROLL] [--known DAY] [--json]
      the last day of a period by the files of rules (see rules), as in: count 2026-09-24 5wd; the day DATE
      itself does not count
      PERIOD    a number with its unit: wd working days, d calendar days, mo months, y years
      --before  counts back (wd and d only): the latest day that leaves the whole period before DATE
      --roll    when the last day moves on: none (unless said otherwise; where moving makes another day, that
                is said too), publicHoliday, anyNonWorkingDay
      --known   by the holiday tables published by that day (otherwise by all files of rules)
      --json    prints one JSON document`,
  },
  rules: {
    zh: `  anjuan rules [--json]
      列出读取了哪些规则文件（RULES_DIR，默认 ./rules）、内容的 SHA-256、涵盖什么，以及哪些没有读取、为什么`,
    en: `  anjuan rules [--json]
      the files of rules that are read (RULES_DIR, otherwise ./rules), the SHA-256 of each and what it covers,
      and those that are not read, with the reason`,
  },
  verify: {
    zh: `  anjuan verify [--json]
      通读全部记录，指出被删除、截短、缺号或含外来内容的流；有损坏时以 1 结束`,
    en: `  anjuan verify [--json]
      reads the whole record and names streams that were deleted or cut, have gaps or hold what is not ours; ends
      with 1 where there is damage`,
  },
  doctor: {
    zh: `  anjuan doctor [--json]
      检查 EventStoreDB：连接、版本、账号权限、会删除记录的设定，并与 PostgreSQL 核对；有问题时以 1 结束`,
    en: `  anjuan doctor [--json]
      examines EventStoreDB: connection, version, rights of the account, settings that delete events, and whether
      PostgreSQL agrees with it; ends with 1 where something is wrong`,
  },
  settle: {
    zh: `  anjuan settle [--accept POSITION|empty] [--json]
      服务停止后：由 EventStoreDB 的记录重新推导 PostgreSQL 所记的指令，列出无法取回的内容；
      记录比已知的短，或者已被换成另一份的，须以 --accept 写明以哪一份为准（位置见启动时的提示）`,
    en: `  anjuan settle [--accept POSITION|empty] [--json]
      while the server is stopped: derives again from the log on EventStoreDB what PostgreSQL remembers of it,
      and lists what cannot be had again; where the log is shorter than what was known, or another one, --accept
      names the one that is to count (the start says its position)`,
  },
  views: {
    zh: `  anjuan views [--json]
      列出各清单：版本、状态、位置、落后、搁置的案件（数据库由 DATA_DIR 或 DATABASE_URL 指明，下同）
  anjuan views retry VIEW [--json]
      重新处理该清单搁置的案件`,
    en: `  anjuan views [--json]
      the lists: version, state, position, lag, parked cases (of the database that DATA_DIR or DATABASE_URL
      names, as below)
  anjuan views retry VIEW [--json]
      tries the parked cases of the list again`,
  },
  rebuild: {
    zh: `  anjuan rebuild VIEW [--json]
      从头重建该清单：旧清单照常可读，赶上后由新清单接替；中断后再次运行即从断处继续`,
    en: `  anjuan rebuild VIEW [--json]
      fills the list anew from the beginning: the old one is read until the new one has caught up and takes
      over; broken off and started again, it goes on from where it was`,
  },
  backup: {
    zh: `  anjuan backup DIR [--json]
      将案卷记录、账号、密钥和文件备份到空目录 DIR，服务运行与否均可（DATA_DIR、DATABASE_URL 与服务相同）`,
    en: `  anjuan backup DIR [--json]
      copies record, accounts, keys and files into the empty folder DIR, whether the server runs or not
      (DATA_DIR and DATABASE_URL as for the server)`,
  },
  restore: {
    zh: `  anjuan restore DIR [--json]
      核对 DIR 中的备份并恢复到空的 DATA_DIR（或空的 DATABASE_URL 数据库）`,
    en: `  anjuan restore DIR [--json]
      checks the backup in DIR and puts it into an empty DATA_DIR (or an empty DATABASE_URL database)`,
  },
  files: {
    zh: `  anjuan files check [--json]
      逐字节核对记录中的全部文件（目录或 FILE_STORE=s3 的存储桶）；有丢失或被改动的以 1 结束
  anjuan files move [--json]
      将 DATA_DIR 中的文件移入 S3_BUCKET，逐一核对，服务运行与否均可，可重复运行；之后以 FILE_STORE=s3 重新启动`,
    en: `  anjuan files check [--json]
      reads every file that the record knows (in the folder, or with FILE_STORE=s3 in the bucket) and compares it
      with its hash; ends with 1 where one is missing or altered
  anjuan files move [--json]
      puts the files of DATA_DIR into S3_BUCKET, each verified, whether the server runs or not, and as often as it
      takes; start the server with FILE_STORE=s3 afterwards`,
  },
  admin: {
    zh: `  anjuan admin reset [LOGIN] [--json]
      为管理员设新密码并显示一次：此前的登录全部失效，锁定解除，并记入人员登记；不写 LOGIN：首次启动时建立的第一名管理员
      首次启动时建立的两名管理员，账号已销户或身份已终止，而另一名也无法办理的：重新开通、重新授予，均记入人员登记
  anjuan admin reset --subject SUB [--second] [--json]
      使用外部登录服务（OIDC_ISSUER）时：将其 sub 关联为第一名管理员；--second：关联为第二名`,
    en: `  anjuan admin reset [LOGIN] [--json]
      gives the administrator a new password and shows it once: everything signed in before is signed out, a lock
      is lifted, and the registry records it; without LOGIN: the first of those made at the first start
      of the two made at the first start, one whose account was closed or whose capacity has ended gets them again,
      where the other cannot see to it; the registry records that too
  anjuan admin reset --subject SUB [--second] [--json]
      with another issuer (OIDC_ISSUER): links its sub as the first administrator; --second: as the second`,
  },
} as const satisfies Record<string, Bilingual>;

export type CommandName = keyof typeof pages;
export const commandNames = Object.keys(pages) as readonly CommandName[];

const more: Bilingual = {
  zh: `  anjuan COMMAND --help
      一个命令的用法；anjuan --version：版本`,
  en: `  anjuan COMMAND --help
      how one command is called; anjuan --version: the version`,
};

const isCommand = (word: string | undefined): word is CommandName =>
  commandNames.some((name) => name === word);

/** Of one command; of all without one, or for a word that is no command. */
export const usageOf = (command?: string): string => {
  const shown: readonly Bilingual[] = isCommand(command) ? [pages[command]] : [...Object.values(pages), more];
  return `用法：\n${shown.map(({ zh }) => zh).join('\n')}\nUsage:\n${shown.map(({ en }) => en).join('\n')}`;
};
