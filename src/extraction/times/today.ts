import type { Nations } from '../../codebook/index.ts';
import type { Document } from '../../text/index.ts';
import { isDate, toDay } from './point.ts';
import type { TimeContext } from './reading.ts';

const dayOf = (date: string | null | undefined): number | undefined => {
  const match = /^(\d{4})-(\d\d)-(\d\d)/.exec(date ?? '');
  if (match === null) return undefined;
  const civil = { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) };
  return isDate(civil) ? toDay(civil) : undefined;
};

/** The date that a clock in a time zone shows at an instant; undefined where the zone is not known here. */
const localDate = (instant: string, zone: string): string | undefined => {
  const milliseconds = Date.parse(instant.replace(' ', 'T'));
  if (Number.isNaN(milliseconds)) return undefined;
  try {
    return new Intl.DateTimeFormat('sv-SE', { timeZone: zone }).format(milliseconds);
  } catch {
    return undefined;
  }
};

const UNIVERSAL = /\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]00:?00)$/;

/** The day of publication: where it is given in universal time, that of the country in which the report was filed. */
const publicationDay = ({ published, dateline }: Document, nations: Nations): number | undefined => {
  const zone = UNIVERSAL.test(published ?? '') ? nations.countryOf(dateline?.place ?? '')?.country.zone : undefined;
  const local = zone === undefined || published === null ? undefined : localDate(published, zone);
  return dayOf(local ?? published);
};

/** A dateline is believed if the report came out within so many days of it. */
const DATELINE_DAYS = 7;

/** The day that "today" means in a report: that of its dateline, else of its publication. */
export const todayOf = (document: Document, nations: Nations): Pick<TimeContext, 'today' | 'anchor'> => {
  const out = publicationDay(document, nations);
  const filed = dayOf(document.dateline?.date);
  const isNear = filed !== undefined && (out === undefined || Math.abs(out - filed) <= DATELINE_DAYS);
  return isNear ? { today: filed, anchor: 'dateline' } : { today: out, anchor: 'publication' };
};
