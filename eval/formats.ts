import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ReadoutError, type ReportItem, readFeed, readReports } from '../src/intake/index.ts';
import type { Document } from '../src/text/index.ts';
import { checkFeed } from './feed-gold.ts';
import { type EvalContext, shareFigure, type Table } from './report.ts';
import { checkWarc } from './warc-gold.ts';
import { checkNewsItem, checkNinjs, type WireCheck } from './wire-gold.ts';

/** One file as it was read: null where it was refused with a reason; what was wrong with it. */
interface ReadSample {
  readonly name: string;
  readonly refusal: string | null;
  readonly checks: number;
  readonly wrong: readonly string[];
}

const filesIn = (folder: string, ending: RegExp): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => ending.test(name))
    .sort();

/** Reads a sample; that it is refused with a reason is an answer, that anything else is thrown is a fault. */
const sampleOf = (name: string, read: () => Omit<ReadSample, 'name' | 'refusal'>): ReadSample => {
  try {
    return { name, refusal: null, ...read() };
  } catch (error) {
    if (error instanceof ReadoutError) return { name, refusal: error.message, checks: 0, wrong: [] };
    return { name, refusal: null, checks: 1, wrong: [`crashed: ${String(error)}`] };
  }
};

/** Feedparser's tests ran against a server at this address, which some of them name as the base. */
const SERVER = 'http://127.0.0.1:8097/';

const addressOf = (name: string, source: string): string => {
  const stated = /^Header:\s*Content-Location:\s*(\S+)/m.exec(source)?.[1] ?? name;
  const address = URL.parse(stated, SERVER);
  return address?.protocol === 'http:' ? address.href : SERVER;
};

const feedSample = (folder: string, name: string): ReadSample =>
  sampleOf(name, () => {
    const bytes = readFileSync(join(folder, name));
    const source = new TextDecoder().decode(bytes);
    const checks = checkFeed(readFeed(bytes, name, { address: addressOf(name, source) }), source);
    const wrong = checks.filter(({ isRight }) => !isRight);
    return {
      checks: checks.length,
      wrong: wrong.map(({ path, own, wanted }) => `${path} ${JSON.stringify(own)}, gold ${JSON.stringify(wanted)}`),
    };
  });

/** What a wire's file holds: its news items, each to be compared with the report of the same place. */
const itemsIn = (name: string, source: string): readonly ((document: Document) => readonly WireCheck[])[] => {
  if (name.endsWith('.xml')) {
    const items = [...source.matchAll(/<newsItem\b[\s\S]*?<\/newsItem>/g)].map(([item]) => item);
    return items.map((item) => (document) => checkNewsItem(item, document));
  }
  const value: unknown = JSON.parse(source);
  return (Array.isArray(value) ? value : [value]).map((item) => (document: Document) => checkNinjs(item, document));
};

/** Whether a file has running text or captions, so that refusing it would be a fault. */
const hasText = (source: string): boolean =>
  /<p>\s*[^<\s]|role="drol:caption"/.test(source) ||
  /"(?:body|description)_\w+"\s*:\s*"[\s.]*[^"\s.]/.test(source) ||
  /"(?:bodies|descriptions)"\s*:\s*\[\s*\{[^}]*"value"\s*:\s*"[\s.]*[^"\s.]/.test(source);

const readAll = async (name: string, bytes: Uint8Array): Promise<readonly ReportItem[]> => {
  const found: ReportItem[] = [];
  for await (const item of readReports({ name, bytes })) found.push(item);
  return found;
};

const wrongIn = (checks: readonly WireCheck[]): readonly string[] =>
  checks
    .filter(({ isRight }) => !isRight)
    .map(({ field, own, wanted }) => `${field} ${JSON.stringify(own)}, the file says ${JSON.stringify(wanted)}`);

const wireSample = async (folder: string, name: string): Promise<ReadSample> => {
  const bytes = readFileSync(join(folder, name));
  const source = new TextDecoder().decode(bytes);
  const found = await readAll(name, bytes);
  const failure = found.find((item) => item.kind === 'failure');
  if (failure !== undefined) {
    const isRight = failure.error.code !== 'internal-error' && (!hasText(source) || !/<newsItem|"uri"/.test(source));
    return isRight
      ? { name, refusal: failure.error.message, checks: 0, wrong: [] }
      : { name, refusal: null, checks: 1, wrong: [`failed: ${failure.error.message}`] };
  }
  const reports = found.filter((item) => item.kind !== 'skipped' || !/package|concept/.test(item.what));
  const items = itemsIn(name, source);
  const checks = reports.flatMap((item, index) =>
    item.kind === 'report' ? (items[index]?.(item.document) ?? []) : [],
  );
  return { name, refusal: null, checks: checks.length, wrong: wrongIn(checks) };
};

