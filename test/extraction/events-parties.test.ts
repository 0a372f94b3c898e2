import { expect, test } from 'vitest';
import { readEvents } from '../support/read-events.ts';

test.each([
  ['active', 'Poland accused Belarus of lying.', 'ACCUSE', ['Poland'], ['Belarus']],
  ['passive', 'Belarus was accused by Poland of lying.', 'ACCUSE', ['Poland'], ['Belarus']],
  ['passive without an agent', 'Belarus was accused of lying.', 'ACCUSE', [], ['Belarus']],
  ['a metonym', 'Moscow condemned Norway.', 'ACCUSE', ['Russia'], ['Norway']],
  ['joined subjects', 'Poland and Latvia condemned Belarus.', 'ACCUSE', ['Latvia', 'Poland'], ['Belarus']],
  ['joined verbs', 'Poland met Latvia and condemned Belarus.', 'ACCUSE', ['Poland'], ['Belarus']],
  ['an object of two verbs', 'France delayed and then raised its tariffs on Mali.', 'CONCEDE', ['France'], ['Mali']],
  ['a reciprocal', 'Poland and Latvia met.', 'CONSULT', ['Latvia', 'Poland'], []],
  ['"between"', 'Talks between Poland and Latvia began.', 'CONSULT', ['Latvia', 'Poland'], []],
  ['a possessive', "Poland's invasion of Latvia began.", 'ASSAULT', ['Poland'], ['Latvia']],
  ['an adjective', 'The Polish invasion of Latvia began.', 'ASSAULT', ['Poland'], ['Latvia']],
  ['control by the object', 'Norway urged Poland to invade Latvia.', 'ASSAULT', ['Poland'], ['Latvia']],
  ['control by the subject', 'Poland threatened to invade Latvia.', 'ASSAULT', ['Poland'], ['Latvia']],
  ['control behind a preposition', 'Norway called on Poland to invade Latvia.', 'ASSAULT', ['Poland'], ['Latvia']],
  ['control by the one kept from it', 'Norway kept Poland from invading Latvia.', 'ASSAULT', ['Poland'], ['Latvia']],
  ['a group persuaded', 'Poland persuaded rebels to attack Latvia.', 'ASSAULT', ['rebels'], ['Latvia']],
  [
    'where they would meet is no party',
    'Poland and Latvia agreed to meet in Kenya.',
    'AGREE',
    ['Latvia', 'Poland'],
    [],
  ],
  [
    'what the object is about',
    'Norway lifted restrictions on travel by businessmen to Poland.',
    'RETREAT',
    ['Norway'],
    ['Poland'],
  ],
  ['what is to be done', 'Norway agreed to reopen its border to trucks from Poland.', 'AGREE', ['Norway'], ['Poland']],
  [
    'what was done to the object',
    'Norway refused to lift sanctions imposed on Poland.',
    'REJECT',
    ['Norway'],
    ['Poland'],
  ],
  ["one's own are not touched", 'Kenya agreed to withdraw its soldiers from Somalia.', 'AGREE', ['Kenya'], ['Somalia']],
  ['where it is touches nobody', 'Students protested against fees in Poland.', 'PROTEST', ['Students'], []],
  ['nor does a topic', 'Norway rejected a report about Poland.', 'REJECT', ['Norway'], []],
  ['nor who is mobilized', 'Norway mobilized troops in June.', 'MOBILIZE', ['Norway'], []],
  [
    'a group of each country',
    'Lawmakers in Norway and Poland condemned Latvia.',
    'ACCUSE',
    ['Lawmakers (Norway)', 'Lawmakers (Poland)'],
    ['Latvia'],
  ],
  [
    'but one group elsewhere',
    'Lawmakers in Norway condemned Poland and Latvia.',
    'ACCUSE',
    ['Lawmakers'],
    ['Latvia', 'Poland'],
  ],
  [
    'both whom a noun stands before',
    'Rival neighbors Norway and Poland have restored diplomatic ties.',
    'SUPPORT',
    ['Norway', 'Poland'],
    [],
  ],
  [
    'an adjective before two nouns',
    'The Polish press and government condemned Latvia.',
    'ACCUSE',
    ['Poland'],
    ['Latvia'],
  ],
  [
    'an article ends what is shared',
    'The Polish press and the government condemned Latvia.',
    'ACCUSE',
    ['government'],
    ['Latvia'],
  ],
  ["an official's country", "Norway's king said it would sanction Poland.", 'SANCTION', ['Norway'], ['Poland']],
  ['nobody that is not told', 'Ada Berg said it would sanction Poland.', 'SANCTION', [], ['Poland']],
  ['those who tell of their own act', 'Teachers said they will not call off the boycott.', 'REJECT', ['Teachers'], []],
  ['a relative clause', 'Norway sued Poland, which invaded Latvia.', 'ASSAULT', ['Poland'], ['Latvia']],
  ['a gerund', 'Norway accused Poland of invading Latvia.', 'ASSAULT', ['Poland'], ['Latvia']],
  ['an owner', "Norway rejected Poland's plan.", 'REJECT', ['Norway'], ['Poland']],
  ['a participle behind the object', 'Norway blamed Poland, accusing it of lying.', 'ACCUSE', ['Norway'], ['Poland']],
  ['who issued the words', 'Norway issued a statement condemning Poland.', 'ACCUSE', ['Norway'], ['Poland']],
  ['an adjective read behind the object', "Norway called Poland's claims baseless.", 'REJECT', ['Norway'], ['Poland']],
  [
    'two offices side by side',
    "Poland's president and the leader of its opposition agreed on a budget.",
    'AGREE',
    ["Poland's president", 'leader'],
    [],
  ],
  ['whose offer it is', 'Norway met Poland. Poland rejected its offer of talks.', 'AGREE', ['Norway'], []],
  ['who is under pressure', 'Ada Berg is under pressure to resign.', 'RETREAT', ['Ada Berg'], []],
  [
    'who is to leave whom',
    "Ada Berg's successor, King Karl, has a cold, and some called on him to sever ties with Ada Berg.",
    'SANCTION',
    ['Karl'],
    ['Ada Berg'],
  ],
  [
    'who goes on behind a semicolon',
    'Norway ends its truce; doubles tariffs on Poland',
    'SANCTION',
    ['Norway'],
    ['Poland'],
  ],
  [
    'where the goods are from',
    'Norway will impose tariffs on all wines coming from Poland.',
    'SANCTION',
    ['Norway'],
    ['Poland'],
  ],
  ['what a participle describes', 'Norway announced increased tariffs on Poland.', 'SANCTION', ['Norway'], ['Poland']],
  ['who is looked to', 'Poland is looking to Ada Berg to veto the bill.', 'REJECT', ['Ada Berg'], []],
  [
    'who does not let them',
    'Poland does not allow the Red Cross to enter the camp.',
    'COERCE',
    ['Poland'],
    ['International Committee of the Red Cross'],
  ],
  ['who is not going to', 'Ada Berg is not going to yield to Poland.', 'REJECT', ['Ada Berg'], ['Poland']],
  ['who votes on it', 'The Senate gets ready to vote on measures against Poland.', 'SANCTION', ['Senate'], ['Poland']],
  [
    'the reason they give',
    'Turkey said it left because Poland has been cheating it.',
    'ACCUSE',
    ['Turkey'],
    ['Poland'],
  ],
  ['who would not', 'Ada Berg would not meet King Karl.', 'REJECT', ['Ada Berg'], ['Karl']],
  ['whom another wants to do it', 'Norway wants Poland to attack Latvia.', 'ASSAULT', ['Poland'], ['Latvia']],
  ['who held them', 'The talks that Norway and Poland held in Vienna ended.', 'CONSULT', ['Norway', 'Poland'], []],
  ['who is due for them', 'King Karl is due in Warsaw for talks with Ada Berg.', 'CONSULT', ['Ada Berg', 'Karl'], []],
  ['who made it', 'Norway rejected the allegations made by Poland.', 'REJECT', ['Norway'], ['Poland']],
  [
    "people apart from their country's government",
    'Polish analysts condemned Latvia.',
    'ACCUSE',
    ['Polish analysts'],
    ['Latvia'],
  ],
  ['a weapon that nobody is said to have used', 'A bomb killed Ada Berg.', 'ASSAULT', [], ['Ada Berg']],
  ['whose weapons they were', 'Drones from Norway hit Poland.', 'ASSAULT', ['Norway'], ['Poland']],
  ['words joined by a hyphen', 'Norway announced a cease-fire with Poland.', 'CONCEDE', ['Norway'], ['Poland']],
  [
    'an object behind a particle',
    'Shopkeepers called off protests planned for Sunday.',
    'CONCEDE',
    ['Shopkeepers'],
    [],
  ],
  ['of whom it is said', 'The miners of Poland are on strike.', 'PROTEST', ['miners'], []],
  [
    'whom a participle describes',
    'Two bishops detained by Poland face a trial.',
    'COERCE',
    ['Poland'],
    ['Two bishops'],
  ],
  ['initials', 'ZNT returned the stolen paintings to Poland.', 'RETREAT', ['ZNT'], ['Poland']],
  ['who holds the event', 'Shopkeepers staged a march against Ada Berg.', 'PROTEST', ['Shopkeepers'], ['Ada Berg']],
  ["somebody's opponents", "King Karl's opponents condemned Latvia.", 'ACCUSE', ["Karl's opponents"], ['Latvia']],
  ['an owner told by a pronoun', 'Norway withdrew its accusation against Poland.', 'ACCUSE', ['Norway'], ['Poland']],
  [
    'who marches, not who called for it',
    'Kenyan students took to the streets for what Ada Berg pledged would be the largest march in years.',
    'PROTEST',
    ['Kenyan students'],
    [],
  ],
  ['a promise of something hostile', 'Norway vowed to impose sanctions on Poland.', 'THREATEN', ['Norway'], ['Poland']],
  [
    'one office of two countries',
    'The Polish and Latvian foreign ministers met.',
    'CONSULT',
    ['Latvian foreign minister', 'Polish foreign minister'],
    [],
  ],
  [
    'one office of two countries, one of its holders named later',
    'The Polish and Latvian presidents met. Polish President Ada Berg had a cold.',
    'CONSULT',
    ['Ada Berg', 'Latvian president'],
    [],
  ],
  [
    'through the noun that a verb imposes',
    'Norway imposed a new round of sanctions on Poland.',
    'SANCTION',
    ['Norway'],
    ['Poland'],
  ],
])('%s', async (_, text, type, actors, recipients) => {
  const { events } = await readEvents(text);
  const found = events.filter(({ event }) => event.type === type);
  expect(found.map((each) => [each.actors, each.recipients])).toEqual([[actors, recipients]]);
});

