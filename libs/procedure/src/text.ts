import { isBlank } from '@anjuan/law';

/** Something is written there: blanks of any kind say nothing. */
export const filled = (text: string | undefined): boolean => !isBlank(text);
