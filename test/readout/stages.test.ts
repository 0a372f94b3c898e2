import { expect, test } from 'vitest';
import { type Layers, runStages, type Stage, stages, type Tools } from '../../src/readout/index.ts';

test('each stage has what it requires when its turn comes', () => {
  const known = new Set<string>(['document']);
  for (const { name, requires, adds } of stages) {
    for (const layer of requires) expect(known, `${name} requires ${layer}`).toContain(layer);
    for (const layer of adds) known.add(layer);
  }
});

test('no two stages share a name or add the same layer', () => {
  const names = stages.map(({ name }) => name);
  const added = stages.flatMap(({ adds }) => adds);
  expect(new Set(names).size).toBe(names.length);
  expect(new Set(added).size).toBe(added.length);
});

test('a stage sees what those before it added, and nothing is changed in place', async () => {
  const layers = Object.freeze({ agenda: [], disputes: [] }) as unknown as Layers;
  const line: Stage[] = [
    { name: 'one', requires: [], adds: ['times'], run: () => ({ times: [] }) },
    {
      name: 'two',
      requires: ['times'],
      adds: ['places'],
      run: async ({ times }) => ({ places: times.map(() => never()) }),
    },
  ];
  const after = await runStages(layers, {} as Tools, line);
  expect(after).toEqual({ agenda: [], disputes: [], times: [], places: [] });
  expect(layers).toEqual({ agenda: [], disputes: [] });
});

const never = (): never => {
  throw new Error('there are no times');
};
