import {
  type FetchedLink,
  type FoundLink,
  fetchLinks,
  findLinks,
  goneStatus,
  isWebAddress,
  type Listing,
  PageFolder,
  readBytes,
  readFetched,
} from '../intake/index.ts';
import { type Call, type Command, type Terminal, UsageError } from './command.ts';
import { checkedDate } from './dates.ts';
import { messageOf } from './failure.ts';
import type { Found, Inputs } from './inputs.ts';
import { count, oneLine } from './page/words.ts';
import { type Progress, progressOn } from './progress.ts';
import { formatOption, printRows, rowOptions } from './rows.ts';
import { type Web, webOf, webOptions } from './web.ts';

/** Where pages are saved unless a call says otherwise. */
const FOLDER = 'reports';
/** No list that a person keeps is longer than this, in bytes. */
const LONGEST_LIST = 60_000_000;

/** What happened on the way, for the line at the end. */
class Tally {
  fetched = 0;
  known = 0;
  failed = 0;
  lists = 0;
  isCut = false;

  /** Nothing had to be fetched, and nothing went wrong. */
  get isUpToDate(): boolean {
    return this.fetched === 0 && this.failed === 0 && this.lists > 0;
  }

  line(folder: string | null): string {
    const parts = [
      `${count(this.fetched, 'report')} ${folder === null ? 'fetched' : `saved in ${folder}`}`,
      ...(this.known > 0 ? [`${this.known} known from before`] : []),
      ...(this.failed > 0 ? [`${this.failed} could not be fetched`] : []),
    ];
    const more = this.isCut ? ' There are more: run it again, or raise --limit.' : '';
    return `readout: ${parts.join(', ')}.${more}\n`;
  }
}

const limitOf = (call: Call): number => {
  const word = call.value('limit') ?? '';
  if (/^[1-9]\d{0,8}$/.test(word)) return Number(word);
  throw new UsageError(`--limit needs a number from 1 on, not "${word}".`, 'fetch');
};

/** Opens the lists that a call names, on the net or in files, and counts them. */
export const opening =
  (web: Web, { stdin }: Terminal, tally: { lists: number }) =>
  async (source: string): Promise<Listing> => {
    const { bytes, charset, address } = isWebAddress(source)
      ? await web.fetchReport(source).then((report) => ({ ...report, address: report.finalUrl }))
      : { bytes: await readBytes(source, stdin, LONGEST_LIST), charset: null, address: null };
    tally.lists += 1;
    return { name: source, bytes, charset, address };
  };

/** What a call fetches, and where to. */
interface Fetching {
  readonly call: Call;
  readonly terminal: Terminal;
  readonly web: Web;
  readonly folder: PageFolder | null;
  readonly limit: number;
  readonly since: string | null;
  readonly tally: Tally;
  readonly progress: Progress;
}

/** The links that have not been fetched, as many as the call allows. */
async function* unseen(fetching: Fetching): AsyncGenerator<FoundLink> {
  const { call, terminal, web, folder, limit, since, tally, progress } = fetching;
  let passed = 0;
  for await (const found of findLinks(call.operands, opening(web, terminal, tally), since)) {
    if (found.kind === 'link') {
      const isKnown = folder?.has(found.link) === true && !(call.has('updated') && folder.hasChanged(found.link));
      if (isKnown) tally.known += 1;
      if (isKnown) continue;
      if (passed >= limit) {
        tally.isCut = true;
        return;
      }
      await progress.at(passed, found.link.url, 0);
      passed += 1;
    }
    yield found;
  }
}

/** Fetches what is new, saves it where it is to be saved, and hands it on. */
async function* fetchNew(fetching: Fetching): AsyncGenerator<FetchedLink & { readonly path: string | null }> {
  const { web, folder, tally, progress } = fetching;
  try {
    for await (const one of fetchLinks(web, unseen(fetching))) {
      await progress.clear();
      if (one.kind === 'fetched') {
        tally.fetched += 1;
        yield { ...one, path: (await folder?.save(one.report, one.link)) ?? null };
        continue;
      }
      tally.failed += 1;
      const status = one.link === null ? null : goneStatus(one.error);
      if (one.link !== null && status !== null) await folder?.markGone(one.link, status, new Date().toISOString());
      yield { ...one, path: null };
    }
  } finally {
    await progress.clear();
    await web.close();
  }
}

