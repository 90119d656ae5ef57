/** Whoever starts the API gives it the same options of Node and the same environment. */
import { readFileSync } from 'node:fs';
import { apiProcess } from '@anjuan/program';

it.each([
  ['package.json', /^.*"start": .*$/gm],
  ['docker/anjuan.service', /^(Environment|ExecStart)=.*$/gm],
  ['docker/Dockerfile', /^(ENV|CMD) .*$/gm],
])('%s starts it as the demo and the benchmarks do', (file, lines) => {
  const said = readFileSync(file, 'utf8').match(lines)?.join(' ') ?? '';
  const wanted = Object.entries(apiProcess.environment).map(([name, value]) => `${name}=${value}`);
  expect([...wanted, ...apiProcess.options].filter((one) => !said.includes(one))).toEqual([]);
});
