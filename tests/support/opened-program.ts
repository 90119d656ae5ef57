/** Everything of the program, loaded into this process: by a spec that opens it here, and by no other. */
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { MovableClock } from '../../apps/api/src/parts/clock.js';
import { loadConfig } from '../../apps/api/src/parts/config.js';
import { createApp } from '../../apps/api/src/start/create-app.js';
import { firstStart } from '../../apps/api/src/start/first-start.js';
import { openParts, type OpenParts } from '../../apps/api/src/start/open-parts.js';

export type Opened = Readonly<{ clock: MovableClock; parts: OpenParts; app: NestFastifyApplication }>;

export const openProgram = async (
  env: Readonly<Record<string, string>>,
  url: string,
  firstDay: string,
): Promise<Opened> => {
  const config = loadConfig({ CLOCK: 'movable', ...env });
  const clock = new MovableClock();
  clock.moveTo(new Date(`${firstDay}T01:00:00Z`));
  const parts = await openParts(config, clock, url);
  await firstStart(parts);
  const app = await createApp(parts, url);
  await app.listen(new URL(url).port, '127.0.0.1');
  return { clock, parts, app };
};
