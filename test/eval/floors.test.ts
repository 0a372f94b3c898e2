import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { belowFloor, type Floors, hashGold, raiseFloors } from '../../eval/index.ts';

const floors: Floors = { epsilon: 0.3, gold: 'old', floors: { 'syntax/las': 90, 'ner/all': 80 } };
const figure = (id: string, value: number) => ({ id, label: id, value, detail: '' });

describe('floors', () => {
  const ner = figure('ner/all', 80);

  test('a figure may miss its floor by the epsilon and no more', () => {
    expect(belowFloor([figure('syntax/las', 89.71), ner], floors)).toEqual([]);
    expect(belowFloor([figure('syntax/las', 89.6), ner], floors)).toEqual([
      expect.stringContaining('syntax/las: 89.60 is under its floor of 90.00'),
    ]);
  });

  test('a figure of few cases may miss its floor by one of them', () => {
    const ofForty = (value: number) => [{ ...figure('syntax/las', value), cases: 40 }, ner];
    expect(belowFloor(ofForty(87.5), floors)).toEqual([]);
    expect(belowFloor(ofForty(85), floors)).toHaveLength(1);
  });

  test('a figure without a floor passes, a floor without a figure does not', () => {
    expect(belowFloor([figure('syntax/las', 90), ner, figure('new/one', 1)], floors)).toEqual([]);
    expect(belowFloor([ner], floors)).toEqual([expect.stringContaining('syntax/las')]);
  });

  test('an update raises, and does not lower unless told to', () => {
    const measured = [figure('syntax/las', 91.239), figure('ner/all', 70), figure('new/one', 12)];
    expect(raiseFloors(measured, floors, 'new', false)).toEqual({
      epsilon: 0.3,
      gold: 'new',
      floors: { 'ner/all': 80, 'new/one': 12, 'syntax/las': 91.23 },
    });
    expect(raiseFloors(measured, floors, 'new', true).floors['ner/all']).toBe(70);
  });
});

test('floors are tied to every folder of gold that is scored', () => {
  const home = mkdtempSync(join(tmpdir(), 'gold-'));
  const folder = fileURLToPath(new URL('../../eval/', import.meta.url));
  const sources = readdirSync(folder).filter((file) => file.endsWith('.ts'));
  const read = sources.flatMap((file) => [
    ...readFileSync(join(folder, file), 'utf8').matchAll(/join\(gold, (?:split === 'test' \? '[\w-]+' : )?'([a-z]+)/g),
  ]);
  const names = [...new Set(read.map((match) => match[1] ?? ''))];
  expect(names).toContain('formats');
  for (const name of names) {
    const before = hashGold(home);
    mkdirSync(join(home, name));
    writeFileSync(join(home, name, 'a'), 'a');
    expect([name, hashGold(home)]).not.toEqual([name, before]);
  }
  rmSync(home, { recursive: true });
});
