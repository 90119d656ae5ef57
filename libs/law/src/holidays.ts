import { type LocalDate } from './dates.js';

/** The State Council's arrangement for one year: days off (inclusive) and weekends worked instead. */
export type HolidayTable = Readonly<{
  year: number;
  source: string;
  off: readonly Readonly<{ zh: string; from: LocalDate; to: LocalDate }>[];
  makeUp: readonly LocalDate[];
}>;

/**
 * A later notice for a year already arranged, as 国办发明电〔2020〕1号 was: the year's whole table as it is from the
 * day of its publication on.
 */
export type Amendment = HolidayTable & Readonly<{ published: LocalDate }>;

export const holidays2024: HolidayTable = {
  year: 2024,
  source: '国办发明电〔2023〕7号',
  off: [
    { zh: '元旦', from: '2024-01-01', to: '2024-01-01' },
    // 9 February, New Year's Eve, was only "encouraged": by law a working day.
    { zh: '春节', from: '2024-02-10', to: '2024-02-17' },
    { zh: '清明节', from: '2024-04-04', to: '2024-04-06' },
    { zh: '劳动节', from: '2024-05-01', to: '2024-05-05' },
    { zh: '端午节', from: '2024-06-10', to: '2024-06-10' },
    { zh: '中秋节', from: '2024-09-15', to: '2024-09-17' },
    { zh: '国庆节', from: '2024-10-01', to: '2024-10-07' },
  ],
  makeUp: [
    '2024-02-04',
    '2024-02-18',
    '2024-04-07',
    '2024-04-28',
    '2024-05-11',
    '2024-09-14',
    '2024-09-29',
    '2024-10-12',
  ],
};

export const holidays2025: HolidayTable = {
  year: 2025,
  source: '国办发明电〔2024〕12号',
  off: [
    { zh: '元旦', from: '2025-01-01', to: '2025-01-01' },
    { zh: '春节', from: '2025-01-28', to: '2025-02-04' },
    { zh: '清明节', from: '2025-04-04', to: '2025-04-06' },
    { zh: '劳动节', from: '2025-05-01', to: '2025-05-05' },
    { zh: '端午节', from: '2025-05-31', to: '2025-06-02' },
    { zh: '国庆节、中秋节', from: '2025-10-01', to: '2025-10-08' },
  ],
  makeUp: ['2025-01-26', '2025-02-08', '2025-04-27', '2025-09-28', '2025-10-11'],
};

export const holidays2026: HolidayTable = {
  year: 2026,
  source: '国务院办公厅关于2026年部分节假日安排的通知（2025年11月）',
  off: [
    { zh: '元旦', from: '2026-01-01', to: '2026-01-03' },
    { zh: '春节', from: '2026-02-15', to: '2026-02-23' },
    { zh: '清明节', from: '2026-04-04', to: '2026-04-06' },
    { zh: '劳动节', from: '2026-05-01', to: '2026-05-05' },
    { zh: '端午节', from: '2026-06-19', to: '2026-06-21' },
    { zh: '中秋节', from: '2026-09-25', to: '2026-09-27' },
    { zh: '国庆节', from: '2026-10-01', to: '2026-10-07' },
  ],
  makeUp: ['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'],
};
