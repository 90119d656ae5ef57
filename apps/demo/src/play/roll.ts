/** Everybody of the files that are played together: one person for each key of one agency. */
import type { AgencyFile, Lists } from './agency-file.js';
import type { CaseFile } from './case-file.js';
import { merged, type Agency, type Person } from './people-form.js';

/** An agency with its people as all files together name them. */
export type AgencyRoll = Readonly<{ agency: Agency; lists?: Lists; people: readonly Person[] }>;

/** Agencies are one when their credit code is. Throws CaseFileUnreadable when a key is two people. */
export const rollOf = (
  files: readonly Pick<CaseFile, 'agency' | 'people'>[],
  agencyFiles: readonly AgencyFile[],
): readonly AgencyRoll[] =>
  [...new Set(files.map(({ agency }) => agency.uscc))].map((uscc) => {
    const ours = files.filter(({ agency }) => agency.uscc === uscc);
    const lists = agencyFiles.find(({ agency }) => agency.uscc === uscc);
    const [first] = ours;
    if (!first) throw new RangeError(`没有机关 ${uscc}；no file is of agency ${uscc}: it was taken from one`);
    return {
      agency: { ...first.agency, ...lists?.agency },
      ...(lists && { lists: lists.lists }),
      people: merged([...ours.flatMap(({ people }) => people), ...(lists?.people ?? [])]),
    };
  });
