type Why = Readonly<{ zh: string; en: string }>;

/** The files cannot be reached where they are kept: none is taken, none is given. None is lost by it. */
export class FilesUnavailable extends Error {
  override readonly name = 'FilesUnavailable';
  constructor(
    { zh, en }: Why,
    /** It has answered and refuses: until somebody changes a setting or a right it always will. */
    readonly refused: boolean,
    options?: ErrorOptions,
  ) {
    super(`文件存储桶${zh}。The bucket of the files ${en}.`, options);
  }
}

/** Settings of the place of the files that cannot be used; stops the start. */
export class FilePlaceRefused extends Error {
  override readonly name = 'FilePlaceRefused';
}

/** The files of this record are kept elsewhere than this program has been told. */
export class FilesElsewhere extends Error {
  override readonly name = 'FilesElsewhere';
  constructor(
    readonly kept: string,
    readonly wanted: string,
  ) {
    super(
      `本案卷记录的文件存放于 ${kept}，本程序设定的是 ${wanted}：请改回 FILE_STORE 及 S3_ 各项设定后重新启动；要将文件移入存储桶的，先运行 anjuan files move。The files of this record are kept in ${kept}, and this program is set to ${wanted}: set FILE_STORE and the S3_ settings accordingly and start it again; to move files into a bucket, run anjuan files move first.`,
    );
  }
}
