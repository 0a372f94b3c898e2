import { setTimeout as pause } from 'node:timers/promises';
import { type FoundLink, fetchLinks, findLinks, isWebAddress, readFetched } from '../../intake/index.ts';
import type { Engine } from '../../readout/index.ts';
import type { Ledger } from '../../service/index.ts';
import { type Call, type Command, type Terminal, UsageError } from '../command.ts';
import { checkedDate } from '../dates.ts';
import { opening } from '../fetch.ts';
import type { Found } from '../inputs.ts';
import { progressOn } from '../progress.ts';
import { type Web, webOf, webOptions } from '../web.ts';
import { engineOf, readingOptions, summaryOf } from './add.ts';
import { addReports, Tally } from './add-reports.ts';
import { numberOf } from './numbers.ts';
import { ledgerOption, placeOf, withLedger } from './open-ledger.ts';

/** The lists of a call, or those that the ledger keeps (`PUT /watches`, the page Add of the browser app), as they are now. */
const listsOf = async (call: Call, ledger: Ledger): Promise<readonly string[]> =>
  call.operands.length > 0
    ? call.operands
    : (await ledger.setting('watch')).map(({ key }) => key).filter((key) => isWebAddress(key));

/** What a watch is about. */
interface Watching {
  readonly call: Call;
  readonly terminal: Terminal;
  readonly ledger: Ledger;
  readonly engine: Engine;
  readonly signal: AbortSignal;
  /** Addresses that were asked for in this run, taken or not. */
  readonly asked: Set<string>;
}

/** Links of the lists that the ledger does not have and that were not tried in this run. */
async function* unseen(
  watching: Watching,
  web: Web,
  lists: { lists: number },
  limit: number,
): AsyncGenerator<FoundLink> {
  const { call, terminal, ledger, signal, asked } = watching;
  let passed = 0;
  for await (const found of findLinks(
    await listsOf(call, ledger),
    opening(web, terminal, lists),
    checkedDate(call, 'since', 'watch'),
  )) {
    if (signal.aborted || passed >= limit) return;
    if (found.kind === 'link') {
      const { url } = found.link;
      if (asked.has(url)) continue;
      const { items } = await ledger.reports({ filter: { url }, limit: 1 });
      asked.add(url);
      if (items.length > 0) continue;
      passed += 1;
    }
    yield found;
  }
}

async function* fetched(watching: Watching, web: Web, lists: { lists: number }, limit: number): AsyncGenerator<Found> {
  for await (const one of fetchLinks(web, unseen(watching, web, lists, limit))) {
    if (one.kind === 'failure') yield { index: 0, path: one.name, item: one };
    else for await (const item of readFetched(one.report)) yield { index: 0, path: one.link.url, item };
    if (watching.signal.aborted) return;
  }
}

/** Goes through the lists once and adds what is new. */
const round = async (watching: Watching, limit: number): Promise<{ readonly tally: Tally; readonly lists: number }> => {
  const { call, terminal, ledger, engine, signal } = watching;
  const web = webOf(call, terminal);
  const lists = { lists: 0 };
  const tally = new Tally();
  try {
    const progress = progressOn(terminal.err, Number.POSITIVE_INFINITY, 'watching');
    await addReports(fetched(watching, web, lists, limit), tally, { ledger, engine, terminal, progress, signal });
  } finally {
    await web.close();
  }
  return { tally, lists: lists.lists };
};

/** A round, and what came of it in a line. Returns the exit code. */
const once = async (watching: Watching, limit: number): Promise<number> => {
  const { call, terminal, ledger } = watching;
  const { tally, lists } = await round(watching, limit);
  await terminal.err.write(await summaryOf(tally, ledger, placeOf(call, terminal)));
  return tally.good > 0 || (lists > 0 && tally.failed === 0) ? 0 : 1;
};

const MINUTE = 60_000;

/** Waits for the next round, or until it is stopped. */
const waitFor = async (minutes: number, signal: AbortSignal): Promise<void> => {
  try {
    await pause(minutes * MINUTE, undefined, { signal });
  } catch (error) {
    if (!signal.aborted) throw error;
  }
};

const intervalOf = (call: Call): number => {
  const word = call.value('interval') ?? '15';
  const minutes = /^\d+(?:\.\d+)?$/.test(word) ? Number(word) : Number.NaN;
  if (minutes >= 1 && minutes <= 10_080) return minutes;
  throw new UsageError(`--interval needs minutes from 1 to 10080 (a week), not "${word}".`, 'watch');
};

const run = (call: Call, terminal: Terminal): Promise<number> => {
  const [interval, limit] = [intervalOf(call), numberOf(call, 'limit', 'watch') ?? 100];
  checkedDate(call, 'since', 'watch');
  const engine = engineOf(call, terminal);
  return withLedger({ call, terminal, command: 'watch', makes: true }, async (ledger, { signal }) => {
    if ((await listsOf(call, ledger)).length === 0)
      throw new UsageError(
        'readout watch needs FEED|SITEMAP|OPML..., since the ledger keeps no list of its own.',
        'watch',
      );
    const watching = { call, terminal, ledger, engine: await engine, signal, asked: new Set<string>() };
    if (call.has('once')) return once(watching, limit);
    while (!signal.aborted) {
      await once(watching, limit);
      await waitFor(interval, signal);
    }
    return 0;
  });
};

/** `readout watch`: feeds into a ledger, on a schedule. */
export const watchCommand: Command = {
  name: 'watch',
  operands: '[FEED|SITEMAP|OPML...]',
  summary: 'Fetch what is new in feeds, sitemaps or lists of them, again and again, and add it to a ledger.',
  atLeast: 0,
  atMost: Number.POSITIVE_INFINITY,
  options: [
    ledgerOption,
    { name: 'interval', value: 'MINUTES', fallback: '15', description: 'Look again after so long.' },
    { name: 'once', description: 'Look once and stop, for a schedule of your own (cron).' },
    {
      name: 'limit',
      value: 'N',
      fallback: '100',
      description: 'Fetch so many reports in one round at most, the newest of each list first.',
    },
    { name: 'since', value: 'DATE', description: 'Leave out what its list dates before this day (2026-03-02).' },
    ...webOptions,
    ...readingOptions,
  ],
  details: [
    'Without names it goes through the lists that the ledger keeps: those which the page Add of the browser app watches.',
    'Fetches with the care of readout fetch: robots.txt, one request at a time to a host, pauses. What the ledger has is not fetched again.',
    'Ctrl-C (or SIGTERM) ends it behind the report that it is at. Failures are kept: readout add --retry tries them again.',
    'Exit code with --once: 0 if anything was added or nothing was new, 1 if everything failed; 130 or 143 if it was stopped.',
  ],
  run,
};
