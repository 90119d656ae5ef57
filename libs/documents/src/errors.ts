/** The file is larger than one may be. */
export class FileTooLarge extends Error {
  override readonly name = 'FileTooLarge';
  constructor(readonly limit: number) {
    super(
      `文件超过 ${String(limit)} 字节的上限，未存储；请拆分后上传，或由管理员调高 MAX_UPLOAD_MB。The file is larger than ${String(limit)} bytes and was not stored: send it in parts, or have MAX_UPLOAD_MB raised.`,
    );
  }
}

/** What arrived is not what its sender says was sent. */
export class OtherContent extends Error {
  override readonly name = 'OtherContent';
  constructor(
    readonly said: string,
    readonly found: string,
  ) {
    super(
      `内容的 SHA-256 为 ${found}，不是 ${said}，未存储。Its SHA-256 is ${found}, not ${said}: it was not stored.`,
    );
  }
}

/** Storing it would leave less room on the disk than is to stay free, or the bucket takes no more. */
export class NoRoomForFiles extends Error {
  override readonly name = 'NoRoomForFiles';
  constructor(where: 'disk' | 'bucket' = 'disk') {
    super(
      where === 'disk'
        ? '文件所在磁盘的剩余空间低于下限（MIN_FREE_MB），未存储；请管理员腾出空间后重新上传。The disk of the files has less free space than MIN_FREE_MB and the file was not stored: free space on it, then send the file again.'
        : '文件存储桶已满或者超出配额，未存储；请管理员调高配额或者扩容后重新上传。The bucket of the files is full or over its quota and the file was not stored: have the quota raised, then send the file again.',
    );
  }
}

/** As many files as may be are being stored. */
export class TooManyUploads extends Error {
  override readonly name = 'TooManyUploads';
  constructor() {
    super(
      '同时上传的文件过多，请稍后重试。As many files as may be are being uploaded: send this one again in a moment.',
    );
  }
}

/** The person has stored as much on this day as one person may. */
export class UploadsUsedUp extends Error {
  override readonly name = 'UploadsUsedUp';
  constructor(
    /** Which of the limits, and what it is. */
    readonly limit: 'MAX_UPLOADS_PER_DAY' | 'MAX_UPLOAD_MB_PER_DAY',
    readonly most: number,
    /** When the next day begins. */
    readonly ends: string,
  ) {
    const [zh, en] =
      limit === 'MAX_UPLOADS_PER_DAY'
        ? [`${String(most)} 个文件`, `${String(most)} files`]
        : [`${String(most)} MB`, `${String(most)} MB`];
    super(
      `本人当日上传将超过 ${zh}的上限（${limit}），未存储；${ends} 起可以继续上传，急需的由管理员调高上限。With this upload you would pass ${en} of one day (${limit}) and it was not stored: go on from ${ends}, or have the limit raised.`,
    );
  }
}

/** The disk or the bucket does not hold what was stored: the file is gone, or its bytes are others. */
export class FileLost extends Error {
  override readonly name = 'FileLost';
  constructor(
    readonly sha256: string,
    readonly how: Damage,
  ) {
    super(
      `所存文件 ${sha256} 已${how === 'missing' ? '丢失' : '被改动'}，请管理员从备份恢复，或重新上传原件。The stored file ${sha256} is ${how}: restore it from a backup, or upload the original again.`,
    );
  }
}

export type Damage = 'missing' | 'altered';
