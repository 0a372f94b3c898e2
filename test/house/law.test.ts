import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cruise, type ICruiseResult, type IForbiddenRuleType, type IOptions } from 'dependency-cruiser';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

interface Law {
  readonly forbidden: (IForbiddenRuleType & { readonly name: string })[];
  readonly options: IOptions;
}

const law = createRequire(import.meta.url)('../../.dependency-cruiser.cjs') as Law;
const root = fileURLToPath(new URL('../../', import.meta.url));
const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

const treeOf = (files: Readonly<Record<string, string>>): string => {
  const folder = mkdtempSync(join(tmpdir(), 'readout-law-'));
  folders.push(folder);
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  symlinkSync(join(root, 'package.json'), join(folder, 'package.json'));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(folder, dirname(path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
};

const shortName = (path: string): string => path.replace(/.*node_modules\/((?:@[^/]+\/)?[^/]+).*/, '$1');

/** The broken rules of a tree of files, as "rule: from → to". */
const broken = async (files: Readonly<Record<string, string>>): Promise<string[]> => {
  const tops = ['src', 'test', 'eval', 'web'].filter((top) => Object.keys(files).some((path) => path.startsWith(top)));
  const result = await cruise(tops, {
    ...law.options,
    baseDir: treeOf(files),
    ruleSet: { forbidden: law.forbidden },
    validate: true,
  });
  const { summary } = result.output as ICruiseResult;
  return summary.violations.map(({ rule, from, to }) =>
    from === to ? `${rule.name}: ${from}` : `${rule.name}: ${from} → ${shortName(to)}`,
  );
};

const use = (path: string): string => `export { thing } from '${path}';\n`;
const thing = 'export const thing = 1;\n';

describe('what breaks the law', () => {
  const cases: readonly (readonly [string, string, Readonly<Record<string, string>>])[] = [
    [
      'a room that uses one not in its row',
      'text-uses: src/text/index.ts → src/reading/index.ts',
      { 'src/text/index.ts': use('../reading/index.ts'), 'src/reading/index.ts': thing },
    ],
    [
      'a type from a room not in its row',
      'intake-uses: src/intake/index.ts → src/codebook/index.ts',
      {
        'src/intake/index.ts': `import type { Thing } from '../codebook/index.ts';\nexport const thing: Thing = 1;\n`,
        'src/codebook/index.ts': 'export type Thing = number;\n',
      },
    ],
    [
      'an inner file reached past the door',
      'through-the-door: src/reading/index.ts → src/text/token.ts',
      { 'src/reading/index.ts': use('../text/token.ts'), 'src/text/token.ts': thing },
    ],
    [
      'a scorer that reaches past the door',
      'outside-through-the-door: eval/index.ts → src/text/token.ts',
      {
        'eval/index.ts': use('../src/text/token.ts'),
        'src/text/token.ts': thing,
        'src/text/index.ts': use('./token.ts'),
      },
    ],
    [
      'a file without a room',
      'every-file-has-a-room: src/helpers/index.ts → src/text/index.ts',
      { 'src/helpers/index.ts': use('../text/index.ts'), 'src/text/index.ts': thing },
    ],
    [
      'a file that lies beside the rooms',
      'no-use-of-the-roomless: src/text/index.ts → src/stray.ts',
      { 'src/text/index.ts': use('../stray.ts'), 'src/stray.ts': thing },
    ],
    [
      'a pure room that imports Node',
      'extraction-is-pure: src/extraction/index.ts → fs',
      { 'src/extraction/index.ts': `import { readFileSync } from 'node:fs';\nexport const thing = readFileSync;\n` },
    ],
    [
      'a pure room that imports a package not on its list',
      'extraction-packages: src/extraction/index.ts → yaml',
      { 'src/extraction/index.ts': `import { parse } from 'yaml';\nexport const thing = parse;\n` },
    ],
    [
      'a package used outside its room',
      'only-intake: src/cli/index.ts → linkedom',
      { 'src/cli/index.ts': `import { parseHTML } from 'linkedom';\nexport const thing = parseHTML;\n` },
    ],
    [
      'a cycle',
      'no-cycles: src/text/index.ts → src/text/token.ts',
      { 'src/text/index.ts': use('./token.ts'), 'src/text/token.ts': `import './index.ts';\n${thing}` },
    ],
    [
      'an orphan',
      'no-orphans: src/text/token.ts',
      { 'src/text/token.ts': thing, 'src/text/index.ts': use('./span.ts'), 'src/text/span.ts': thing },
    ],
    [
      'a file that only tests use',
      'reached-by-the-command: src/text/token.ts',
      {
        'src/text/index.ts': thing,
        'src/text/token.ts': thing,
        'eval/index.ts': use('../src/text/index.ts'),
        'test/text/token.test.ts': use('../../src/text/token.ts'),
      },
    ],
    [
      'folders within folders',
      'not-deeper-than-two: src/cli/index.ts → src/cli/page/rows/row.ts',
      { 'src/cli/index.ts': use('./page/rows/row.ts'), 'src/cli/page/rows/row.ts': thing },
    ],
    [
      'a use of a test file',
      'nothing-uses-tests: src/cli/index.ts → test/support/thing.ts',
      { 'src/cli/index.ts': use('../../test/support/thing.ts'), 'test/support/thing.ts': thing },
    ],
    [
      'an import that leads nowhere',
      'no-unresolved: src/cli/index.ts → ./gone.ts',
      { 'src/cli/index.ts': use('./gone.ts') },
    ],
    [
      'a development package in the product',
      'no-dev-packages: src/cli/index.ts → fast-check',
      { 'src/cli/index.ts': `import { assert } from 'fast-check';\nexport const thing = assert;\n` },
    ],
    [
      'a page of the browser app that uses another page',
      'app-any-other-page-uses: web/src/agenda/agenda-page.tsx → web/src/actors/actor.tsx',
      { 'web/src/agenda/agenda-page.tsx': use('../actors/actor.tsx'), 'web/src/actors/actor.tsx': thing },
    ],
    [
      'a page that uses the frame around it',
      'app-any-other-page-uses: web/src/agenda/agenda-page.tsx → web/src/app/shell.tsx',
      { 'web/src/agenda/agenda-page.tsx': use('../app/shell.tsx'), 'web/src/app/shell.tsx': thing },
    ],
    [
      'what pages share using a page',
      'app-ui-uses: web/src/ui/list.tsx → web/src/actors/actor.tsx',
      { 'web/src/ui/list.tsx': use('../actors/actor.tsx'), 'web/src/actors/actor.tsx': thing },
    ],
    [
      'the browser app using the sources',
      'app-asks-the-api: web/src/ui/list.tsx → src/text/index.ts',
      { 'web/src/ui/list.tsx': use('../../../src/text/index.ts'), 'src/text/index.ts': thing },
    ],
    [
      'the product using the browser app',
      'app-stands-alone: src/api/index.ts → web/src/ui/list.tsx',
      { 'src/api/index.ts': use('../../web/src/ui/list.tsx'), 'web/src/ui/list.tsx': thing },
    ],
    [
      'a cycle in the browser app',
      'no-cycles: web/src/ui/a.tsx → web/src/ui/b.tsx',
      { 'web/src/ui/a.tsx': use('./b.tsx'), 'web/src/ui/b.tsx': `import './a.tsx';\n${thing}` },
    ],
    [
      'a file of the browser app that nothing uses',
      'app-reached-from-main: web/src/ui/b.tsx',
      { 'web/src/main.tsx': use('./ui/a.tsx'), 'web/src/ui/a.tsx': thing, 'web/src/ui/b.tsx': thing },
    ],
  ];

  test.each(cases)('%s', async (_what, expected, files) => {
    expect(await broken(files)).toContain(expected);
  });
});

test('what keeps the law is let through', async () => {
  const files = {
    'src/text/index.ts': use('./token.ts'),
    'src/text/token.ts': `import { sha256 } from '@noble/hashes/sha2.js';\nexport const thing = sha256;\n`,
    'src/reading/index.ts': use('../text/index.ts'),
    'src/extraction/index.ts': `${use('../reading/index.ts')}export type { Thing } from '../codebook/index.ts';\n`,
    'src/codebook/index.ts': `import { z } from 'zod';\nexport type Thing = z.ZodType;\n`,
    'src/cli/index.ts': `import { readFileSync } from 'node:fs';\n${use('./page/row.ts')}export const read = readFileSync;\n`,
    'src/cli/page/row.ts': thing,
    'eval/index.ts': ['extraction', 'cli'].map((room) => use(`../src/${room}/index.ts`)).join(''),
    'test/text/token.test.ts': use('../../src/text/token.ts'),
    'web/src/main.tsx': use('./app/router.tsx'),
    'web/src/app/router.tsx': `${use('../agenda/agenda-page.tsx')}export { thing as other } from '../situation/situation-page.tsx';\n`,
    'web/src/app/use-search.ts': thing,
    'web/src/agenda/agenda-page.tsx': `import '../app/use-search.ts';\n${use('./list.tsx')}`,
    'web/src/agenda/list.tsx': use('../ui/shown.tsx'),
    'web/src/situation/situation-page.tsx': use('../agenda/list.tsx'),
    'web/src/ui/shown.tsx': use('../api/client.ts'),
    'web/src/api/client.ts': thing,
  };
  expect(await broken(files)).toEqual([]);
});

describe('the tables', () => {
  let rooms: string[];
  beforeAll(() => {
    rooms = law.forbidden.flatMap(({ name }) => (/^(?!app-).*-uses$/.test(name) ? [name.slice(0, -5)] : []));
  });

  test('every room of the design has its row', () => {
    expect(rooms).toEqual([
      'text',
      'codebook',
      'intake',
      'reading',
      'extraction',
      'readout',
      'ledger',
      'store',
      'service',
      'calendar',
      'api',
      'cli',
    ]);
  });
});
