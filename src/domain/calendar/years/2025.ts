import { civil } from '../civil-date.ts';
import { makeUp, off, type YearArrangement } from '../year-arrangement.ts';

/** Source: 《国务院办公厅关于2025年部分节假日安排的通知》, 国办发明电〔2024〕12号, 2024-11-12. */
export const YEAR_2025: YearArrangement = {
  year: 2025,
  notice: '国办发明电〔2024〕12号',
  issuedOn: civil('2024-11-12'),
  daysOff: [
    off('元旦', '2025-01-01'),
    off('春节', '2025-01-28', '2025-02-04'),
    off('清明节', '2025-04-04', '2025-04-06'),
    off('劳动节', '2025-05-01', '2025-05-05'),
    off('端午节', '2025-05-31', '2025-06-02'),
    off('国庆节、中秋节', '2025-10-01', '2025-10-08'),
  ],
  makeUpDays: [
    makeUp('春节', '2025-01-26'),
    makeUp('春节', '2025-02-08'),
    makeUp('劳动节', '2025-04-27'),
    makeUp('国庆节、中秋节', '2025-09-28'),
    makeUp('国庆节、中秋节', '2025-10-11'),
  ],
};
