export type Counts = { missed: number; duplicated: number; reordered: number; falselyAcknowledged: number };

export function noCounts(): Counts {
  return { missed: 0, duplicated: 0, reordered: 0, falselyAcknowledged: 0 };
}

export type Verdict = Readonly<Counts> &
  Readonly<{
    /** stored in the end */
    events: number;
    commands: number;
    acknowledged: number;
    refused: number;
    /** sent again: after a kill, after an answer that left it open, or for no reason */
    retries: number;
    /** answers that left open whether it was stored */
    unknown: number;
    unavailable: number;
  }>;
