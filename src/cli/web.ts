import { isAbsolute, join } from 'node:path';
import { type FetchedReport, type Fetcher, openFetcher } from '../intake/index.ts';
import { type Call, type Option, type Terminal, UsageError } from './command.ts';
import { version } from './version.ts';

/** Options of commands that fetch. */
export const webOptions: readonly Option[] = [
  {
    name: 'allow-host',
    value: 'NAME,...',
    description: 'Fetch from these hosts although they are inside your own network or machine.',
  },
  {
    name: 'ignore-robots',
    description: 'Fetch what robots.txt asks programs to leave alone; only with leave of the site.',
  },
  { name: 'pause', value: 'SECONDS', fallback: '1', description: 'Wait so long between two pages of one host.' },
  { name: 'no-cache', description: 'Keep no pages, and use none that are kept.' },
];

/** Fetches for one call of a command; the connection is made when it is first needed. */
export interface Web {
  readonly fetchReport: (url: string) => Promise<FetchedReport>;
  readonly close: () => Promise<void>;
}

type Env = Terminal['env'];

/** Where pages are kept (XDG Base Directory Specification); null where there is no such place. */
const cacheFolder = (env: Env): string | null => {
  const [cache = '', home = ''] = [env.XDG_CACHE_HOME, env.HOME ?? env.USERPROFILE];
  if (isAbsolute(cache)) return join(cache, 'readout', 'pages');
  return isAbsolute(home) ? join(home, '.cache', 'readout', 'pages') : null;
};

const proxyNames = ['https_proxy', 'HTTPS_PROXY', 'http_proxy', 'HTTP_PROXY', 'all_proxy', 'ALL_PROXY'];

const notesOf = (call: Call, env: Env): readonly string[] => {
  const proxy = proxyNames.find((name) => (env[name] ?? '') !== '');
  return [
    ...(proxy === undefined
      ? []
      : [`${proxy} is set and not used: behind a proxy Readout could not see which addresses it reaches.`]),
    ...(call.has('ignore-robots')
      ? ['robots.txt is not asked, as you told (--ignore-robots): see that you have leave of the sites.']
      : []),
  ];
};

/** The longest pause that an option may ask for, in seconds. */
const LONGEST_PAUSE = 3600;

const pauseOf = (call: Call): number => {
  const word = call.value('pause') ?? '1';
  const seconds = /^\d+(?:\.\d+)?$/.test(word) ? Number(word) : Number.NaN;
  if (seconds <= LONGEST_PAUSE) return seconds * 1000;
  throw new UsageError(`--pause needs seconds from 0 to ${LONGEST_PAUSE}, not "${word}".`);
};

/** The host that a word names, as an address would have it ("Münster.example" → xn--mnster-3ya.example). */
const hostIn = (word: string): string => {
  const text = `http://${word.includes(':') && !word.startsWith('[') ? `[${word}]` : word}/`;
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url !== null && url.pathname === '/' && url.port === '' && url.username === '') return url.hostname;
  throw new UsageError(
    `--allow-host needs names of hosts (paper.example, 10.0.0.7), no addresses of pages: "${word}".`,
  );
};

/** What fetches for a call, as its options say. */
export const webOf = (call: Call, { err, env }: Terminal): Web => {
  let opened: Promise<Fetcher> | null = null;
  const pause = pauseOf(call);
  const words = (call.value('allow-host') ?? '').split(',').map((word) => word.trim());
  const allowHosts = words.filter((word) => word !== '').map(hostIn);
  const open = async (): Promise<Fetcher> => {
    for (const note of notesOf(call, env)) await err.write(`readout: ${note}\n`);
    return openFetcher({
      version: version(),
      allowHosts,
      ignoreRobots: call.has('ignore-robots'),
      cache: call.has('no-cache') ? null : cacheFolder(env),
      pause,
      warn: (message) => void err.write(`readout: ${message}\n`),
    });
  };
  return {
    fetchReport: async (url) => {
      opened ??= open();
      return (await opened).fetchReport(url);
    },
    close: async () => {
      await (await opened)?.close();
    },
  };
};
