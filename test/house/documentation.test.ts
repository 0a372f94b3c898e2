import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { commands } from '../../src/cli/index.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const read = (path: string): string => readFileSync(join(root, path), 'utf8');

const sectionOf = (text: string, title: string): string =>
  text.split(/^## /m).find((section) => section.startsWith(`${title}\n`)) ?? '';

test.each(commands.map(({ name }) => name))('docs/cli.md documents readout %s with each of its options', (name) => {
  const section = sectionOf(read('docs/cli.md'), `readout ${name}`);
  expect(section).not.toBe('');
  const options = commands.find((command) => command.name === name)?.options ?? [];
  for (const option of options) {
    expect(section).toContain(`--${option.name}`);
    for (const choice of option.choices ?? []) expect(section).toContain(choice);
  }
});

test('what the documentation takes from the code is fresh', () => {
  const run = spawnSync(process.execPath, ['docs/generate.ts', '--check'], { cwd: root, encoding: 'utf8' });
  expect(run.stderr).toBe('');
  expect(run.status).toBe(0);
});

test('every dependency has its reason in docs/dependencies.md, and no reason is left over', () => {
  const { dependencies, devDependencies }: Record<string, Record<string, string>> = JSON.parse(read('package.json'));
  const installed = Object.entries({ ...dependencies, ...devDependencies });
  const rows = read('docs/dependencies.md')
    .split('\n')
    .filter((line) => line.startsWith('| `'));
  const written = rows.map((row) => row.split('|').map((cell) => cell.trim().replaceAll('`', '')));
  expect(written.map(([, name, version]) => `${name} ${version}`).sort()).toEqual(
    installed.map(([name, version]) => `${name} ${version}`).sort(),
  );
  for (const [, , , , licence, reason] of written) {
    expect(licence).not.toBe('');
    expect(reason?.length).toBeGreaterThan(20);
  }
});

test('versions are exact, so that every machine gets the same', () => {
  const { dependencies, devDependencies }: Record<string, Record<string, string>> = JSON.parse(read('package.json'));
  for (const version of Object.values({ ...dependencies, ...devDependencies }))
    expect(version).toMatch(/^\d+\.\d+\.\d+$/);
});

test('every room in ARCHITECTURE.md that is built has a door with a sentence', () => {
  for (const room of readdirSync(join(root, 'src'))) {
    const door = read(`src/${room}/index.ts`);
    expect(door).toMatch(/^\/\*\* The room of [^*]+\. \*\/\n/);
    expect(door).not.toContain('export *');
    expect(read('docs/glossary.md')).toContain(`**${room}**`);
  }
});

test('the README is short', () => {
  expect(read('README.md').split('\n').length).toBeLessThanOrEqual(121);
});

const pages = ['README.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md', 'CHANGELOG.md', 'examples/README.md'].concat(
  readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' }).flatMap((path) =>
    path.endsWith('.md') ? [`docs/${path}`] : [],
  ),
);

test.each(pages)('%s links to files that are there', (page) => {
  const links = [...read(page).matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)(?:#[^)]*)?\)/g)].map(
    ([, path = '']) => path,
  );
  expect(links.filter((path) => !existsSync(join(root, dirname(page), path)))).toEqual([]);
});
