/** The administrator cannot be let in this way; the message says which other there is. */
export class ResetRefused extends Error {
  override readonly name = 'ResetRefused';
}
