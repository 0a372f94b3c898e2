import { execFileSync, spawn } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';

const installed = (): readonly string[] => {
  const root = '/usr/lib/postgresql';
  const versions = existsSync(root) ? readdirSync(root).sort((a, b) => Number(b) - Number(a)) : [];
  const inPath = (process.env.PATH ?? '').split(':');
  return [
    ...versions.map((version) => join(root, version, 'bin')),
    ...inPath,
    '/opt/homebrew/bin',
    '/usr/local/pgsql/bin',
  ];
};

/** The folder of PostgreSQL's programs; null where none is installed. */
const programs = (): string | null => installed().find((folder) => existsSync(join(folder, 'initdb'))) ?? null;

/** Whether tests of a server can run here: one is named by DATABASE_URL, or can be started. */
export const hasServer = (): boolean => (process.env.DATABASE_URL ?? '') !== '' || programs() !== null;

/** What the server is, for people. */
export const serverVersion = (): string => {
  const bin = programs();
  if ((process.env.DATABASE_URL ?? '') !== '' || bin === null) return 'the server of DATABASE_URL';
  return execFileSync(join(bin, 'postgres'), ['--version'], { encoding: 'utf8' }).trim();
};

/** PostgreSQL does not run as root: the numbers of a user who is there for such things. */
const otherUser = (): { uid: number; gid: number } | null => {
  if (process.getuid?.() !== 0) return null;
  const lines = readFileSync('/etc/passwd', 'utf8').split('\n');
  const line = lines.find((one) => one.startsWith('postgres:')) ?? lines.find((one) => one.startsWith('nobody:'));
  const [, , uid = '65534', gid = '65534'] = (line ?? '').split(':');
  return { uid: Number(uid), gid: Number(gid) };
};

/** A server of the tests' own, with an empty database on it. */
export interface TestServer {
  readonly url: string;
  readonly stop: () => Promise<void>;
  /** Ends it as a crash of the machine would, and starts it again; null on a server that is not ours. */
  readonly crash: (() => Promise<void>) | null;
  readonly restart: () => Promise<void>;
}

const canConnect = async (url: string): Promise<boolean> => {
  const client = new pg.Client({ connectionString: url });
  try {
    await client.connect();
    await client.end();
    return true;
  } catch {
    return false;
  }
};

/** An empty database on the server that DATABASE_URL names. */
const onGivenServer = async (given: string): Promise<TestServer> => {
  const name = `readout_test_${process.pid}_${Math.round(performance.now())}`;
  const run = async (statement: string): Promise<void> => {
    const client = new pg.Client({ connectionString: given });
    await client.connect();
    await client.query(statement);
    await client.end();
  };
  await run(`create database ${name}`);
  const url = new URL(given);
  url.pathname = `/${name}`;
  return {
    url: url.href,
    stop: () => run(`drop database ${name} with (force)`),
    crash: null,
    restart: async () => undefined,
  };
};

/** Starts a server that only this machine's files lead to, and waits until it answers. */
export const startServer = async (): Promise<TestServer> => {
  const given = process.env.DATABASE_URL ?? '';
  if (given !== '') return onGivenServer(given);
  const bin = programs();
  if (bin === null) throw new Error('no PostgreSQL is installed here');
  const folder = mkdtempSync(join(tmpdir(), 'readout-pg-'));
  const user = otherUser();
  if (user !== null) chownSync(folder, user.uid, user.gid);
  const as = { ...(user ?? {}), cwd: folder, stdio: 'ignore' as const };
  const data = join(folder, 'data');
  execFileSync(
    join(bin, 'initdb'),
    ['-D', data, '-U', 'readout', '-A', 'trust', '-E', 'UTF8', '--no-sync', '--locale=C'],
    as,
  );
  const url = `postgres://readout@localhost/postgres?host=${encodeURIComponent(folder)}`;
  const start = async () => {
    const options = ['-D', data, '-k', folder, '-c', 'listen_addresses=', '-c', 'fsync=off'];
    const server = spawn(join(bin, 'postgres'), options, as);
    const ended = new Promise<void>((done) => server.once('exit', () => done()));
    for (let tries = 0; !(await canConnect(url)); tries += 1) {
      if (tries > 300 || server.exitCode !== null) throw new Error('the server of the tests did not start');
      await new Promise((later) => setTimeout(later, 100));
    }
    return {
      end: async (signal: NodeJS.Signals): Promise<void> => {
        server.kill(signal);
        await ended;
      },
    };
  };
  let running = await start();
  return {
    url,
    stop: async () => {
      await running.end('SIGINT');
      rmSync(folder, { recursive: true, force: true });
    },
    crash: () => running.end('SIGQUIT'),
    restart: async () => {
      running = await start();
    },
  };
};
