import { type CivilDate, civil } from './civil-date.ts';

/**
 * What a State Council notice says about one year: which days are off and which weekend days are worked instead. Plain data,
 * so that it can be stored as JSON. A notice may reach into the December before its year (元旦 2019 began on 2018-12-30) and
 * such days belong to the year of the notice.
 */
export interface YearArrangement {
  readonly year: number;
  /** Document number, such as 国办发明电〔2016〕17号; for an imported calendar what its file gives as source, else the file's name. */
  readonly notice: string;
  /** Date printed on the notice, or null where it is not known. */
  readonly issuedOn: CivilDate | null;
  readonly daysOff: readonly DaysOff[];
  readonly makeUpDays: readonly MakeUpDay[];
}

/** Days without work, first and last included, weekends among them. */
export interface DaysOff {
  readonly name: string;
  readonly from: CivilDate;
  readonly to: CivilDate;
}

/** A weekend day that is worked in exchange (调休上班). */
export interface MakeUpDay {
  readonly on: CivilDate;
  readonly forHoliday: string;
}

/** One holiday of a notice, for the tables of the years. @throws RangeError for a day that does not exist */
export function off(name: string, from: string, to = from): DaysOff {
  return { name, from: civil(from), to: civil(to) };
}

/** One make-up workday of a notice, for the tables of the years. @throws RangeError for a day that does not exist */
export function makeUp(forHoliday: string, on: string): MakeUpDay {
  return { on: civil(on), forHoliday };
}
