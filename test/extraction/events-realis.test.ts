import { expect, test } from 'vitest';
import { readEvents } from '../support/read-events.ts';

const realisOf = async (text: string, type: string): Promise<(string | undefined)[]> =>
  (await readEvents(text)).events.filter(({ event }) => event.type === type).map(({ event }) => event.realis);

test.each([
  ['France imposed sanctions on Mali.', 'SANCTION', 'actual'],
  ['France is imposing sanctions on Mali.', 'SANCTION', 'actual'],
  ['France will impose sanctions on Mali.', 'SANCTION', 'planned'],
  ['France plans to impose sanctions on Mali.', 'SANCTION', 'planned'],
  ['France is going to impose sanctions on Mali.', 'SANCTION', 'planned'],
  ['France is set to impose sanctions on Mali.', 'SANCTION', 'planned'],
  ['France is expected to impose sanctions on Mali.', 'SANCTION', 'expected'],
  ['France is likely to impose sanctions on Mali.', 'SANCTION', 'expected'],
  ['France may impose sanctions on Mali.', 'SANCTION', 'possible'],
  ['France could impose sanctions on Mali.', 'SANCTION', 'possible'],
  ['France is considering sanctions against Mali.', 'SANCTION', 'possible'],
  ['France threatened to impose sanctions on Mali.', 'SANCTION', 'possible'],
  ['France hopes to impose sanctions on Mali.', 'SANCTION', 'possible'],
  ['Norway urged France to impose sanctions on Mali.', 'SANCTION', 'requested'],
  ['Norway called for sanctions against Mali.', 'SANCTION', 'requested'],
  ['Norway urged France to agree to talks with Mali.', 'CONSULT', 'requested'],
  ['France should impose sanctions on Mali.', 'SANCTION', 'requested'],
  ['France will impose sanctions on Mali if it attacks Niger.', 'SANCTION', 'conditional'],
  ['France did not impose sanctions on Mali.', 'SANCTION', 'negated'],
  ['France never imposed sanctions on Mali.', 'SANCTION', 'negated'],
  ['France refused to impose sanctions on Mali.', 'SANCTION', 'negated'],
  ['Japan and Peru held talks on Monday.', 'CONSULT', 'actual'],
  ['Japan and Peru will hold talks on Monday.', 'CONSULT', 'planned'],
  ['Japan cancelled the talks between Peru and Chile.', 'CONSULT', 'negated'],
  ['France used its veto to impose sanctions on Mali.', 'SANCTION', 'actual'],
  ['An aide told reporters that France was imposing sanctions on Mali.', 'SANCTION', 'actual'],
  ['Norway demanded that France impose sanctions on Mali.', 'SANCTION', 'requested'],
  ['No soldier of Chad attacked Libya.', 'ASSAULT', 'negated'],
  ['Neither Kenya nor Somalia agreed to the terms.', 'AGREE', 'negated'],
  ['Norway no longer meets Sweden.', 'CONSULT', 'negated'],
  ['The planned talks between Kenya and Somalia took place on Monday.', 'CONSULT', 'actual'],
  ['The planned talks between Mali and Ghana were held on Tuesday.', 'CONSULT', 'actual'],
  ['The scheduled meeting between Spain and Portugal went ahead.', 'CONSULT', 'actual'],
  ['The planned talks between Peru and Chile were cancelled.', 'CONSULT', 'negated'],
  ['The planned talks between Japan and India will be held on Friday.', 'CONSULT', 'planned'],
  ['Planned talks between Togo and Benin begin on Friday.', 'CONSULT', 'planned'],
  ['Reporters asked whether France had imposed sanctions on Mali.', 'SANCTION', 'possible'],
  ['Will France suspend aid to Niger?', 'SANCTION', 'possible'],
  ['Did Norway ask France to impose sanctions on Mali?', 'SANCTION', 'possible'],
  ['Why did France impose sanctions on Mali?', 'SANCTION', 'actual'],
  ['"We impose sanctions on Mali," the minister told reporters.', 'SANCTION', 'actual'],
  ['France announced that it was imposing sanctions on Mali.', 'SANCTION', 'actual'],
  ['France announced it would impose sanctions on Mali.', 'SANCTION', 'planned'],
  ['France has not ruled out sanctions on Mali.', 'SANCTION', 'possible'],
  ['If Chad attacked Libya, France would impose sanctions on Mali.', 'ASSAULT', 'conditional'],
  ['Norway talked France out of imposing sanctions on Mali.', 'SANCTION', 'negated'],
  ['Norway prevented France from imposing sanctions on Mali.', 'SANCTION', 'negated'],
  ['France was dissuaded from imposing sanctions on Mali.', 'SANCTION', 'negated'],
  ['Norway talked France into imposing sanctions on Mali.', 'SANCTION', 'actual'],
  ['France had threatened a march for Friday.', 'THREATEN', 'actual'],
  ['France had to impose sanctions on Mali.', 'SANCTION', 'actual'],
  ['France has to impose sanctions on Mali.', 'SANCTION', 'requested'],
  ['France needs to impose sanctions on Mali.', 'SANCTION', 'requested'],
  ['Norway wants to make sure France makes concessions to Mali.', 'CONCEDE', 'possible'],
  ['Norway made sure France imposed sanctions on Mali.', 'SANCTION', 'actual'],
  ['Norway is encouraged that Chad and Mali have reached an accord.', 'SUPPORT', 'actual'],
  ['Norway encouraged Chad and Mali to reach an accord.', 'SUPPORT', 'requested'],
  ['France was able to impose sanctions on Mali.', 'SANCTION', 'actual'],
  ['France was not able to impose sanctions on Mali.', 'SANCTION', 'negated'],
  ['France has the right to impose sanctions on Mali.', 'SANCTION', 'possible'],
  ['France managed to impose sanctions on Mali.', 'SANCTION', 'actual'],
  ['France failed to impose sanctions on Mali.', 'SANCTION', 'negated'],
  ['France did not fail to impose sanctions on Mali.', 'SANCTION', 'possible'],
  ['France is trying to impose sanctions on Mali.', 'SANCTION', 'possible'],
  ['France will force Norway to impose sanctions on Mali.', 'SANCTION', 'planned'],
  ['France wants to force Norway to impose sanctions on Mali.', 'SANCTION', 'possible'],
  ['France forced Norway to impose sanctions on Mali.', 'SANCTION', 'actual'],
  ['France nearly invaded Mali.', 'ASSAULT', 'negated'],
  ['The planned invasion of Mali by France was cancelled.', 'ASSAULT', 'negated'],
  ['France met Mali to sign an accord with it.', 'CONSULT', 'actual'],
  ['France discussed ways to impose sanctions on Mali.', 'SANCTION', 'possible'],
  ['France does not know how to impose sanctions on Mali.', 'SANCTION', 'possible'],
  ['France was the first country to impose sanctions on Mali.', 'SANCTION', 'actual'],
  ['Norway will act after France imposes sanctions on Mali.', 'SANCTION', 'expected'],
  ['Norway acted after France imposed sanctions on Mali.', 'SANCTION', 'actual'],
  ['If Mali mobilizes troops and invades Chad, Norway will respond.', 'ASSAULT', 'conditional'],
  ['France imposed further sanctions on Mali.', 'SANCTION', 'actual'],
  ['If the tariffs are not lifted by Mali, Norway will respond.', 'RETREAT', 'conditional'],
  ['France will not hesitate to impose sanctions on Mali.', 'SANCTION', 'possible'],
  ['It is vital to impose sanctions on Mali, France said.', 'SANCTION', 'requested'],
  ['Norway criticized the sanctions that France imposed on Mali.', 'SANCTION', 'actual'],
])('%s → %s %s', async (text, type, realis) => {
  expect(await realisOf(text, type)).toEqual([realis]);
});

