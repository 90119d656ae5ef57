import { open, type Entry, type ZipFile } from 'yauzl';

/** `encrypted`: a part cannot be looked into. `macros`: a part is a program of an office document. */
export type ZipParts = Readonly<{ names: ReadonlySet<string>; encrypted: boolean; macros: boolean }>;

const mostParts = 20_000;
const program = /(?:^|\/)(?:vbaProject\.bin|vbaData\.xml|MANIFEST\.MF|classes\.dex|activeX\d*\.bin)$/i;

/**
 * The parts of a ZIP by its directory at the end, which programs that open it go by. Undefined: it has none, names one
 * part twice, does not begin with a part, or has more parts than anybody looks through.
 */
export const zipPartsOf = async (place: string): Promise<ZipParts | undefined> => {
  const zip = await opened(place);
  if (zip === undefined) return undefined;
  const entries = await entriesOf(zip);
  if (entries === undefined || !entries.some(({ relativeOffsetOfLocalHeader: at }) => at === 0))
    return undefined;
  const names = new Set(entries.map(({ fileName }) => fileName));
  if (names.size !== entries.length) return undefined;
  return {
    names,
    encrypted: entries.some((entry) => entry.isEncrypted()),
    macros: [...names].some((name) => program.test(name)),
  };
};

const opened = (place: string): Promise<ZipFile | undefined> =>
  new Promise((resolve) => {
    open(place, { lazyEntries: true, autoClose: true }, (error, zip) => {
      resolve(error ? undefined : zip);
    });
  });

const entriesOf = (zip: ZipFile): Promise<readonly Entry[] | undefined> =>
  new Promise((resolve) => {
    const found: Entry[] = [];
    const give = (entries: readonly Entry[] | undefined) => {
      zip.close();
      resolve(entries);
    };
    zip.on('entry', (entry: Entry) => {
      found.push(entry);
      if (found.length > mostParts) give(undefined);
      else zip.readEntry();
    });
    zip.on('end', () => {
      give(found);
    });
    zip.on('error', () => {
      give(undefined);
    });
    zip.readEntry();
  });