test.each([
  'The weather was fine in Warsaw on Monday.',
  'The bank met its targets for the year.',
  'Poland is a country of 38 million people.',
  'She charged her phone and called it a day.',
  'The novel won a prize in Norway.',
  'Norway backed off.',
  'The banned Kenyan party has an office.',
  'Clouds threatened the coast.',
])('nothing political happens: %s', async (text) => {
  expect((await readEvents(text)).events.map(({ event }) => event.rule)).toEqual([]);
});

test.each([
  ['a town struck', 'Libyan warplanes bombed Trondheim.', 'ASSAULT', ['Libyan warplanes'], ['Trondheim']],
  ['what is imposed in it', 'Poland imposed a curfew in Trondheim.', 'COERCE', ['Poland'], ['Trondheim']],
  ['a country it is imposed in', 'The junta declared a state of siege in Chad.', 'COERCE', ['junta'], ['Chad']],
  ['where a thing was struck', 'Rebels stormed a mill in Trondheim.', 'ASSAULT', ['Rebels'], ['Trondheim']],
  ['who is named comes first', 'Rebels killed two nuns in Trondheim.', 'ASSAULT', ['Rebels'], ['nuns']],
  ['where people meet', 'Poland and Latvia met in Trondheim.', 'CONSULT', ['Latvia', 'Poland'], []],
  ['where people march', 'Students marched in Trondheim.', 'PROTEST', ['Students'], []],
  ['a place does nothing', 'The Trondheim attack killed two nuns.', 'ASSAULT', [], ['nuns']],
])('places for those who live there: %s', async (_, text, type, actors, recipients) => {
  const { events } = await readEvents(text);
  const [found] = events.filter(({ event }) => event.type === type);
  expect([found?.actors, found?.recipients]).toEqual([actors, recipients]);
});

test('where an attack struck is not who made it', async () => {
  const { events } = await readEvents('An attack in Norway killed Ada Berg.');
  expect(events.map(({ actors }) => actors)).toEqual([[], []]);
});
