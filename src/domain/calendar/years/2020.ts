import { civil } from '../civil-date.ts';
import { makeUp, off, type YearArrangement } from '../year-arrangement.ts';

/**
 * Source: 《国务院办公厅关于2020年部分节假日安排的通知》, 国办发明电〔2019〕16号, 2019-11-21.
 * Spring Festival was to end on 30 January with a make-up Saturday on 1 February; 国办发明电〔2020〕1号 (2020-01-26) extended it to
 * 2 February, which took that Saturday back.
 */
export const YEAR_2020: YearArrangement = {
  year: 2020,
  notice: '国办发明电〔2019〕16号，春节按国办发明电〔2020〕1号延长',
  issuedOn: civil('2019-11-21'),
  daysOff: [
    off('元旦', '2020-01-01'),
    off('春节', '2020-01-24', '2020-02-02'),
    off('清明节', '2020-04-04', '2020-04-06'),
    off('劳动节', '2020-05-01', '2020-05-05'),
    off('端午节', '2020-06-25', '2020-06-27'),
    off('国庆节、中秋节', '2020-10-01', '2020-10-08'),
  ],
  makeUpDays: [
    makeUp('春节', '2020-01-19'),
    makeUp('劳动节', '2020-04-26'),
    makeUp('劳动节', '2020-05-09'),
    makeUp('端午节', '2020-06-28'),
    makeUp('国庆节、中秋节', '2020-09-27'),
    makeUp('国庆节、中秋节', '2020-10-10'),
  ],
};
