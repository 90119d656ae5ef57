import { isLocalDate, type LocalDate } from '@anjuan/law';
import { text, type Reader } from './page.js';

export const date: Reader<LocalDate> = (place) => {
  const value = text(place);
  return isLocalDate(value) ? value : place.refuse('须为 YYYY-MM-DD 的日期；a date YYYY-MM-DD is expected');
};
