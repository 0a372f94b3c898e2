import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { listInputs, readFile } from '../../src/intake/index.ts';

const report = 'Port stays open\n\nThe harbour master said that the port would stay open for a month.\n';
let folder = '';
const at = (...names: readonly string[]): string => join(folder, ...names);

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'readout-intake-'));
  mkdirSync(at('reports', 'old'), { recursive: true });
  writeFileSync(at('reports', 'b.md'), `# ${report}`);
  writeFileSync(at('reports', 'a.txt'), report);
  writeFileSync(at('reports', 'old', 'c.html'), `<h1>Port stays open</h1><p>${report.repeat(3)}</p>`);
  writeFileSync(at('reports', 'notes.pdf'), '%PDF-1.4');
  writeFileSync(at('reports', '.hidden.txt'), report);
  writeFileSync(at('[odd] name.txt'), report);
  symlinkSync(at('reports'), at('reports', 'old', 'round'));
  symlinkSync(at('x'), at('y'));
  symlinkSync(at('y'), at('x'));
  symlinkSync(at('gone'), at('reports', 'dangling.txt'));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('listing inputs', () => {
  test('a folder gives its reports in order, once each, to any depth; links in a circle end', async () => {
    const { paths, problems } = await listInputs([at('reports')]);
    expect(paths).toEqual([
      at('reports', 'a.txt'),
      at('reports', 'b.md'),
      at('reports', 'notes.pdf'),
      at('reports', 'old', 'c.html'),
    ]);
    expect(problems.map((problem) => problem.code)).toEqual(['missing-input']);
    expect(problems[0]?.message).toContain('dangling.txt');
  });

  test('files, globs and "-" keep their order, without doubles; a file named by itself may have any ending', async () => {
    const { paths } = await listInputs([
      '-',
      at('reports', 'notes.pdf'),
      at('reports', '*.{txt,md}'),
      at('reports', 'a.txt'),
    ]);
    expect(paths.slice(0, 4)).toEqual(['-', at('reports', 'notes.pdf'), at('reports', 'a.txt'), at('reports', 'b.md')]);
  });

  test('a name with brackets that exists is no glob', async () => {
    expect((await listInputs([at('[odd] name.txt')])).paths).toEqual([at('[odd] name.txt')]);
  });

  test('what is missing is reported beside what is not', async () => {
    const { paths, problems } = await listInputs([at('nothing.txt'), at('reports', 'a.txt'), at('none*.txt'), at('x')]);
    expect(paths).toEqual([at('reports', 'a.txt')]);
    expect(problems.map(({ code, message }) => [code, message.split(': ')[1] ?? message])).toEqual([
      ['missing-input', 'there is no such file; check the path.'],
      ['missing-input', expect.stringContaining('matches no file')],
      ['unreadable-input', 'its symbolic links lead in a circle; name the file itself.'],
    ]);
  });
});

describe('reading files', () => {
  test('a file', async () => {
    expect((await readFile(at('reports', 'a.txt'))).title).toBe('Port stays open');
  });

  test('stdin', async () => {
    expect(
      (await readFile('-', {}, Readable.from([Buffer.from(report.slice(0, 20)), Buffer.from(report.slice(20))]))).title,
    ).toBe('Port stays open');
  });

  test.each([
    ['nothing.txt', 'missing-input', 'there is no such file'],
    ['reports', 'unreadable-input', 'is a folder'],
    ['x', 'unreadable-input', 'lead in a circle'],
    ['reports/a.txt/b', 'unreadable-input', 'is a file and no folder'],
    ['reports/notes.pdf', 'binary-input', 'is a PDF'],
  ])('%s is refused by name', async (name, code, words) => {
    await expect(readFile(at(name))).rejects.toMatchObject({
      name: 'ReadoutError',
      code,
      message: expect.stringContaining(words),
    });
    await expect(readFile(at(name))).rejects.toThrow(name);
  });

  test('size is checked before and while reading', async () => {
    await expect(readFile(at('reports', 'a.txt'), { limit: 10 })).rejects.toMatchObject({ code: 'input-too-large' });
    const endless = Readable.from(
      (function* () {
        for (;;) yield Buffer.from(report.repeat(100));
      })(),
    );
    await expect(readFile('-', { limit: 100_000 }, endless)).rejects.toThrow('stdin goes on past the limit of 0.1 MB');
  });

  test('bytes that are no text stop the reading early', async () => {
    const zeros = Readable.from(
      (function* () {
        for (;;) yield Buffer.alloc(70_000);
      })(),
    );
    await expect(readFile('-', {}, zeros)).rejects.toMatchObject({ code: 'binary-input' });
  });
});
