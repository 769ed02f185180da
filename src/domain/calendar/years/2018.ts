import { civil } from '../civil-date.ts';
import { makeUp, off, type YearArrangement } from '../year-arrangement.ts';

/** Source: 《国务院办公厅关于2018年部分节假日安排的通知》, 国办发明电〔2017〕12号, 2017-11-30. */
export const YEAR_2018: YearArrangement = {
  year: 2018,
  notice: '国办发明电〔2017〕12号',
  issuedOn: civil('2017-11-30'),
  daysOff: [
    off('元旦', '2018-01-01'),
    off('春节', '2018-02-15', '2018-02-21'),
    off('清明节', '2018-04-05', '2018-04-07'),
    off('劳动节', '2018-04-29', '2018-05-01'),
    off('端午节', '2018-06-18'),
    off('中秋节', '2018-09-24'),
    off('国庆节', '2018-10-01', '2018-10-07'),
  ],
  makeUpDays: [
    makeUp('春节', '2018-02-11'),
    makeUp('春节', '2018-02-24'),
    makeUp('清明节', '2018-04-08'),
    makeUp('劳动节', '2018-04-28'),
    makeUp('国庆节', '2018-09-29'),
    makeUp('国庆节', '2018-09-30'),
  ],
};
