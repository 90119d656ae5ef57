import { DocumentStore, filesHidden, hideFiles, type HiddenFrom } from '@anjuan/documents';
import { EventStore } from '@anjuan/event-store';
import { relationByCapacity, type Relation } from '@anjuan/procedure';
import { rightTo, type Personal } from '@anjuan/rights';
import { isHiddenFile, namedFiles, recordsNaming, type Naming } from '@anjuan/views';
import { Inject, Injectable } from '@nestjs/common';
import pg from 'pg';
import type { Access } from '../http/access.js';
import type { CommandRequest } from '../http/command-request.js';
import { handlingAgency } from '../http/handling-agency.js';
import { Problem } from '../http/problems.js';
import type { SignedInRequest } from '../http/command-headers.js';
import { CommandFiles } from '../procedures/command-files.js';
import { CaughtUp } from '../queries/caught-up.js';

export type Who = Pick<SignedInRequest, 'signedIn' | 'seen'>;
export type Through = Pick<Access, 'record' | 'hidden'> &
  Readonly<{ relation?: Relation; personal: Personal }>;

/** The files that an entry names: to the readers of its record, and where no reader is shown them. */
export type NamedInEntry = Readonly<{ shown: readonly string[]; hidden: readonly string[] }>;

const openness: readonly Personal[] = ['withheld', 'for-a-purpose', 'shown'];
const widest = (ways: readonly Through[]): Through | undefined =>
  ways.reduce<Through | undefined>(
    (best, one) => (best && openness.indexOf(best.personal) >= openness.indexOf(one.personal) ? best : one),
    undefined,
  );

/**
 * Full readers of a record that names a file may read the file; before any record names it, its uploader may, except a
 * file named in a field that no reader is shown.
 */
@Injectable()
export class FileRights {
  constructor(
    @Inject(pg.Pool) private readonly pool: pg.Pool,
    private readonly store: EventStore,
    private readonly documents: DocumentStore,
    private readonly files: CommandFiles,
    private readonly caughtUp: CaughtUp,
  ) {}

  /** By which way the person reaches the file; undefined: there is none, as if there were no such file. */
  async through(who: Who, sha256: string): Promise<Through | undefined> {
    const agency = handlingAgency(who.signedIn);
    const [known, own] = await Promise.all([
      recordsNaming(this.pool, agency, sha256),
      this.documents.uploadedBy(agency, who.signedIn.person, [sha256]),
    ]);
    const way = await this.#widest(who, known);
    if (way?.personal === 'shown') return way;
    if (known.length === 0 && own.has(sha256))
      return (await this.#isHiddenFrom(who.signedIn, sha256)) ? undefined : { personal: 'shown' };
    return this.#widest(who, await this.#naming(agency, sha256));
  }

  /** Why an entry that names these files is refused: one is not stored, or is not the person's to name. */
  async unfit(request: CommandRequest, named: NamedInEntry): Promise<Problem | undefined> {
    const { agency = '', person } = request.by;
    const hashes = [...named.shown, ...named.hidden];
    const [missing, own] = await Promise.all([
      this.documents.missing(agency, hashes),
      this.documents.uploadedBy(agency, person, hashes),
    ]);
    if (missing.length > 0)
      return new Problem(
        'file-missing',
        '请先上传文件；Upload the files first: an entry never names a file that is not there',
        { files: missing },
      );
    const letters = await this.#notAsShown(
      request,
      named.shown.filter((hash) => own.has(hash)),
    );
    if (letters.length > 0)
      return new Problem(
        'file-missing',
        '这些文件是举报人的举报材料，不作为其他材料使用；These files are the letter of who reported, and are named as nothing else',
        { files: letters },
      );
    const files = await this.#notToBeNamed(request, [...new Set(hashes.filter((hash) => !own.has(hash)))]);
    if (files.length === 0) return undefined;
    return new Problem(
      'file-missing',
      '这些文件属于本人不参与的案件，请自行上传后再使用；These files are of records that you have no part in: upload them yourself first',
      { files },
    );
  }

  /** Of the person's own, those that it knows to be hidden, and that no record shows to it. */
  async #notAsShown(request: CommandRequest, own: readonly string[]): Promise<readonly string[]> {
    const hidden = await Promise.all(own.map((hash) => this.#isHiddenFrom(request.by, hash)));
    return this.#notToBeNamed(
      request,
      own.filter((_, index) => hidden[index] === true),
    );
  }

  async #notToBeNamed(request: CommandRequest, hashes: readonly string[]): Promise<readonly string[]> {
    const may = await Promise.all(hashes.map((hash) => this.#mayName(request, hash)));
    return hashes.filter((_, index) => may[index] !== true);
  }

  /**
   * Naming a file in an entry shows it to all readers of that record. So a person who has not uploaded it may name it
   * only with access to a record that names it, or while no record does: then the hash came from its uploader. A file
   * named in a field that no reader is shown is named again by its uploader alone, and in such a field.
   */
  async #mayName({ by, seen, recordId }: CommandRequest, sha256: string): Promise<boolean> {
    const naming = await this.#naming(handlingAgency(by), sha256);
    if (naming.length === 0) return (await this.#hidden(by, sha256)) === undefined;
    if (naming.some(({ id }) => id === recordId)) return true;
    return (await this.#widest({ signedIn: by, seen }, naming))?.personal === 'shown';
  }

  /** Before it is recorded, or given: who knows the file as a hidden one has no other way to it any more. */
  async hide(by: Who['signedIn'], hashes: readonly string[]): Promise<void> {
    await hideFiles(this.pool, { agency: handlingAgency(by), person: by.person }, hashes);
  }

  async #hidden(by: Who['signedIn'], sha256: string): Promise<HiddenFrom | undefined> {
    const agency = handlingAgency(by);
    const [noted, inTheRecord] = await Promise.all([
      filesHidden(this.pool, { agency, person: by.person }, [sha256]),
      isHiddenFile(this.pool, agency, sha256),
    ]);
    // Of one in the permanent bytes, from before they were kept apart, it is not known who knows it.
    return inTheRecord ? 'this-person' : noted.get(sha256);
  }

  async #isHiddenFrom(by: Who['signedIn'], sha256: string): Promise<boolean> {
    return (await this.#hidden(by, sha256)) === 'this-person';
  }

  /** With all that was recorded until now; another list that lags behind, or goes no further, keeps nobody from a file. */
  async #naming(agency: string, sha256: string): Promise<readonly Naming[]> {
    await this.caughtUp.until((await this.store.head()) ?? undefined, namedFiles);
    return recordsNaming(this.pool, agency, sha256);
  }

  async #widest(who: Who, naming: readonly Naming[]): Promise<Through | undefined> {
    return widest(await Promise.all(naming.map((one) => this.#wayOf(who, one))));
  }

  /** The cached state has the same people as the one that readers get. */
  async #wayOf({ signedIn, seen }: Who, { procedure, id }: Naming): Promise<Through> {
    const record = { procedure: procedure.name, id };
    const { personal } = rightTo(`${procedure.name}/view`);
    if (personal === undefined) return { record, personal: 'shown' };
    const { file } = await this.files.standing(procedure, id, handlingAgency(signedIn), seen);
    const relation = procedure.relation?.(file, signedIn) ?? relationByCapacity(signedIn);
    return { record, relation, personal: personal[relation] };
  }
}
