import { civil } from '../civil-date.ts';
import { makeUp, off, type YearArrangement } from '../year-arrangement.ts';

/** Source: 《国务院办公厅关于2023年部分节假日安排的通知》, 国办发明电〔2022〕16号, 2022-12-08. */
export const YEAR_2023: YearArrangement = {
  year: 2023,
  notice: '国办发明电〔2022〕16号',
  issuedOn: civil('2022-12-08'),
  daysOff: [
    off('元旦', '2022-12-31', '2023-01-02'),
    off('春节', '2023-01-21', '2023-01-27'),
    off('清明节', '2023-04-05'),
    off('劳动节', '2023-04-29', '2023-05-03'),
    off('端午节', '2023-06-22', '2023-06-24'),
    off('中秋节、国庆节', '2023-09-29', '2023-10-06'),
  ],
  makeUpDays: [
    makeUp('春节', '2023-01-28'),
    makeUp('春节', '2023-01-29'),
    makeUp('劳动节', '2023-04-23'),
    makeUp('劳动节', '2023-05-06'),
    makeUp('端午节', '2023-06-25'),
    makeUp('中秋节、国庆节', '2023-10-07'),
    makeUp('中秋节、国庆节', '2023-10-08'),
  ],
};
