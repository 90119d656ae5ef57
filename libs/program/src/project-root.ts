import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The program's own folder: the nearest one above `from` with a package.json. */
export const projectRoot = (from: string = import.meta.dirname): string => {
  if (existsSync(join(from, 'package.json'))) return from;
  const above = dirname(from);
  if (above === from)
    throw new Error(
      '找不到 package.json：程序文件不完整；no package.json above the program: install it anew',
    );
  return projectRoot(above);
};
