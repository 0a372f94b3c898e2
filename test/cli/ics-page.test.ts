import fc from 'fast-check';
import ical, { type VEvent } from 'node-ical';
import { describe, expect, test } from 'vitest';
import { icsFormat } from '../../src/cli/formats/ics.ts';
import { viewOf } from '../../src/cli/page/view.ts';
import type { AgendaItem, Event, Readout } from '../../src/readout/index.ts';
import { madeReading, madeReadout } from '../support/made-reading.ts';
import { testTerminal } from '../support/terminal.ts';

const write = (...readouts: readonly Readout[]): string => {
  const { out, env } = testTerminal();
  const pages = icsFormat({ explain: false, several: readouts.length > 1, output: out, env });
  const views = readouts.map((readout) => viewOf({ ...madeReading, readout }, 'made.txt'));
  return pages.open + views.map((view) => pages.page(view)).join('') + pages.close();
};

/** What another package than the one that writes reads out of a calendar. */
const parsed = (text: string): VEvent[] =>
  Object.values(ical.sync.parseICS(text)).filter((each): each is VEvent => each?.type === 'VEVENT');

const [first] = madeReadout.agenda;
if (first === undefined) throw new Error('the made readout has an agenda');

const withItem = (item: Partial<AgendaItem>, event: Partial<Event> = {}): Readout => ({
  ...madeReadout,
  agenda: [{ ...first, ...item }],
  events: madeReadout.events.map((each) => (each.id === first.event ? { ...each, ...event } : each)),
});

const when = (value: string | null, kind: AgendaItem['when']['kind'] = 'exact'): Partial<AgendaItem> => ({
  when: { value, kind, grain: 'day' },
});

const only = (readout: Readout): VEvent => {
  const [event, ...others] = parsed(write(readout));
  expect(others).toEqual([]);
  if (event === undefined) throw new Error('no event was read');
  return event;
};

test('an item is read back with all that is known of it', () => {
  const event = only(madeReadout);
  expect(event.uid).toBe(`${first.id}@readout`);
  expect(event.dtstamp.toISOString()).toBe('2026-03-04T00:00:00.000Z');
  expect(event.summary).toBe('Meet: Ada Berg and Sudmark');
  expect(event.description).toContain(
    '“Norland’s foreign minister, Ada Berg, will meet her Sudmark counterpart on Friday',
  );
  expect(event.description).toContain('Said by');
  expect(event.description).toContain('Report: Norland and Sudmark to Talk <b>Again</b>, Nordpost & Co');
  expect(event.url).toBe('https://nordpost.example/talks?a=1&b=2');
  expect(event.categories).toEqual(['CONSULT']);
  expect(event.status).toBe('CONFIRMED');
});

const lines = (readout: Readout): string[] => write(readout).split('\r\n');

