import { civil } from '../civil-date.ts';
import { makeUp, off, type YearArrangement } from '../year-arrangement.ts';

/** Source: 《国务院办公厅关于2017年部分节假日安排的通知》, 国办发明电〔2016〕17号, 2016-12-01. */
export const YEAR_2017: YearArrangement = {
  year: 2017,
  notice: '国办发明电〔2016〕17号',
  issuedOn: civil('2016-12-01'),
  daysOff: [
    off('元旦', '2017-01-01', '2017-01-02'),
    off('春节', '2017-01-27', '2017-02-02'),
    off('清明节', '2017-04-02', '2017-04-04'),
    off('劳动节', '2017-05-01'),
    off('端午节', '2017-05-28', '2017-05-30'),
    off('中秋节、国庆节', '2017-10-01', '2017-10-08'),
  ],
  makeUpDays: [
    makeUp('春节', '2017-01-22'),
    makeUp('春节', '2017-02-04'),
    makeUp('清明节', '2017-04-01'),
    makeUp('端午节', '2017-05-27'),
    makeUp('中秋节、国庆节', '2017-09-30'),
  ],
};
