/** What the caller may show to the person: Chinese, then English. */
export class AccountRefused extends Error {
  override readonly name = 'AccountRefused';
}
