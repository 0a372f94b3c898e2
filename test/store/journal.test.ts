import { randomBytes } from 'node:crypto';
import { appendFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FileJournal } from '../../src/store/embedded/file-journal.ts';
import { fromLine, toLine } from '../../src/store/embedded/journal-line.ts';
import type { Entry } from '../../src/store/journal.ts';

const folder = (): string => mkdtempSync(join(tmpdir(), 'readout-journal-'));
const entry = (seq: number, data: unknown = { n: seq }): Entry => ({
  seq,
  at: '2026-01-01T00:00:00.000Z',
  kind: 'x',
  data,
});
const file = (path: string): string => join(path, '000000000001.log');

const all = async (journal: FileJournal, after = 0): Promise<readonly Entry[]> => {
  const entries: Entry[] = [];
  for await (const one of journal.after(after)) entries.push(one);
  return entries;
};

describe('an entry as a line', () => {
  test('any data comes back, short or packed, with every kind of line end in it', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.string({ unit: 'binary', maxLength: 4000 }), (value, text) => {
        const data = JSON.parse(JSON.stringify([value, text, '\u2028\r\n']));
        const line = toLine(entry(7, data));
        expect(line.indexOf('\n')).toBe(line.length - 1);
        expect(fromLine(line.slice(0, -1))).toEqual(entry(7, data));
      }),
    );
  });

  test('a changed character is noticed wherever it is', () => {
    const line = toLine(entry(1)).slice(0, -1);
    for (let at = 0; at < line.length; at += 1) {
      const other = line[at] === '0' ? '1' : '0';
      const changed = `${line.slice(0, at)}${other}${line.slice(at + 1)}`;
      if (changed.toLowerCase() !== line.toLowerCase()) expect(fromLine(changed)).toBeNull();
    }
  });
});

