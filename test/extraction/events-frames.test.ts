import { expect, test } from 'vitest';
import { readEvents } from '../support/read-events.ts';

interface Row {
  readonly type: string;
  readonly mode: string | null;
  readonly actors: readonly string[];
  readonly recipients: readonly string[];
}

const rowsOf = async (text: string): Promise<Row[]> =>
  (await readEvents(text)).events.map(({ event: { type, mode }, actors, recipients }) => ({
    type,
    mode,
    actors,
    recipients,
  }));

test.each([
  // What is asked for, refused or threatened is an event beside the asking.
  ['Ghana refused to free President Ada Berg.', ['REJECT', 'RETREAT']],
  ['Ghana demanded the release of President Ada Berg.', ['REQUEST', 'RETREAT']],
  // What somebody else offered is an event beside its rejection; a lawsuit is the filing itself.
  ["Ghana rejected Togo's offer.", ['AGREE', 'REJECT']],
  ['Ghana filed a lawsuit against Togo.', ['ACCUSE']],
  // A purpose is that of the subject.
  ['President Ada Berg called President Karl Lund to thank him.', ['CONSULT', 'SUPPORT']],
])('%s → %s', async (text, types) => {
  expect((await rowsOf(text)).map(({ type }) => type).sort()).toEqual(types);
});

test.each<[text: string, row: Partial<Row>]>([
  ['President Ada Berg called President Karl Lund to thank him.', { type: 'SUPPORT', actors: ['Ada Berg'] }],
  ['Chad will not hold talks with Niger.', { type: 'REJECT', actors: ['Chad'], recipients: ['Niger'] }],
  ['Sweden and Norway staged war games.', { type: 'COOPERATE', actors: ['Norway', 'Sweden'] }],
  ['Togo said it will attack Benin.', { type: 'THREATEN', actors: ['Togo'], recipients: ['Benin'] }],
  [
    "A Kenyan court charged one of Uganda's harshest critics, Ada Berg, with fraud.",
    { type: 'ACCUSE', recipients: ['Ada Berg'] },
  ],
  ['Peru called on Chile on Monday to release the sailors.', { type: 'REQUEST', mode: 'yield', recipients: ['Chile'] }],
])('%s → %o', async (text, row) => {
  expect(await rowsOf(text)).toContainEqual(expect.objectContaining(row));
});

test.each([
  // "On Monday" is no calling on anybody.
  ['On Monday, President Ada Berg called President Karl Lund to discuss the road.', 'REQUEST'],
  ['Sweden staged war games.', 'COOPERATE'],
  ['Togo said it had attacked Benin.', 'THREATEN'],
])('%s tells of no %s', async (text, type) => {
  expect((await rowsOf(text)).filter((row) => row.type === type)).toEqual([]);
});