test('an infinitive in a headline is planned', async () => {
  const { events } = await readEvents('Japan to Meet With Peru on Trade', { kind: 'heading' });
  expect(events.map(({ event }) => event.realis)).toEqual(['planned']);
});

test('a threat stays actual when its condition hangs on it, and the act is conditional', async () => {
  const { events } = await readEvents('Turkey is threatening sanctions against Greece if it builds the port.');
  const realis = Object.fromEntries(events.map(({ event }) => [event.type, event.realis]));
  expect(realis).toEqual({ THREATEN: 'actual', SANCTION: 'conditional' });
});

test('"will not" is a refusal', async () => {
  const { events } = await readEvents('Israel will not release the prisoners.');
  expect(events.map(({ event }) => [event.type, event.realis, event.rule])).toEqual([
    ['REJECT', 'actual', 'reject/will-not'],
  ]);
});

test.each([
  ['Paris called the talk "frank".'],
  ['Italy called the meeting with Austria useful.'],
  ['Italy described the talks as useful.'],
])('a judgement of talks tells of none: %s', async (text) => {
  expect((await readEvents(text)).events.filter(({ event }) => event.type === 'CONSULT')).toEqual([]);
});

test('an infinitive of purpose is not what is stopped', async () => {
  const { events } = await readEvents('Truckers blocked roads in Poland to protest the tax.');
  expect(events.map(({ event }) => [event.type, event.realis])).toContainEqual(['PROTEST', 'actual']);
  expect(events.map(({ event }) => event.realis)).not.toContain('negated');
});
