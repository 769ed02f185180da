import { civil } from '../civil-date.ts';
import { makeUp, off, type YearArrangement } from '../year-arrangement.ts';

/** Source: 《国务院办公厅关于2024年部分节假日安排的通知》, 国办发明电〔2023〕7号, 2023-10-25. */
export const YEAR_2024: YearArrangement = {
  year: 2024,
  notice: '国办发明电〔2023〕7号',
  issuedOn: civil('2023-10-25'),
  daysOff: [
    off('元旦', '2024-01-01'),
    off('春节', '2024-02-10', '2024-02-17'),
    off('清明节', '2024-04-04', '2024-04-06'),
    off('劳动节', '2024-05-01', '2024-05-05'),
    off('端午节', '2024-06-10'),
    off('中秋节', '2024-09-15', '2024-09-17'),
    off('国庆节', '2024-10-01', '2024-10-07'),
  ],
  makeUpDays: [
    makeUp('春节', '2024-02-04'),
    makeUp('春节', '2024-02-18'),
    makeUp('清明节', '2024-04-07'),
    makeUp('劳动节', '2024-04-28'),
    makeUp('劳动节', '2024-05-11'),
    makeUp('中秋节', '2024-09-14'),
    makeUp('国庆节', '2024-09-29'),
    makeUp('国庆节', '2024-10-12'),
  ],
};
