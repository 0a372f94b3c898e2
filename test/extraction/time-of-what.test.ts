import { describe, expect, test } from 'vitest';
import { findActors, findEvents, findPlaces, findStatements, findTimes } from '../../src/extraction/index.ts';
import { shippedCodebook } from '../support/codebook.ts';
import { readText } from '../support/read-text.ts';

type Dated = Readonly<Record<string, string | null>>;

/** Triggers of events with their times, and cues of statements with theirs. 2026-03-04 was a Wednesday. */
const datedIn = async (text: string): Promise<{ readonly events: Dated; readonly statements: Dated }> => {
  const codebook = shippedCodebook();
  const read = await readText(text, { published: '2026-03-04' });
  const times = findTimes(read, codebook);
  const places = findPlaces(read, codebook);
  const actors = findActors(read, codebook);
  const statements = findStatements(read, actors, times, places, codebook);
  const dateOf = (time: string | null): string | null => times.find(({ id }) => id === time)?.value ?? null;
  return {
    events: Object.fromEntries(
      findEvents(read, actors, times, places, statements, codebook).map(({ trigger, time }) => [
        trigger.text,
        dateOf(time),
      ]),
    ),
    statements: Object.fromEntries(statements.map(({ statement }) => [statement.cue.text, dateOf(statement.time)])),
  };
};

type Row = readonly [text: string, events: Dated, statements?: Dated];

