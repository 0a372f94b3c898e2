import { mkdirSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import packed, { inflate, setupLambdaEnvironment } from '@sparticuz/chromium';
import type { Browser } from 'playwright-core';
import { chromium } from 'playwright-core';

/** Runs with the folder of temporary files set to one of this user's own, so that users of one machine do not meet in it. */
const inOwnFolder = async <T>(work: (folder: string) => Promise<T>): Promise<T> => {
  const before = process.env.TMPDIR;
  const folder = join(tmpdir(), `readout-browser-${userInfo().username}`);
  mkdirSync(folder, { recursive: true });
  process.env.TMPDIR = folder;
  try {
    return await work(folder);
  } finally {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
  }
};

/**
 * As the package starts it, but without graphics in three dimensions made by software: no page draws any, and starting them holds up the
 * frames of a page for half a second while its thread is idle.
 */
const args = [
  ...packed.args.filter((arg) => !/^--(?:use-gl|use-angle|enable-unsafe-swiftshader|ignore-gpu-blocklist)/.test(arg)),
  '--disable-gpu',
];

const launch = async (): Promise<Browser> => chromium.launch({ args, executablePath: await packed.executablePath() });

/**
 * Starts Chromium as it comes from its npm package.
 *
 * @returns The browser; the caller closes it. On a machine without the libraries it needs (NSS), those of the package are used.
 */
export const startBrowser = (): Promise<Browser> =>
  inOwnFolder(async (folder) => {
    try {
      return await launch();
    } catch (error) {
      if (!String(error).includes('shared libraries')) throw error;
      await inflate(new URL('../bin/al2023.tar.br', import.meta.resolve('@sparticuz/chromium')).pathname);
      setupLambdaEnvironment(join(folder, 'al2023', 'lib'));
      return launch();
    }
  });
