/** Tables that people fill in, CSV and XLSX, from files that may be anything. */
export { readCsv } from './csv.js';
export { dayOfSerial, readXlsx } from './xlsx.js';
export { isEmpty, TableUnreadable, type Cell, type Row, type TableLimits } from './table.js';
