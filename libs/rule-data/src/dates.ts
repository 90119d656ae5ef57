import { isTypedDate, typedDateFault, type LocalDate } from '@anjuan/law';
import { text, type Reader } from './page.js';

export const date: Reader<LocalDate> = (place) => {
  const value = text(place);
  if (isTypedDate(value)) return value;
  const { zh, en } = typedDateFault(value);
  return place.refuse(`${zh}；${en}`);
};
