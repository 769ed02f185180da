import { civil } from '../civil-date.ts';
import { makeUp, off, type YearArrangement } from '../year-arrangement.ts';

/**
 * Source: 《国务院办公厅关于2019年部分节假日安排的通知》, 国办发明电〔2018〕15号, 2018-12-04.
 * Labour Day was one day off at first; 国办发明电〔2019〕3号 (2019-03-22) made it four, with two make-up Sundays.
 */
export const YEAR_2019: YearArrangement = {
  year: 2019,
  notice: '国办发明电〔2018〕15号，劳动节按国办发明电〔2019〕3号调整',
  issuedOn: civil('2018-12-04'),
  daysOff: [
    off('元旦', '2018-12-30', '2019-01-01'),
    off('春节', '2019-02-04', '2019-02-10'),
    off('清明节', '2019-04-05'),
    off('劳动节', '2019-05-01', '2019-05-04'),
    off('端午节', '2019-06-07'),
    off('中秋节', '2019-09-13'),
    off('国庆节', '2019-10-01', '2019-10-07'),
  ],
  makeUpDays: [
    makeUp('元旦', '2018-12-29'),
    makeUp('春节', '2019-02-02'),
    makeUp('春节', '2019-02-03'),
    makeUp('劳动节', '2019-04-28'),
    makeUp('劳动节', '2019-05-05'),
    makeUp('国庆节', '2019-09-29'),
    makeUp('国庆节', '2019-10-12'),
  ],
};
