import { behindAProxy } from './behind-a-proxy.js';
import { startCaddy } from './proxies.js';

behindAProxy('Caddy', startCaddy);
