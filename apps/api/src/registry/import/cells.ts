/** What a cell of a file says, as the form of a single entry would have it. */
import { capacities, type Capacity } from '@anjuan/case';
import { isOneLine, isTypedDate, typedDateFault } from '@anjuan/law';
import { dayOfSerial, type Cell } from '@anjuan/tables';
import { isText } from '../../http/dto/text.js';
import type { ColumnForm } from './columns.js';

/** The text, or what is wrong. */
export type Read = Readonly<{ value: string }> | Readonly<{ zh: string; en: string }>;

/** 身份 by the word for it, as by its code. */
const capacityWords: Readonly<Record<Capacity, string>> = {
  officer: '执法人员',
  'unit-head': '办案机构负责人',
  'legal-reviewer': '法制审核人员',
  'case-reviewer': '案件审核人员',
  leader: '行政机关负责人',
  principal: '主要负责人',
  'hearing-host': '听证主持人',
  auditor: '执法监督人员',
  administrator: '系统管理员',
};

const isFormula = (text: string): boolean => /^[=+\-@\t\r＝＋－＠]/u.test(text);

/** As Excel and WPS write a day into a text, too. */
const dayIn = (text: string): string => {
  const [, year, month = '', day = ''] =
    /^(\d{4})(?:[-/.]|年)(\d{1,2})(?:[-/.]|月)(\d{1,2})日?$/.exec(text) ?? [];
  return year === undefined ? text : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
};

const readDay = ({ kind, text }: Cell): Read => {
  const value = kind === 'number' ? (dayOfSerial(text) ?? text) : dayIn(text.trim());
  return isTypedDate(value) ? { value } : typedDateFault(value);
};

const readLine = ({ kind, text }: Cell, most: number): Read => {
  if (kind === 'number')
    return {
      zh: '单元格为数字，前导零和末位可能已丢失：请将该列设为文本格式后重新填写',
      en: 'The cell holds a number, which may have lost leading zeros and last digits: make the column one of text and fill it in again',
    };
  const value = text.trim();
  if (isFormula(value))
    return {
      zh: '不得以 = + - @ 开头：表格程序会当作公式',
      en: 'It does not begin with = + - or @: a spreadsheet would take it for a formula',
    };
  if (!isText(value, 1, most) || !isOneLine(value))
    return {
      zh: `须为1至${String(most)}个字符的一行文本，不含控制、不可见字符`,
      en: `A text of one line, 1 to ${String(most)} characters, without control and invisible ones`,
    };
  return { value };
};

const readCapacity = ({ text }: Cell): Read => {
  const word = text.trim();
  const value = capacities.find((one) => one === word || capacityWords[one] === word);
  if (value !== undefined) return { value };
  const words = capacities.map((one) => `${capacityWords[one]} ${one}`).join('、');
  return { zh: `须为下列之一：${words}`, en: 'One of these words or codes' };
};

export const readCell = (cell: Cell, form: ColumnForm): Read => {
  if (cell.kind === 'formula')
    return {
      zh: '单元格为公式：请以“粘贴为数值”替换',
      en: 'The cell holds a formula: put its value in its place',
    };
  if (cell.kind === 'error' || cell.kind === 'yes-or-no')
    return { zh: '单元格不是文本或者日期', en: 'The cell holds neither a text nor a day' };
  switch (form.kind) {
    case 'day':
      return readDay(cell);
    case 'capacity':
      return readCapacity(cell);
    case 'line':
      return readLine(cell, form.most);
  }
};
