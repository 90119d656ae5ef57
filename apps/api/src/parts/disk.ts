import { freeBytes } from '@anjuan/documents';

export type Room = Readonly<{ freeMb: number; leastMb: number; low: boolean }>;

const megabyte = 1024 * 1024;

/** The disk of the data folder: of the files, and of the embedded database. */
export class Disk {
  constructor(
    private readonly folder: string,
    private readonly leastMb: number,
  ) {}

  async room(): Promise<Room> {
    const freeMb = Math.floor((await freeBytes(this.folder)) / megabyte);
    return { freeMb, leastMb: this.leastMb, low: freeMb < this.leastMb };
  }
}
