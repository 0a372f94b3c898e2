/** The room of calendars: dated things as iCalendar files for calendar programs. */
export { type CalendarTime, calendarTime } from './calendar-time.ts';
export { type CalendarEntry, writeCalendar } from './write-calendar.ts';
