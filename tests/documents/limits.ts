/** Of the documents in specs that ask about something else. */
export const limits = { mostBytes: 100_000_000, leastFreeBytes: 0, mostUploads: 16 };
