import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openWebFiles } from '../../src/cli/serving/web-files.ts';
import { serveTestLedger } from '../support/api.ts';

const repository = fileURLToPath(new URL('../../', import.meta.url));
let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'readout-web-files-'));
  symlinkSync(join(repository, 'node_modules'), join(root, 'node_modules'));
  mkdirSync(join(root, 'web', 'src'), { recursive: true });
  writeFileSync(join(root, 'web', 'index.html'), '<!doctype html><script type="module" src="/src/main.ts"></script>');
  writeFileSync(
    join(root, 'web', 'vite.config.ts'),
    'export default { build: { modulePreload: { polyfill: false } } };',
  );
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const opened = async () => {
  const said: string[] = [];
  const files = await openWebFiles(async (message) => void said.push(message), root);
  return { files, said };
};
const writeSource = (text: string): void => writeFileSync(join(root, 'web', 'src', 'main.ts'), text);

test('the app is built once, and again where its sources have changed', async () => {
  writeSource("document.title = 'first';");
  const first = await opened();
  expect(first.said).toEqual([expect.stringContaining('building the browser app')]);
  const script = [...(first.files ?? [])].find(([path]) => path.endsWith('.js'));
  expect(new TextDecoder().decode(script?.[1])).toContain('first');
  const second = await opened();
  expect(second.said).toEqual([]);
  expect([...(second.files?.keys() ?? [])]).toEqual([...(first.files?.keys() ?? [])]);
  writeSource("document.title = 'second';");
  expect((await opened()).said).toEqual([expect.stringContaining('building the browser app')]);
});

test('where the app cannot be built the reason is said, nothing is left behind, and the API is served without it', async () => {
  writeSource('this is no program');
  const { files, said } = await opened();
  expect(files).toBeNull();
  expect(said.at(-1)).toContain('could not be built, so only the API is served');
  expect(said.at(-1)).toContain('main.ts');
  expect(readdirSync(join(root, 'web')).filter((name) => name.startsWith('dist'))).toEqual([]);
  const api = await serveTestLedger({ web: files });
  try {
    expect(await api.json('/api/v1/totals')).toMatchObject({ ok: true });
    const page = await api.ask('/');
    expect(page.status).toBe(200);
    expect(await page.text()).toContain('openapi.json');
    expect((await api.ask('/statements')).status).toBe(404);
  } finally {
    await api.done();
  }
});
