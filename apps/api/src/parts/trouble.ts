/** What the operator should know of the embedded database. */
export class Trouble {
  constructor(
    /** while it is away; undefined while it is there */
    readonly now: () => string | undefined,
    /** of its buffers and its log; undefined for a server of the operator's own */
    readonly sizes: () => Readonly<{ sharedBuffers: string; maxWalSize: string }> | undefined = () =>
      undefined,
    /** what should be otherwise, though the program does its work */
    readonly warnings: readonly string[] = [],
  ) {}
}
