import { expect, test } from 'vitest';
import { cameoActor, codeParts } from '../../src/cli/export/actor-codes.ts';
import { cameoOf } from '../../src/cli/export/cameo-codes.ts';
import { tsvLine } from '../../src/cli/export/csv.ts';
import { ploverScores } from '../../src/cli/export/plover-scores.ts';
import { EVENT_TYPES, MODES } from '../../src/codebook/plover.ts';
import { cameoValues } from '../support/cameo-values.ts';

const types = EVENT_TYPES.filter((type) => type !== 'OCCASION');
const coded = (type: string, mode: string | null = null, act: string | null = null) =>
  cameoOf({ type, mode, act, realis: 'actual' });

/** GDELT's four classes, by the roots that stand under each in its list of codes (CAMEO.eventcodes.txt). */
const classes: Readonly<Record<number, string>> = {
  1: '01 02 03 04 05',
  2: '06 07 08 09',
  3: '10 11 12 13 14',
  4: '15 16 17 18 19 20',
};

const combinations = types.flatMap((type) =>
  [null, ...(MODES[type] ?? [])].flatMap((mode) =>
    [null, 'demand', 'request', 'praise', 'apologize', 'criticize', 'deny'].map((act) => ({ type, mode, act })),
  ),
);

test.each(combinations)('$type $mode $act is a code of CAMEO with its value and class', ({ type, mode, act }) => {
  const cameo = coded(type, mode, act);
  if (cameo === null) throw new Error('no code');
  expect(cameo.goldstein).toBe(cameoValues.get(cameo.code));
  expect(classes[cameo.quadClass]?.split(' ')).toContain(cameo.root);
  expect(cameo.code.startsWith(cameo.base) && cameo.base.startsWith(cameo.root)).toBe(true);
  expect([cameo.base.length, cameo.root.length]).toEqual([3, 2]);
});

// What a reader of CAMEO's manual would write for the mode.
test.each([
  ['CONSULT', 'visit', null, '042', 1],
  ['CONSULT', 'phone', null, '041', 1],
  ['RETREAT', 'ceasefire', null, '0871', 2],
  ['RETREAT', 'release', null, '0841', 2],
  ['RETREAT', 'resign', null, '080', 2],
  ['REQUEST', 'meet', 'demand', '106', 3],
  ['REQUEST', 'meet', 'request', '026', 1],
  ['REQUEST', null, null, '100', 3],
  ['REQUEST', null, 'ask', '020', 1],
  ['ACCUSE', 'investigate', null, '090', 2],
  ['ACCUSE', 'allege', 'accuse', '112', 3],
  ['SUPPORT', null, 'praise', '051', 1],
  ['SUPPORT', null, 'apologize', '055', 1],
  ['PROTEST', 'riot', null, '145', 3],
  ['SANCTION', 'convict', null, '116', 3],
  ['COERCE', 'arrest', null, '173', 4],
  ['ASSAULT', 'destroy', null, '1712', 4],
  ['ASSAULT', 'firearms', null, '193', 4],
  ['ASSAULT', 'unconventional', null, '204', 4],
] as const)('%s %s, said as %s, is %s', (type, mode, act, code, quadClass) => {
  expect(coded(type, mode, act)).toMatchObject({ code, quadClass });
});

test('an occasion is none of the types of other codings', () => {
  expect(coded('OCCASION')).toBeNull();
  // A mode that is not in the table would stand as its type: those that have no code of their own are these.
  const coarse = types.flatMap((type) =>
    (MODES[type] ?? [])
      .filter((mode) => coded(type, mode)?.code === coded(type)?.code)
      .map((mode) => `${type} ${mode}`),
  );
  expect(coarse).toEqual([
    'CONSULT multilateral',
    'RETREAT resign',
    'REQUEST assist',
    'ACCUSE disapprove',
    'REJECT assist',
    'SANCTION discontinue',
    'MOBILIZE weapons',
    'COERCE seize',
    'COERCE withhold',
    'COERCE misinformation',
    'COERCE cyber',
    'ASSAULT targeted',
  ]);
});

test('what did not happen has no code, but for the intent to cooperate', () => {
  const intent = (type: string) => cameoOf({ type, mode: null, act: null, realis: 'planned' });
  const planned = (type: string) => intent(type)?.code ?? null;
  const cooperation = ['CONSULT', 'AID', 'COOPERATE', 'SUPPORT', 'RETREAT', 'CONCEDE', 'AGREE'];
  expect(cooperation.map(planned)).toEqual(['036', '033', '031', '032', '035', '035', '030']);
  for (const type of cooperation)
    expect([intent(type)?.quadClass, intent(type)?.goldstein]).toEqual([1, cameoValues.get(planned(type) ?? '')]);
  expect(['ASSAULT', 'SANCTION', 'PROTEST', 'REQUEST'].map(planned)).toEqual([null, null, null, null]);
  for (const realis of ['expected', 'possible', 'requested', 'conditional', 'negated'] as const)
    for (const type of types) expect(cameoOf({ type, mode: null, act: null, realis })).toBeNull();
});

test('each type of PLOVER has its quad category and score', () => {
  expect(Object.keys(ploverScores).toSorted()).toEqual([...types].toSorted());
  expect(ploverScores.CONCEDE).toEqual({ quad: 'VERBAL COOPERATION', intensity: 5 });
  expect(ploverScores.PROTEST).toEqual({ quad: 'MATERIAL CONFLICT', intensity: -6.6 });
  for (const { quad, intensity } of Object.values(ploverScores)) expect(quad.endsWith('CONFLICT')).toBe(intensity < 0);
});

test.each([
  ['Ada Berg', 'FRA GOV', 'FRAGOV', 'FRA', null, ['GOV']],
  ['Sund Radio', 'SWE JRN', 'SWEMED', 'SWE', null, ['MED']],
  ['a hospital', 'SWE MED', 'SWEHLH', 'SWE', null, ['HLH']],
  ['a party', 'SWE OPP PTY', 'SWEOPPPTY', 'SWE', null, ['OPP']],
  ['militias', 'PRM', 'UAF', null, null, ['UAF']],
  ['a charity', 'NGO MED', 'NGOHLH', null, null, ['NGO', 'HLH']],
  ['a trader', 'USA MNC BUS', 'MNCUSABUS', 'USA', null, ['MNC', 'BUS']],
  ['United Nations', 'IGO', 'IGOUNO', null, 'UNO', ['IGO']],
  ['European Union', 'IGO', 'IGOEUREEC', null, 'EEC', ['IGO']],
  ['somebody', '', '', null, null, []],
] as const)('%s, %s in PLOVER, is %s in CAMEO', (name, plover, code, country, group, kinds) => {
  const dated = { value: plover, reports: 1, first: null, last: null };
  const parts = codeParts({ codes: [dated] } as unknown as Parameters<typeof codeParts>[0]);
  expect(cameoActor(name, parts)).toEqual({ code, country, group, types: kinds });
});

test('a line has as many cells as columns, whatever stands in them', () => {
  const line = tsvLine(['a\tb', 'c\r\nd', null, 'e\u2028f', '"g"', 0]);
  expect(line).toBe('a b\tc d\t\te f\t"g"\t0\n');
});
