/** `at`: what of the upload is wrong: its name, the type it is sent under, its bytes. */
export type KindFault = Readonly<{ at: 'name' | 'declared' | 'content'; zh: string; en: string }>;

/** The file is of no kind that is taken, or name, declared type and content are not of one kind. */
export class FileKindRefused extends Error {
  override readonly name = 'FileKindRefused';
  constructor(readonly faults: readonly KindFault[]) {
    super('文件的类型不予接收，未存储；The file is of a kind that is not taken: it was not stored');
  }
}
