import { civil } from '../civil-date.ts';
import { makeUp, off, type YearArrangement } from '../year-arrangement.ts';

/** Source: 《国务院办公厅关于2016年部分节假日安排的通知》, 国办发明电〔2015〕18号, 2015-12-10. */
export const YEAR_2016: YearArrangement = {
  year: 2016,
  notice: '国办发明电〔2015〕18号',
  issuedOn: civil('2015-12-10'),
  daysOff: [
    off('元旦', '2016-01-01'),
    off('春节', '2016-02-07', '2016-02-13'),
    off('清明节', '2016-04-04'),
    off('劳动节', '2016-05-01', '2016-05-02'),
    off('端午节', '2016-06-09', '2016-06-11'),
    off('中秋节', '2016-09-15', '2016-09-17'),
    off('国庆节', '2016-10-01', '2016-10-07'),
  ],
  makeUpDays: [
    makeUp('春节', '2016-02-06'),
    makeUp('春节', '2016-02-14'),
    makeUp('端午节', '2016-06-12'),
    makeUp('中秋节', '2016-09-18'),
    makeUp('国庆节', '2016-10-08'),
    makeUp('国庆节', '2016-10-09'),
  ],
};
