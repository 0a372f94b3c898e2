import { readClock, readClockRange } from './read-clock.ts';
import { readDate, readOrdinalDay, readSlashDate, readWeekOf } from './read-date.ts';
import { readDeictic, readWeekday, readWeekdays, readWeekend } from './read-day.ts';
import { readDuration, readEvery, readVagueDuration } from './read-duration.ts';
import {
  readAcademicYear,
  readBareYear,
  readCentury,
  readDecade,
  readEveryMonth,
  readFiscalYear,
  readHalf,
  readMonth,
  readQuarter,
  readQuarterRelative,
  readSeason,
  readYearSpan,
} from './read-month.ts';
import { readAhead, readBygone, readEve, readHoliday, readPresent, readSomeDay } from './read-named.ts';
import { readDayRange } from './read-range.ts';
import {
  readAgo,
  readFromNow,
  readNextDay,
  readOffset,
  readRelativeUnit,
  readUnitEdge,
  readYearEnded,
} from './read-relative.ts';
import type { TimeReader } from './reading.ts';

/** The readings that rules of the codebook may name. */
export const readers: Readonly<Record<string, TimeReader>> = {
  date: readDate,
  slashDate: readSlashDate,
  ordinalDay: readOrdinalDay,
  dayRange: readDayRange,
  weekOf: readWeekOf,
  month: readMonth,
  everyMonth: readEveryMonth,
  season: readSeason,
  quarter: readQuarter,
  quarterRelative: readQuarterRelative,
  half: readHalf,
  fiscalYear: readFiscalYear,
  academicYear: readAcademicYear,
  yearSpan: readYearSpan,
  year: readBareYear,
  decade: readDecade,
  century: readCentury,
  weekday: readWeekday,
  weekdays: readWeekdays,
  weekend: readWeekend,
  deictic: readDeictic,
  relativeUnit: readRelativeUnit,
  unitEdge: readUnitEdge,
  yearEnded: readYearEnded,
  ago: readAgo,
  offset: readOffset,
  fromNow: readFromNow,
  nextDay: readNextDay,
  duration: readDuration,
  durationVague: readVagueDuration,
  every: readEvery,
  clock: readClock,
  holiday: readHoliday,
  eve: readEve,
  present: readPresent,
  bygone: readBygone,
  ahead: readAhead,
  someDay: readSomeDay,
  clockRange: readClockRange,
};
