const days = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const partsOfDay: Readonly<Record<string, string>> = {
  MO: 'morning',
  MI: 'midday',
  AF: 'afternoon',
  EV: 'evening',
  NI: 'night',
  DT: 'daytime',
};
const seasons: Readonly<Record<string, string>> = { SP: 'spring', SU: 'summer', FA: 'autumn', WI: 'winter' };

const weekday = (date: string): string => {
  const time = Date.parse(`${date}T00:00:00Z`);
  return Number.isNaN(time) ? date : `${days[new Date(time).getUTCDay()]} ${date}`;
};

const forms: readonly (readonly [RegExp, (match: readonly string[]) => string])[] = [
  [/^(\d{4}-\d\d-\d\d)$/, ([, date = '']) => weekday(date)],
  [/^(\d{4}-\d\d-\d\d)T(MO|MI|AF|EV|NI|DT)$/, ([, date = '', part = '']) => `${weekday(date)} ${partsOfDay[part]}`],
  [/^(\d{4}-\d\d-\d\d)T(\d\d)$/, ([, date = '', hour = '']) => `${weekday(date)} ${hour}:00`],
  [
    /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d)(?::00)?(\S*)$/,
    ([, date = '', clock = '', zone = '']) => `${weekday(date)} ${clock}${zone}`,
  ],
  [/^(\d{4})-W(\d\d)$/, ([, year = '', week = '']) => `week ${Number(week)} of ${year}`],
  [/^(\d{4})-W(\d\d)-WE$/, ([, year = '', week = '']) => `weekend of week ${Number(week)} of ${year}`],
  [/^(\d{4})-Q(\d)$/, ([, year = '', quarter = '']) => `quarter ${quarter} of ${year}`],
  [/^(\d{4})-(SP|SU|FA|WI)$/, ([, year = '', season = '']) => `${seasons[season]} ${year}`],
  [/^(\S+)\/(\S+)$/, ([, from = '', to = '']) => `${sayTime(from)} – ${sayTime(to)}`],
];

/** A TIMEX3 value as a person reads it: `2019-05-01T14:00` → `Wed 2019-05-01 14:00`. */
export const sayTime = (value: string): string => {
  for (const [pattern, say] of forms) {
    const match = pattern.exec(value);
    if (match !== null) return say(match);
  }
  return value;
};
