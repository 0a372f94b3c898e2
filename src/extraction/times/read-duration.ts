import { readCount } from './number.ts';
import { codeOf, type TimeContext, type TimeReader, type TimeReading } from './reading.ts';

const GRAINS: Readonly<Record<string, TimeReading['grain']>> = {
  S: 'second',
  TM: 'minute',
  TH: 'hour',
  D: 'day',
  W: 'week',
  M: 'month',
  Q: 'quarter',
  Y: 'year',
};

const splitCode = (code: string): { readonly size: number; readonly unit: string; readonly isClock: boolean } => {
  const match = /^(\d*)(T?)([A-Z]+)$/.exec(code);
  return { size: Number(match?.[1] || 1), isClock: match?.[2] === 'T' || match?.[3] === 'S', unit: match?.[3] ?? 'Y' };
};

/** The finer unit that half of a unit is counted in: two and a half years are P2Y6M. */
const FINER: Readonly<Record<string, { readonly unit: string; readonly per: number }>> = {
  Y: { unit: 'M', per: 12 },
  D: { unit: 'TH', per: 24 },
  H: { unit: 'M', per: 60 },
  M: { unit: 'S', per: 60 },
};

/** An ISO 8601 duration: 3 and "D" → P3D, 72 and "TH" → PT72H, 2.5 and "Y" → P2Y6M. */
export const toDuration = (count: number | 'X', code: string): string => {
  const { size, unit, isClock } = splitCode(code);
  const mark = isClock ? 'PT' : 'P';
  if (count === 'X') return `${mark}X${size === 10 ? 'E' : size === 100 ? 'C' : unit}`;
  const amount = count * size;
  const whole = Math.trunc(amount);
  const finer = FINER[unit];
  if (whole === amount || finer === undefined || (unit === 'M' && !isClock)) return `${mark}${amount}${unit}`;
  const rest = Math.round((amount - whole) * finer.per);
  const restMark = finer.unit.startsWith('T') && !isClock ? `T${rest}H` : `${rest}${finer.unit.replace('T', '')}`;
  const head = whole > 0 ? `${whole}${unit}` : '';
  return `${head === '' && restMark.startsWith('T') ? 'P' : mark}${head}${restMark}`;
};

const durationOf = (count: number | 'X', code: string, isExact: boolean): TimeReading => ({
  type: 'DURATION',
  value: toDuration(count, code),
  grain: GRAINS[code] ?? (code.endsWith('Y') ? 'year' : code === '2W' ? 'week' : 'unknown'),
  kind: isExact && count !== 'X' ? 'exact' : 'approximate',
  anchor: 'none',
  ...(typeof count === 'number' && Number.isInteger(count) && /^[DWMY]$/.test(code) ? { length: { count, code } } : {}),
});

const unitCode = (context: TimeContext, word: string): string | undefined => {
  const code = context.grammar.value('unit', word) ?? context.grammar.value('units', word);
  return code === undefined ? undefined : String(code);
};

const isUnitCode = (code: string): boolean => /^(?:\d*[DWMQY]|S|T[HM])$/.test(code);

/** "three trains a day" last no week; "the talks a week | after the vote" are no rate. */
const isRate = (context: TimeContext): boolean => {
  const [next = ''] = context.after.trimStart().toLowerCase().split(/\s/, 1);
  return context.isRate() && context.grammar.value('offsetWord', next) === undefined;
};

/** "three days", "a two-year", "the past two months", "half an hour", "week-long". */
export const readDuration: TimeReader = (context) => {
  const { groups, grammar } = context;
  const { halfUnit, longUnit } = groups;
  if (groups.count === undefined && groups.article !== undefined && isRate(context)) return undefined;
  const code = unitCode(context, groups.anyUnit ?? groups.unit ?? halfUnit ?? longUnit ?? '');
  if (code === undefined || !isUnitCode(code)) return undefined;
  if (halfUnit !== undefined) return durationOf(0.5, code, true);
  if (longUnit !== undefined) return durationOf(grammar.value('units', longUnit) === undefined ? 1 : 'X', code, true);
  const count = readCount(grammar, groups.count ?? groups.article ?? '');
  if (count === undefined) return undefined;
  const total = count === 'X' || groups.plusHalf === undefined ? count : count + 0.5;
  return durationOf(total, code, codeOf(context, 'about') === undefined);
};

/** "for weeks", "the past years", "a few days": an unknown number of a unit. */
export const readVagueDuration: TimeReader = (context) => {
  const { vagueUnits, vagueWhile, anyUnit } = context.groups;
  if (vagueWhile !== undefined)
    return { ...durationOf('X', 'Y', false), value: 'PXX', grain: 'unknown', kind: 'unresolved' };
  const code = unitCode(context, vagueUnits ?? anyUnit ?? '');
  return code === undefined || !isUnitCode(code) ? undefined : durationOf('X', code, false);
};

/** "every night" → XXXX-XX-XXTNI, "on weekends" → XXXX-WXX-WE: parts of days and weeks that come again. */
const recurringPart = (context: TimeContext): TimeReading | undefined => {
  const { partPlural } = context.groups;
  const plural = partPlural === undefined ? undefined : context.grammar.value('units', partPlural);
  const part = codeOf(context, 'part') ?? plural;
  const value = part === undefined ? codeOf(context, 'weekendWord') : `XXXX-XX-XXT${part}`;
  const grain = part === undefined ? 'weekend' : 'part-of-day';
  return value === undefined ? undefined : { type: 'SET', value, grain, kind: 'exact', anchor: 'none' };
};

/** "every week", "annually", "twice a month", "every night". */
export const readEvery: TimeReader = (context) => {
  const { groups, grammar } = context;
  const recurring = recurringPart(context);
  if (recurring !== undefined) return recurring;
  const often = codeOf(context, 'often') ?? codeOf(context, 'oftenAdverb');
  if (often !== undefined) return { type: 'SET', value: often, grain: 'unknown', kind: 'exact', anchor: 'none' };
  const code = unitCode(context, groups.anyUnit ?? groups.unit ?? '');
  if (code === undefined) return undefined;
  const step = groups.every === undefined ? 1 : Number(grammar.value('every', groups.every) ?? 1);
  const count = groups.count === undefined || groups.every === undefined ? step : readCount(grammar, groups.count);
  const value = isUnitCode(code) ? toDuration(count ?? 1, code) : /^(?:SU|WI)$/.test(code) ? `XXXX-${code}` : `P1D`;
  return { type: 'SET', value, grain: GRAINS[code] ?? 'unknown', kind: 'exact', anchor: 'none' };
};
