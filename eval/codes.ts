import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ActorCode, codeOf, formatCode } from '../src/extraction/index.ts';
import type { Engine } from '../src/readout/index.ts';
import { type EvalContext, type Figure, shareFigure, type Table } from './report.ts';

/** An expectation of the file: a call of another coder's tests, and what must hold of its answer. */
export interface Expectation {
  readonly test: string;
  readonly call: string;
  readonly args: readonly string[];
  readonly kwargs: { readonly query_date?: string };
  readonly expect: {
    readonly Eq?: Readonly<Record<string, string | null>>;
    readonly NotEq?: Readonly<Record<string, string>>;
    readonly In?: Readonly<Record<string, readonly string[]>>;
    readonly Is?: Readonly<Record<string, null>>;
    readonly expr?: readonly string[];
  };
}

/**
 * "Today" in the file: its undated rows hold together only between 13 September 2022 (one president had left office) and
 * 8 December 2022 (one head of a state government had not).
 */
const TODAY = '2022-11-01';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** `12 April 2022`, `October 1, 2021`, `2022-01-10`, `today` → ISO 8601. */
export const toDay = (said: string | undefined): string => {
  if (said === undefined || /^(?:today)?$/i.test(said.trim())) return TODAY;
  if (/^\d{4}-\d{2}-\d{2}$/.test(said)) return said;
  const year = /\b\d{4}\b/.exec(said)?.[0] ?? '';
  const day = /\b\d{1,2}\b/.exec(said)?.[0] ?? '1';
  const month = MONTHS.indexOf((/[a-z]{3}/i.exec(said)?.[0] ?? '').toLowerCase()) + 1;
  return `${year}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}`;
};

/** Bodies between states have a code of their own in the file; here all of them are IGO. */
const BETWEEN_STATES = new Set(['EUR', 'UNO', 'IGO']);

const fold = (country: string): string => (BETWEEN_STATES.has(country) ? 'IGO' : country);

/** The file names generic people UNK and what is nobody JNK; here they have no sector. */
const NO_SECTOR = new Set(['UNK', 'JNK']);

const foldSector = (sector: string): string => (NO_SECTOR.has(sector) ? '' : sector);

/** What an answer says under the file's name of a field; undefined where it is not asked of Readout. */
const answer = (code: ActorCode | null, field: string): string | undefined => {
  if (field === "code['country']" || field === 'cc') return code?.country ?? '';
  if (field === "code['code_1']") return (code?.sector ?? '').split(' ')[0] ?? '';
  return undefined;
};

const expected = (field: string, value: string): string =>
  field === "code['code_1']" ? foldSector(value) : fold(value);

/** The checks of an expectation that can be put to an answer, each with whether it holds. */
export const checksOf = ({ expect }: Expectation, code: ActorCode | null): readonly boolean[] => {
  const said = (field: string): string | undefined => answer(code, field);
  const isNone = code === null;
  const pairs = <T>(part: Readonly<Record<string, T>> | undefined): (readonly [string, T])[] =>
    Object.entries(part ?? {});
  return [
    ...pairs(expect.Eq).flatMap(([field, value]) => {
      if (field === 'code' && value === null) return [isNone];
      const got = said(field);
      return got === undefined || value === null || value === '????' ? [] : [fold(got) === expected(field, value)];
    }),
    ...pairs(expect.NotEq).flatMap(([field, value]) => {
      const got = said(field);
      return got === undefined ? [] : [got !== value];
    }),
    ...pairs(expect.In).flatMap(([field, values]) => {
      const got = said(field);
      return got === undefined ? [] : [values.includes(got)];
    }),
    ...(expect.Is === undefined && expect.expr === undefined ? [] : [isNone]),
  ];
};

/** Calls that ask for a code or a country; the others ask for the title of an encyclopedia's article. */
const ASKED = new Set(['agent_to_code', 'short_text_to_agent', 'trf_agent_match', 'search_nat']);

interface Scored {
  readonly call: string;
  readonly right: boolean;
  readonly line: string;
}

const score = (expectation: Expectation, { codebook }: Engine): Scored[] => {
  const { test, call, args, kwargs } = expectation;
  if (!ASKED.has(call)) return [];
  const [words = '', context = '', date] = args;
  const code = codeOf(codebook, words, context, toDay(kwargs.query_date ?? date));
  const checks = checksOf(expectation, code);
  if (checks.length === 0) return [];
  const wanted = JSON.stringify(expectation.expect);
  const when = kwargs.query_date ?? date ?? '';
  const got = `${formatCode(code) ?? 'none'} by ${code?.rule ?? 'nothing'}`;
  return [
    {
      call,
      right: checks.every((each) => each),
      line: `${test} "${words}" (${context}) ${when}: ${wanted} got ${got}`,
    },
  ];
};

const figuresOf = (scored: readonly Scored[]): Figure[] => {
  const share = (id: string, label: string, among: readonly Scored[]): Figure =>
    shareFigure(`codes/${id}`, label, among.filter(({ right }) => right).length, among.length);
  const calls = [...new Set(scored.map(({ call }) => call))];
  return [
    share('right', 'country and sector right', scored),
    ...calls.map((call) =>
      share(
        call,
        `  ${call}`,
        scored.filter((each) => each.call === call),
      ),
    ),
  ];
};

/** Codes of actors from a few words, with what else is said of them and the day. */
export const scoreCodes = async ({ gold, split, errors }: EvalContext, engine: Engine): Promise<Table[]> => {
  const path = join(gold, 'events', `actor-codes-${split}.jsonl`);
  if (!existsSync(path)) return [];
  const lines = readFileSync(path, 'utf8').split('\n');
  const all = lines.filter((line) => line !== '').map((line) => JSON.parse(line) as Expectation);
  const scored = all.flatMap((each) => score(each, engine));
  const title = `actor codes: ${scored.length} of ${all.length} expectations ask for a code`;
  const wrong = scored.filter(({ right }) => !right).map(({ line }) => line);
  return [{ task: 'codes', title, figures: figuresOf(scored), errors: errors ? wrong : [] }];
};
