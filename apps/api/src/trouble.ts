/** What the operator should know while the database is away; undefined while it is there. */
export class Trouble {
  constructor(readonly now: () => string | undefined) {}
}
