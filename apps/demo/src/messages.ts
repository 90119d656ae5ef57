/** What the demo says: Chinese first, English second. */
import type { Capacity } from '@anjuan/case';
import type { Bilingual } from '@anjuan/program';

export const usage = `用法：
  npm run demo -- [--json] [--exit] [FILE…]
      在临时数据目录上启动服务，按日期播放案件文件（不写 FILE：自带的各个案件），打印办案经过；
      --json  标准输出只有一份 JSON；其余写到标准错误
      --exit  播放完毕即停止；不写则服务继续运行，Ctrl-C 停止
Usage:
  npm run demo -- [--json] [--exit] [FILE…]
      starts the server on a temporary data folder, plays the case files by day (without FILE: those that
      come with the program) and prints the story;
      --json  exactly one JSON document on standard output; everything else on standard error
      --exit  stop when everything is played; otherwise the server stays up until Ctrl-C
`;

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
  secondFactor:
    'SECOND_FACTOR=optional：演示中的人员并不存在，没有设备，故不要求两步验证；nobody in the demo exists or holds a device, so no second factor is demanded. Elsewhere it is.',
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
