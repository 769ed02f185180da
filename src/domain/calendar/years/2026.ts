import { civil } from '../civil-date.ts';
import { makeUp, off, type YearArrangement } from '../year-arrangement.ts';

/** Source: 《国务院办公厅关于2026年部分节假日安排的通知》, 国办发明电〔2025〕7号, 2025-11-04. */
export const YEAR_2026: YearArrangement = {
  year: 2026,
  notice: '国办发明电〔2025〕7号',
  issuedOn: civil('2025-11-04'),
  daysOff: [
    off('元旦', '2026-01-01', '2026-01-03'),
    off('春节', '2026-02-15', '2026-02-23'),
    off('清明节', '2026-04-04', '2026-04-06'),
    off('劳动节', '2026-05-01', '2026-05-05'),
    off('端午节', '2026-06-19', '2026-06-21'),
    off('中秋节', '2026-09-25', '2026-09-27'),
    off('国庆节', '2026-10-01', '2026-10-07'),
  ],
  makeUpDays: [
    makeUp('元旦', '2026-01-04'),
    makeUp('春节', '2026-02-14'),
    makeUp('春节', '2026-02-28'),
    makeUp('劳动节', '2026-05-09'),
    makeUp('国庆节', '2026-09-20'),
    makeUp('国庆节', '2026-10-10'),
  ],
};