/** An archive is refused as a whole where it holds nothing to read, which is right only if the walk finds no page in it either. */
const warcSample = async (folder: string, name: string): Promise<ReadSample> => {
  const bytes = readFileSync(join(folder, name));
  const found = await readAll(name, bytes);
  const checks = checkWarc(found, bytes);
  const wrong = checks.filter(({ isRight }) => !isRight);
  const refusal = found.find((item) => item.kind === 'failure' && item.error.code !== 'internal-error');
  return {
    name,
    refusal: wrong.length === 0 && refusal?.kind === 'failure' ? refusal.error.message : null,
    checks: checks.length,
    wrong: wrong.map(
      ({ what, own, wanted }) => `${what} ${JSON.stringify(own)}, the walk finds ${JSON.stringify(wanted)}`,
    ),
  };
};

const scoreSet = (set: string, title: string, samples: readonly ReadSample[], errors: boolean): Table => {
  const read = samples.filter(({ refusal }) => refusal === null);
  const right = read.filter(({ wrong }) => wrong.length === 0);
  const values = read.reduce((sum, { checks }) => sum + checks, 0);
  const faults = read.reduce((sum, { wrong }) => sum + wrong.length, 0);
  const refused = samples.length - read.length;
  return {
    task: 'formats',
    title: `${title}: ${samples.length} files, ${refused} refused with a reason`,
    figures: [
      shareFigure(
        `formats/${set}/files`,
        'read right or refused with a reason',
        right.length + refused,
        samples.length,
      ),
      shareFigure(`formats/${set}/values`, 'values right', values - faults, values),
    ],
    errors: errors
      ? samples.flatMap(({ name, refusal, wrong }) =>
          refusal === null ? wrong.map((each) => `${name}: ${each}`) : [`refused: ${refusal}`],
        )
      : [],
  };
};

/** A generator of numbers below `limit` that gives the same ones every time. */
const numbers = (seed: number): ((limit: number) => number) => {
  let state = seed;
  return (limit) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state % Math.max(1, limit);
  };
};

/** A file cut short twice, and twice with bytes changed. */
const damaged = (bytes: Uint8Array, seed: number): readonly Uint8Array[] => {
  const next = numbers(seed);
  const cuts = [0, 1].map(() => bytes.subarray(0, next(bytes.length)));
  const changed = [0, 1].map(() => {
    const copy = Uint8Array.from(bytes);
    for (let at = 0; at < 10; at += 1) copy[next(copy.length)] = next(256);
    return copy;
  });
  return [...cuts, ...changed];
};

/** In milliseconds: a reader that takes longer for a damaged file hangs. */
const SLOW = 2000;

const damageIn = async (folder: string, name: string, seed: number): Promise<readonly string[]> => {
  const faults: string[] = [];
  for (const bytes of damaged(readFileSync(join(folder, name)), seed)) {
    // Of the processor, for another program may have held it up.
    const started = process.cpuUsage();
    const found = await readAll(name, bytes);
    const crash = found.find((item) => item.kind === 'failure' && item.error.code === 'internal-error');
    if (crash !== undefined)
      faults.push(`${name}: crashed on a damaged copy: ${crash.kind === 'failure' ? crash.error.message : ''}`);
    else if (process.cpuUsage(started).user > SLOW * 1000) faults.push(`${name}: hung on a damaged copy`);
    else faults.push('');
  }
  return faults;
};

type Read = (folder: string, name: string) => Promise<ReadSample> | ReadSample;

const SETS: readonly (readonly [set: string, title: string, read: Read])[] = [
  ['feeds', 'feeds', feedSample],
  ['newsml-g2', 'NewsML-G2, with NITF and XHTML', wireSample],
  ['ninjs', 'ninjs', wireSample],
  ['warc', 'web archives (WARC, ARC)', warcSample],
];

const sampleNames = /\.(?:xml|json|w?arc(?:\.gz)?(?:\.bad)?)$/;

const damageFigure = async (
  folder: string,
  set: string,
  names: readonly string[],
): Promise<Pick<Table, 'figures' | 'errors'>> => {
  const all: string[] = [];
  for (const [seed, name] of names.entries()) all.push(...(await damageIn(folder, name, seed + 1)));
  const faults = all.filter((fault) => fault !== '');
  return {
    figures: [
      shareFigure(
        `formats/${set}/damaged`,
        'damaged copies read or refused in time',
        all.length - faults.length,
        all.length,
      ),
    ],
    errors: faults,
  };
};

/** Feeds, wires and web archives: whether what is read out of each sample is what the sample says of itself. */
export const scoreFormats = async ({ gold, split, errors }: EvalContext): Promise<Table[]> => {
  const home = join(gold, split === 'test' ? 'formats-test' : 'formats');
  const tables: Table[] = [];
  for (const [set, title, read] of SETS.filter(([name]) => existsSync(join(home, name)))) {
    const folder = join(home, set);
    const names = filesIn(folder, sampleNames);
    const samples: ReadSample[] = [];
    for (const name of names) samples.push(await read(folder, name));
    const table = scoreSet(set, title, samples, errors);
    const damage = await damageFigure(folder, set, names);
    tables.push({
      ...table,
      figures: [...table.figures, ...damage.figures],
      errors: errors ? [...table.errors, ...damage.errors] : [],
    });
  }
  return tables;
};
