import { behindAProxy } from './behind-a-proxy.js';
import { startNginx } from './proxies.js';

behindAProxy('nginx', startNginx);
