/** The scanner knows the file by the name of what is in it. */
export class FileInfected extends Error {
  override readonly name = 'FileInfected';
  constructor(
    readonly sha256: string,
    /** As the scanner calls it. */
    readonly found: string,
  ) {
    super(
      `扫描发现恶意代码 ${found}，未存储。The scanner has found ${found} in the file: it was not stored.`,
    );
  }
}

/** Why a file could not be scanned: what is not scanned is not stored. */
export type NotScanned = 'unreachable' | 'slow' | 'cut' | 'too-large' | 'wrong';

const because: Readonly<Record<NotScanned, readonly [zh: string, en: string]>> = {
  unreachable: [
    '扫描程序不应答，请管理员启动 clamd，并检查 CLAMD 的地址',
    'the scanner does not answer; have clamd started and the address in CLAMD checked',
  ],
  slow: [
    '扫描程序未在 CLAMD_TIMEOUT_SECONDS 内应答，请管理员检查其负载',
    'the scanner did not answer within CLAMD_TIMEOUT_SECONDS; have its load looked at',
  ],
  cut: [
    '扫描程序中断了连接，请管理员查看其日志，以及 clamd.conf 的 StreamMaxLength 是否不小于 MAX_UPLOAD_MB',
    'the scanner cut the connection; have its log looked at, and whether StreamMaxLength in clamd.conf is at least MAX_UPLOAD_MB',
  ],
  'too-large': [
    '文件超过扫描程序的上限，请管理员将 clamd.conf 的 StreamMaxLength、MaxFileSize 和 MaxScanSize 调至不小于 MAX_UPLOAD_MB（其日志写明的其他上限同样处理），或者拆分文件',
    'the file is more than the scanner looks through; have StreamMaxLength, MaxFileSize and MaxScanSize in clamd.conf raised to MAX_UPLOAD_MB, or the limit that its log names, or send the file in parts',
  ],
  wrong: [
    '扫描程序的应答无法理解，请管理员查看其日志，并检查 CLAMD 的地址是否为 clamd',
    'the answer of the scanner is not understood; have its log looked at, and whether clamd is at the address in CLAMD',
  ],
};

export class FileNotScanned extends Error {
  override readonly name = 'FileNotScanned';
  constructor(readonly why: NotScanned) {
    const [zh, en] = because[why];
    super(`文件未经扫描，未存储：${zh}。The file was not scanned and not stored: ${en}.`);
  }
}
