import { expect, test } from 'vitest';
import { type EventRow, toClassed } from '../../eval/event-class.ts';
import { countSpans, inCameo, spanFigure } from '../../eval/event-spans.ts';
import { isTold } from '../../eval/silence.ts';
import type { Actor, Event } from '../../src/extraction/index.ts';

const ROW: EventRow = {
  set: 'PLV_train',
  id: 'made-1',
  text: 'Peru and Cuba aid Chile.',
  expect: 'events',
  markup: '<s>Peru and Cuba</s> aid <t>Chile</t>.',
  events: [{ plover_root: 'AID' }],
};

const actors = ['Peru', 'Cuba', 'Chile'].map((name): Actor => {
  const start = ROW.text.indexOf(name);
  const mentions = [{ text: name, start, end: start + name.length }];
  return { id: name, name, kind: 'country', role: null, affiliation: null, code: null, mentions };
});

const event = (from: string[], to: string[], rest: Partial<Event> = {}): Event => ({
  id: 'e',
  type: 'AID',
  mode: null,
  contexts: [],
  actors: from,
  recipients: to,
  trigger: { text: 'aid', start: 14, end: 17 },
  mentions: [],
  realis: 'actual',
  assertedBy: [],
  statement: null,
  time: null,
  place: null,
  rule: 'made',
  ...rest,
});

const [sentence] = toClassed(ROW);
const counted = (events: readonly Event[]) => {
  const { source, target } = countSpans(sentence as NonNullable<typeof sentence>, { actors, events: [...events] });
  return [source, target].map(({ right, predicted, found }) => [right, predicted, found]);
};

test.each([
  ['both actors overlap one span', [event(['Peru', 'Cuba'], ['Chile'])], [2, 2, true], [1, 1, true]],
  ['the wrong way round', [event(['Chile'], ['Peru'])], [0, 1, false], [0, 1, false]],
  ['no recipient', [event(['Peru'], [])], [1, 1, true], [0, 0, false]],
  ['parties of a mutual act', [event(['Peru', 'Chile'], [])], [1, 1, true], [1, 1, true]],
  [
    'another class counts where the gold class is absent',
    [event(['Peru'], ['Chile'], { type: 'ACCUSE' })],
    [1, 1, true],
    [1, 1, true],
  ],
  [
    'and else it does not',
    [event(['Peru'], ['Chile']), event(['Chile'], ['Cuba'], { type: 'ACCUSE' })],
    [1, 1, true],
    [1, 1, true],
  ],
] as const)('%s', (_, events, source, target) => {
  expect(counted(events)).toEqual([source, target]);
});

test('what the gold leaves empty is no span to find, but whoever is found there is wrong', () => {
  const [bare] = toClassed({ ...ROW, markup: '<s>Peru and Cuba</s> aid Chile.' });
  const { target } = countSpans(bare as NonNullable<typeof bare>, { actors, events: [event(['Peru'], ['Chile'])] });
  expect(target).toEqual({ gold: 0, right: 0, predicted: 1, found: false });
});

test('precision is counted over actors, recall over gold spans', () => {
  const figure = spanFigure('source', 'source', [
    { gold: 1, right: 1, predicted: 3, found: true },
    { gold: 1, right: 0, predicted: 0, found: false },
    { gold: 0, right: 0, predicted: 1, found: false },
  ]);
  expect([figure.value, figure.cases]).toEqual([(2 * 25 * 50) / 75, 2]);
});

test('only sentences that the other file holds too, however it writes them', () => {
  const cameo: EventRow = {
    set: 'cameo_class_train',
    id: 'c',
    text: 'Peru and Cuba aid Chile .',
    expect: 'events',
    events: [{ penta: 2 }],
  };
  const other: EventRow = { ...ROW, text: 'Cuba aids Peru.', markup: '<s>Cuba</s> aids <t>Peru</t>.' };
  expect(inCameo([ROW, cameo, other]).map(({ text }) => text)).toEqual([ROW.text]);
});

test.each([
  ['told as done', {}, true],
  ['arranged', { realis: 'planned' }, true],
  ['asked for', { realis: 'requested' }, false],
  ['said by somebody', { assertedBy: ['s'] }, false],
  ['a speech act', { statement: 's' }, false],
] as const)('%s', (_, rest, told) => {
  expect(isTold(event(['Peru'], ['Chile'], rest as Partial<Event>))).toBe(told);
});