/** Saves what is new and prints the path of each file. */
const save = async (fetching: Fetching): Promise<number> => {
  const { terminal, tally } = fetching;
  for await (const one of fetchNew(fetching)) {
    if (one.kind === 'failure') {
      const message = messageOf(one.error, terminal.env);
      const where = message.includes(one.name) ? '' : `${oneLine(one.name)}: `;
      await terminal.err.write(`readout: ${where}${message}\n`);
      continue;
    }
    for (const { message } of one.report.warnings) await terminal.err.write(`readout: ${message}\n`);
    if (one.path !== null) await terminal.out.write(`${one.path}\n`);
  }
  return tally.fetched > 0 || tally.isUpToDate ? 0 : 1;
};

/** What is new as inputs of which rows are printed. */
const inputsOf = (fetching: Fetching): Inputs => {
  const { operands } = fetching.call;
  const items = async function* (): AsyncGenerator<Found> {
    for await (const one of fetchNew(fetching)) {
      const list = one.link?.list ?? (one.kind === 'failure' ? one.name : '');
      const index = Math.max(0, operands.indexOf(list));
      if (one.kind === 'failure') yield { index, path: one.name, item: one };
      else for await (const item of readFetched(one.report)) yield { index, path: one.link.url, item };
    }
  };
  return { paths: operands, several: true, failed: 0, items: items() };
};

const run = async (call: Call, terminal: Terminal): Promise<number> => {
  const [limit, since, tally] = [limitOf(call), checkedDate(call, 'since', 'fetch'), new Tally()];
  const isPrinting = call.value('format') !== null;
  const name = call.value('out') ?? (isPrinting ? null : FOLDER);
  const web = webOf(call, terminal);
  const open = async (): Promise<Fetching> => ({
    ...{ call, terminal, web, limit, since, tally },
    folder: name === null ? null : await PageFolder.open(name),
    // The reading of what is printed tells its own progress.
    progress: progressOn(terminal.err, isPrinting ? 1 : Number.POSITIVE_INFINITY, 'fetching'),
  });
  const code = isPrinting
    ? await printRows(call, terminal, 'fetch', async () => inputsOf(await open()))
    : await save(await open());
  await terminal.err.write(tally.line(name));
  return tally.isUpToDate ? 0 : code;
};

/** `readout fetch`: the reports that a feed, a sitemap or a list of feeds names. */
export const fetchCommand: Command = {
  name: 'fetch',
  operands: 'FEED|SITEMAP|OPML...',
  summary:
    'Fetch the reports that feeds, sitemaps or lists of them name, each once, and save them or print their rows.',
  atLeast: 1,
  atMost: Number.POSITIVE_INFINITY,
  options: [
    { name: 'out', value: 'DIR', description: `Save pages here, with an index; "${FOLDER}" unless --format is given.` },
    { ...formatOption, description: 'Print the rows of what is new, as readout read does; saves only with --out.' },
    {
      name: 'limit',
      value: 'N',
      fallback: '100',
      description: 'Fetch so many reports at most, the newest of each list first.',
    },
    { name: 'since', value: 'DATE', description: 'Leave out what its list dates before this day (2026-03-02).' },
    { name: 'updated', description: 'Fetch again what its list says has changed since it was saved.' },
    ...webOptions,
    ...rowOptions,
  ],
  details: [
    'Lists are RSS, Atom, JSON Feed, sitemaps, indexes of sitemaps and OPML, by address or as files; "-" is standard input.',
    'Prints the path of each saved page. A run that is stopped goes on where it was when it is called again.',
    'A page that is gone (404, 410) is noted and not asked for again; any other failure is tried again in the next run.',
    'Exit code: 0 if a report was fetched or none was new, 1 if everything failed, 2 if the command was called wrongly.',
  ],
  run,
};
