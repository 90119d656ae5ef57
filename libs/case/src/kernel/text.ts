/** Something is written there: blanks alone say nothing. */
export const filled = (text: string | undefined): boolean => (text ?? '').trim() !== '';
