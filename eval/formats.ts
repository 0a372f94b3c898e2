import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ReadoutError, readFeed } from '../src/intake/index.ts';
import { checkFeed } from './feed-gold.ts';
import { type EvalContext, shareFigure, type Table } from './report.ts';

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

const SETS: readonly (readonly [
  set: string,
  title: string,
  ending: RegExp,
  read: (folder: string, name: string) => ReadSample,
])[] = [['feeds', 'feeds', /\.(?:xml|json)$/, feedSample]];

/** Feeds and wires: whether what is read out of each sample is what the sample says of itself. */
export const scoreFormats = async ({ gold, split, errors }: EvalContext): Promise<Table[]> => {
  const home = join(gold, split === 'test' ? 'formats-test' : 'formats');
  return SETS.filter(([set]) => existsSync(join(home, set))).map(([set, title, ending, read]) => {
    const folder = join(home, set);
    return scoreSet(
      set,
      title,
      filesIn(folder, ending).map((name) => read(folder, name)),
      errors,
    );
  });
};