describe('the journal of a folder', () => {
  test('entries come back in order after it is opened again', async () => {
    const path = folder();
    const journal = await FileJournal.open(path);
    await journal.append([entry(1), entry(2, { words: 'a\u2028b\nc' })]);
    await Promise.all([journal.append([entry(3)]), journal.append([entry(4, { long: 'x'.repeat(9000) })])]);
    await journal.close();
    const again = await FileJournal.open(path);
    expect(again.last()).toBe(4);
    expect((await all(again)).map(({ seq }) => seq)).toEqual([1, 2, 3, 4]);
    expect(await all(again, 3)).toEqual([entry(4, { long: 'x'.repeat(9000) })]);
    expect((await all(again))[1]).toEqual(entry(2, { words: 'a\u2028b\nc' }));
    await again.close();
  });

  test('a gap in the numbers is refused', async () => {
    const journal = await FileJournal.open(folder());
    await expect(journal.append([entry(2)])).rejects.toThrow('does not follow');
    await journal.close();
  });

  test('a torn last line is cut off, and writing goes on behind the last whole one', async () => {
    const path = folder();
    const journal = await FileJournal.open(path);
    await journal.append([entry(1), entry(2)]);
    await journal.close();
    const whole = readFileSync(file(path)).length;
    const torn = toLine(entry(3));
    for (let cut = 1; cut < torn.length; cut += 7) {
      appendFileSync(file(path), torn.slice(0, cut));
      const again = await FileJournal.open(path);
      expect(again.last()).toBe(2);
      await again.close();
      expect(readFileSync(file(path)).length).toBe(whole);
    }
    const again = await FileJournal.open(path);
    await again.append([entry(3)]);
    expect((await all(again)).map(({ seq }) => seq)).toEqual([1, 2, 3]);
    await again.close();
  });

  test('noughts where a line should be, as after a power cut, are cut off', async () => {
    const path = folder();
    const journal = await FileJournal.open(path);
    await journal.append([entry(1)]);
    await journal.close();
    appendFileSync(file(path), Buffer.alloc(5000));
    const again = await FileJournal.open(path);
    expect(again.last()).toBe(1);
    await again.close();
  });

  test('damage ahead of whole lines is told and nothing is thrown away', async () => {
    const path = folder();
    const journal = await FileJournal.open(path);
    await journal.append([entry(1), entry(2), entry(3)]);
    await journal.close();
    const bytes = readFileSync(file(path));
    const at = bytes.indexOf(10) + 20;
    bytes[at] = bytes[at] === 65 ? 66 : 65;
    writeFileSync(file(path), bytes);
    await expect(FileJournal.open(path)).rejects.toMatchObject({ code: 'journal-damaged', data: { after: 1 } });
    expect(readFileSync(file(path))).toEqual(bytes);
  });

  test('damage that comes while it is open is told by whoever reads it, behind what is whole', async () => {
    const path = folder();
    const journal = await FileJournal.open(path);
    await journal.append([entry(1), entry(2), entry(3)]);
    const bytes = readFileSync(file(path));
    const at = bytes.indexOf(10) + 20;
    const readUntil = async () => {
      const seen: number[] = [];
      const error = await (async () => {
        for await (const { seq } of journal.after(0)) seen.push(seq);
      })().catch((thrown: unknown) => thrown);
      return { seen, error };
    };
    const changed = Buffer.from(bytes);
    changed[at] = changed[at] === 65 ? 66 : 65;
    writeFileSync(file(path), changed);
    const told = (message: string) =>
      expect.objectContaining({
        code: 'journal-damaged',
        data: expect.objectContaining({ after: 1 }),
        message: expect.stringContaining(message),
      });
    expect(await readUntil()).toEqual({ seen: [1], error: told('follows entry 1') });
    truncateSync(file(path), bytes.indexOf(10) + 1);
    expect(await readUntil()).toEqual({ seen: [1], error: told('entries 2 to 3') });
    writeFileSync(file(path), bytes);
    expect(await readUntil()).toEqual({ seen: [1, 2, 3], error: undefined });
    await journal.append([entry(4)]);
    expect(await all(journal, 2)).toEqual([entry(3), entry(4)]);
    await journal.close();
  });

  test('one whose file was removed takes in nothing more until it is opened again, and says so', async () => {
    const path = folder();
    const journal = await FileJournal.open(path);
    await journal.append([entry(1)]);
    rmSync(file(path));
    const refused = {
      code: 'journal-unwritable',
      message: expect.stringContaining('until the ledger is opened again'),
    };
    await expect(journal.append([entry(2)])).rejects.toMatchObject(refused);
    await expect(journal.append([entry(3)])).rejects.toMatchObject(refused);
    await expect(all(journal)).rejects.toMatchObject({ code: 'journal-damaged' });
    await journal.close();
  });

  test('of several entries taken in together all are there, or none', async () => {
    const path = folder();
    const journal = await FileJournal.open(path);
    await journal.append([entry(1)]);
    const whole = readFileSync(file(path)).length;
    await journal.append([entry(2), entry(3), entry(4)]);
    await journal.close();
    truncateSync(file(path), readFileSync(file(path)).length - 3);
    const again = await FileJournal.open(path);
    expect(again.last()).toBe(1);
    expect(readFileSync(file(path)).length).toBe(whole);
    await again.append([entry(2)]);
    expect((await all(again)).map(({ seq }) => seq)).toEqual([1, 2]);
    await again.close();
  });

  test('what cannot be written as JSON is refused and takes no number', async () => {
    const journal = await FileJournal.open(folder());
    await expect(journal.append([entry(1), entry(2, { n: 1n })])).rejects.toThrow('BigInt');
    await expect(journal.append([entry(1), entry(3)])).rejects.toThrow('does not follow');
    await journal.append([entry(1)]);
    expect(journal.last()).toBe(1);
    await journal.close();
  });

  test('each file is named after its first entry, whatever waits while it is begun', async () => {
    const path = folder();
    const journal = await FileJournal.open(path, 300);
    await Promise.all(Array.from({ length: 20 }, (_, index) => journal.append([entry(index + 1)])));
    await Promise.all(Array.from({ length: 20 }, (_, index) => journal.append([entry(index + 21)])));
    await journal.append([entry(41, { long: 'x'.repeat(500) })]);
    await journal.close();
    const names = readdirSync(path).sort();
    expect(names.length).toBeGreaterThan(2);
    const firsts = names.map((name) => fromLine(readFileSync(join(path, name), 'utf8').split('\n')[0] ?? '')?.seq);
    expect(firsts.slice(0, -1)).toEqual(names.slice(0, -1).map((name) => Number.parseInt(name, 10)));
    const again = await FileJournal.open(path);
    expect(again.last()).toBe(41);
    expect((await all(again, 20)).map(({ seq }) => seq)).toEqual(Array.from({ length: 21 }, (_, index) => index + 21));
    await again.close();
    rmSync(join(path, names[1] ?? ''));
    const holed = await FileJournal.open(path);
    await expect(all(holed)).rejects.toMatchObject({ code: 'journal-damaged' });
    await holed.close();
  });

  test('whoever reads while it is written gets what is safe', async () => {
    const journal = await FileJournal.open(folder());
    await journal.append([entry(1)]);
    const long = randomBytes(8 << 20).toString('base64');
    let isWritten = false;
    const written = journal.append([entry(2, long)]).then(() => {
      isWritten = true;
    });
    while (!isWritten) {
      const numbers = (await all(journal)).map(({ seq }) => seq);
      expect([[1], [1, 2]]).toContainEqual(numbers);
    }
    await written;
    await journal.close();
  });

  test('an empty file is a journal without entries', async () => {
    const path = folder();
    await (await FileJournal.open(path)).close();
    truncateSync(file(path), 0);
    const journal = await FileJournal.open(path);
    expect(journal.last()).toBe(0);
    await journal.close();
  });
});
