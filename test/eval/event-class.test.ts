import { expect, test } from 'vitest';
import { answerOf, type ClassedSentence, type EventRow, macroF1, toClassed } from '../../eval/event-class.ts';
import type { Actor, Event } from '../../src/extraction/index.ts';

const ROW: EventRow = {
  set: 'made',
  id: 'made-1',
  text: 'Peru will aid Chile.',
  expect: 'events',
  markup: '<s>Peru</s> will aid <t>Chile</t>.',
  events: [{ plover_root: 'AGREE' }],
};

const actor = (name: string): Actor => {
  const start = ROW.text.indexOf(name);
  const mentions = [{ text: name, start, end: start + name.length }];
  return { id: name, name, kind: 'country', role: null, affiliation: null, code: null, mentions };
};

const event = (type: Event['type'], from: string, to: string, realis: Event['realis'] = 'actual'): Event => ({
  id: 'e',
  type,
  mode: null,
  contexts: [],
  actors: [from],
  recipients: [to],
  trigger: { text: 'aid', start: 10, end: 13 },
  mentions: [],
  realis,
  assertedBy: [],
  statement: null,
  time: null,
  place: null,
  rule: 'made',
});

const [sentence = {} as ClassedSentence] = toClassed(ROW);
const actors = [actor('Peru'), actor('Chile')];

test('markup gives the spans of source and target', () => {
  expect([sentence.text, sentence.source, sentence.target]).toEqual([
    ROW.text,
    { start: 0, end: 4 },
    { start: 14, end: 19 },
  ]);
});

test.each([
  ['the class itself', 'AGREE', [event('AGREE', 'Peru', 'Chile')], 'AGREE'],
  ['planned help is a promise', 'AGREE', [event('AID', 'Peru', 'Chile', 'planned')], 'AGREE'],
  ['help given is none', 'AGREE', [event('AID', 'Peru', 'Chile')], 'AID'],
  ['what is given up', 'YIELD', [event('RETREAT', 'Peru', 'Chile')], 'YIELD'],
  ['the wrong way round', 'AID', [event('REJECT', 'Peru', 'Chile'), event('AID', 'Chile', 'Peru')], 'REJECT'],
  ['other parties', 'AID', [event('REJECT', 'Peru', 'Peru')], 'REJECT'],
  ['nothing', 'AID', [], null],
] as const)('%s', (_, gold, events, answer) => {
  expect(answerOf({ ...sentence, gold }, { actors, events: [...events] })).toBe(answer);
});

test('macro F1 weighs rare classes like common ones', () => {
  const answers = [
    { gold: 'AID', found: 'AID' },
    { gold: 'AID', found: 'AID' },
    { gold: 'AID', found: null },
    { gold: 'REJECT', found: 'AID' },
  ];
  expect(macroF1(answers)).toBeCloseTo(100 / 3);
});