const cases: Readonly<Record<string, readonly Row[]>> = {
  'the saying and what is said': [
    [
      'In announcing sanctions on Latvia on Monday, Poland accused it of theft.',
      { announcing: '2026-03-02', accused: '2026-03-02' },
      { announcing: '2026-03-02', accused: '2026-03-02' },
    ],
    [
      'Poland expelled two Latvian diplomats on Monday, Latvia’s foreign ministry said on Tuesday.',
      { expelled: '2026-03-02' },
      { said: '2026-03-03' },
    ],
    [
      'Latvia said on Tuesday that Poland had expelled two diplomats on Monday.',
      { expelled: '2026-03-02' },
      { said: '2026-03-03' },
    ],
    ['Poland attacked Latvia in 2023 and again in January 2026.', { attacked: '2023', again: '2026-01' }],
    ['Latvia said Poland attacked it on Sunday.', { attacked: '2026-03-01' }, { said: null }],
    [
      'On Tuesday, Latvia accused Poland of shelling a border post on Sunday.',
      { accused: '2026-03-03', shelling: '2026-03-01' },
      { accused: '2026-03-03' },
    ],
    [
      'Poland denied on Tuesday that its troops attacked Latvia on Sunday.',
      { attacked: '2026-03-01' },
      { denied: '2026-03-03' },
    ],
    [
      '“We met the Latvian envoy on Monday,” Poland’s foreign minister said on Tuesday.',
      { met: '2026-03-02' },
      { said: '2026-03-03' },
    ],
    [
      'Berg said in an interview on Sunday that Poland would impose sanctions on Latvia next month.',
      { impose: '2026-04' },
      { said: '2026-03-01' },
    ],
    [
      'Latvia’s president told reporters on Tuesday that Poland attacked a ship on Sunday.',
      { attacked: '2026-03-01' },
      { told: '2026-03-03' },
    ],
    [
      'At a news conference in Riga on Tuesday, Latvia’s president accused Poland of attacking a ship on Sunday.',
      { accused: '2026-03-03', attacking: '2026-03-01' },
      { accused: '2026-03-03' },
    ],
    [
      'Speaking on Tuesday, the Polish president condemned an attack on Sunday that killed ten people in Riga.',
      { condemned: '2026-03-03', killed: '2026-03-01' },
      { condemned: '2026-03-03' },
    ],
    [
      'In a joint statement on Monday, Poland and Latvia condemned an attack by rebels in Norway last week.',
      { condemned: '2026-03-02', attack: null },
      { condemned: '2026-03-02' },
    ],
    [
      'An attack on Sunday that killed ten Polish soldiers was condemned by Latvia.',
      { killed: '2026-03-01', condemned: null },
      { 'was condemned': null },
    ],
    [
      'After the raid on Monday, Norway demanded an apology from Latvia on Tuesday.',
      { demanded: '2026-03-03', apology: null },
      { demanded: '2026-03-03' },
    ],
    [
      'After the raid on Monday, Norway demanded an apology from Latvia.',
      { demanded: null, apology: null },
      { demanded: null },
    ],
    [
      'Latvia urged Poland on Monday to release by Friday the fishermen it detained last month.',
      { urged: '2026-03-02', release: '2026-03-06', detained: '2026-02' },
      { urged: '2026-03-02' },
    ],
    [
      'Poland said on Tuesday it will recall its ambassador on Friday over the arrest last week of two Polish journalists in Riga.',
      { said: '2026-03-03', recall: '2026-03-06' },
      { said: '2026-03-03' },
    ],
    [
      'Poland will withdraw its troops from Latvia by June, its president told reporters on Monday.',
      { withdraw: '2026-06' },
      { told: '2026-03-02' },
    ],
    ['Poland will hold an election on Sunday, its president announced on Tuesday.', { election: '2026-03-08' }],
  ],
  'clauses with times of their own': [
    [
      'Poland sanctioned Latvia in 2024 and lifted the sanctions on Monday.',
      { sanctioned: '2024', lifted: '2026-03-02' },
    ],
    [
      'Poland’s president, who visited Riga on Monday, will travel to Vilnius on Friday.',
      { visited: '2026-03-02', travel: '2026-03-06' },
    ],
    [
      'Poland’s foreign minister, who resigned last week, was arrested on Tuesday.',
      { resigned: '2026-W09', arrested: '2026-03-03' },
    ],
    [
      'Poland released 12 Latvian prisoners on Tuesday who were arrested in 2024.',
      { released: '2026-03-03', arrested: '2024' },
    ],
    ['Poland blocked aid that Latvia sent on Monday.', { blocked: null, sent: '2026-03-02' }],
    [
      'Latvia’s parliament approved on Tuesday a treaty signed with Poland in 2023.',
      { approved: '2026-03-03', signed: '2023' },
    ],
    [
      'The Latvian president, whose country was attacked in 2014, met the Polish president on Monday.',
      { attacked: '2014', met: '2026-03-02' },
    ],
    ['Poland and Latvia signed a deal on Monday that will take effect on April 1.', { signed: '2026-03-02' }],
    [
      'Three Polish soldiers were killed on Sunday in an attack that Latvia blamed on Tuesday on rebels.',
      { killed: '2026-03-01', blamed: '2026-03-03' },
    ],
    [
      'Poland rejected on Monday a Latvian offer to hold talks on Friday.',
      { rejected: '2026-03-02', offer: null, talks: '2026-03-06' },
    ],
    ['Poland on Tuesday rejected Latvia’s proposal of last week.', { rejected: '2026-03-03', proposal: '2026-W09' }],
  ],
  'clauses that share a time': [
    [
      'When the Polish and Latvian ministers met on Monday, they agreed to cut tariffs in May.',
      { met: '2026-03-02', agreed: '2026-03-02', cut: '2026-05' },
    ],
    [
      'While the Polish and Latvian presidents met on Monday, police arrested ten activists in Riga.',
      { met: '2026-03-02', arrested: '2026-03-02' },
    ],
    [
      'Police arrested ten Latvian activists on Monday when they raided a Polish newspaper.',
      { arrested: '2026-03-02', raided: '2026-03-02' },
    ],
    [
      'Poland’s president will travel to Riga on Friday to meet his Latvian counterpart.',
      { travel: '2026-03-06', meet: '2026-03-06' },
    ],
    [
      'The ministers will meet in Oslo on Friday to sign a treaty that their presidents agreed on last month.',
      { meet: '2026-03-06', sign: '2026-03-06', agreed: '2026-02' },
    ],
  ],
  'what lies ahead of something': [
    ['Poland plans to host talks with Latvia on Friday.', { host: '2026-03-06' }],
    ['Poland accused Latvia on Monday of planning to attack it in May.', { accused: '2026-03-02', attack: '2026-05' }],
    [
      'Poland agreed in January to withdraw its troops from Latvia in February.',
      { agreed: '2026-01', withdraw: '2026-02' },
    ],
    [
      'Poland agreed in January to withdraw its troops from Latvia in June.',
      { agreed: '2026-01', withdraw: '2026-06' },
    ],
    [
      'Poland agreed on Monday to release two Latvian diplomats on Friday.',
      { agreed: '2026-03-02', release: '2026-03-06' },
    ],
    [
      'If Latvia does not withdraw its troops by Friday, Poland will impose sanctions.',
      { withdraw: '2026-03-06', impose: null },
    ],
    [
      'Poland would impose sanctions if Latvia attacked it again before Easter.',
      { impose: null, attacked: '2026-04-05' },
    ],
    ['The Polish president was to meet his Latvian counterpart in Oslo on Monday.', { meet: '2026-03-02' }],
    ['The Polish president was to meet his Latvian counterpart in Oslo on Friday.', { meet: '2026-03-06' }],
  ],
  'counted from something': [
    [
      'Latvia closed its border yesterday, a day after Poland fired missiles at Riga.',
      { closed: '2026-03-03', fired: null },
    ],
    [
      'A month after Poland recalled its ambassador, Latvia invited its president to talks.',
      { recalled: null, invited: null },
    ],
    [
      'Poland said last week that it had shot down a Latvian drone two days earlier.',
      { shot: 'PAST_REF' },
      { said: '2026-W09' },
    ],
    ['Earlier on Tuesday, Polish troops killed two Latvian fishermen.', { killed: '2026-03-03' }],
  ],
};

describe.each(Object.entries(cases))('%s', (_, rows) => {
  test.each(rows.map(([text, events, statements]) => ({ text, events, statements })))(
    '$text',
    async ({ text, events, statements }) => {
      const dated = await datedIn(text);
      expect(dated.events).toEqual(events);
      if (statements !== undefined) expect(dated.statements).toEqual(statements);
    },
  );
});
