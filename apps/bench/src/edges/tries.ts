/** A process of its own, as strangers are: people who know no password, all at once. */
import { signIn } from '@anjuan/identity';

const [baseUrl = '', count = '0'] = process.argv.slice(2);
await Promise.all(
  Array.from({ length: Number(count) }, (_, at) =>
    signIn({ baseUrl, login: `nobody-${String(at)}`, password: 'a wrong password' }).catch(() => undefined),
  ),
);
process.disconnect();