describe('when', () => {
  test.each([
    ['a day', '2026-03-06', '20260306', '20260307'],
    ['a week', '2026-W10', '20260302', '20260309'],
    ['a weekend', '2026-W10-WE', '20260307', '20260309'],
    ['a month', '2026-12', '20261201', '20270101'],
    ['a year', '2027', '20270101', '20280101'],
    ['a range', '2026-03-30/2026-04-02', '20260330', '20260403'],
    ['part of a day', '2026-03-06TEV', '20260306', '20260307'],
    ['an hour of no zone', '2026-03-06T14:00', '20260306', '20260307'],
  ])('%s takes whole days: %s', (_, value, start, end) => {
    const written = lines(withItem(when(value)));
    expect(written).toContain(`DTSTART;VALUE=DATE:${start}`);
    expect(written).toContain(`DTEND;VALUE=DATE:${end}`);
    expect(only(withItem(when(value))).datetype).toBe('date');
  });

  test.each([
    ['2026-03-06T14:00Z', '20260306T140000Z'],
    ['2026-03-06T14:00:30+01:00', '20260306T130030Z'],
    ['2026-03-06T23:30-0500', '20260307T043000Z'],
  ])('%s is an instant: %s', (value, start) => {
    expect(lines(withItem(when(value)))).toContain(`DTSTART:${start}`);
    expect(only(withItem(when(value))).datetype).toBe('date-time');
  });

  test('hours from and to have an end', () => {
    const event = only(withItem(when('2026-03-06T14:00Z/2026-03-06T16:00Z')));
    expect([event.start, event.end].map((time) => time?.toISOString())).toEqual([
      '2026-03-06T14:00:00.000Z',
      '2026-03-06T16:00:00.000Z',
    ]);
  });

  test('an hour of no zone stands in words', () => {
    const event = only(withItem(when('2026-03-06T14:00')));
    expect(event.summary).toBe('14:00 meet: Ada Berg and Sudmark');
    expect(event.description).toContain('no time zone');
  });

  test('a window says that it is one', () => {
    expect(only(withItem(when('2026-W10'))).description).toContain('Some time in week 10 of 2026.');
  });

  test.each([
    ['no date', when(null, 'unscheduled')],
    ['an open date', when(null, 'unresolved')],
    ['what is no day', when('P3D')],
    ['a season of no year', when('XXXX-SU')],
  ])('%s is left out, and told', (_, item) => {
    const text = write(withItem(item));
    expect(parsed(text)).toEqual([]);
    expect(text).toContain('X-WR-CALDESC:0 dated items and 1 without a date (left out)');
  });
});

test.each([
  ['scheduled', {}, 'exact', 'CONFIRMED', 'Meet'],
  ['scheduled', {}, 'approximate', 'TENTATIVE', 'Meet'],
  ['scheduled', { realis: 'expected' }, 'exact', 'TENTATIVE', 'Meet'],
  ['rescheduled', {}, 'exact', 'CONFIRMED', 'Rescheduled: Meet'],
  ['postponed', {}, 'exact', 'CANCELLED', 'Postponed: Meet'],
  ['cancelled', { realis: 'negated' }, 'exact', 'CANCELLED', 'Cancelled: Meet'],
  ['held', {}, 'exact', 'CONFIRMED', 'Meet'],
] as const)('%s %o, %s, is %s', (state, event, kind, status, summary) => {
  const found = only(withItem({ state, ...when('2026-03-06', kind) }, event));
  expect([found.status, String(found.summary).split(': Ada')[0]]).toEqual([status, summary]);
});

describe('the file', () => {
  test('is the same each time, in lines of 75 octets that end as they should', () => {
    const text = write(madeReadout);
    expect(write(madeReadout)).toBe(text);
    expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true);
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  });

  test('of a report without a date has a stamp all the same', () => {
    const undated = { ...madeReadout, document: { ...madeReadout.document, published: null, url: 'not a url' } };
    expect(only(undated).dtstamp.toISOString()).toBe('1970-01-01T00:00:00.000Z');
    expect(write(undated)).not.toContain('\r\nURL');
  });

  test('of several reports is one calendar, with what two of them share once', () => {
    const text = write(madeReadout, madeReadout);
    expect(text.match(/BEGIN:VCALENDAR/g)).toHaveLength(1);
    expect(parsed(text)).toHaveLength(1);
  });

  test('of no reports is an empty calendar', () => {
    expect(parsed(write())).toEqual([]);
  });

  test('holds any name, whatever marks it has', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1, maxLength: 200 }), (name) => {
        const actors = madeReadout.actors.map((actor) => (actor.id === first.who[0] ? { ...actor, name } : actor));
        const text = write({ ...madeReadout, actors });
        for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
        expect(parsed(text)).toHaveLength(1);
      }),
    );
  });

  test.each(['a;b,c\\d', 'BEGIN:VEVENT', 'Zoë 👩‍👩‍👧 𝔘'.repeat(20), 'a\r\nEND:VCALENDAR'])('reads %j back', (name) => {
    const actors = madeReadout.actors.map((actor) => (actor.id === first.who[0] ? { ...actor, name } : actor));
    const plain = name.replace(/\s+/g, ' ');
    expect(only({ ...madeReadout, actors }).summary).toContain(plain);
  });
});
