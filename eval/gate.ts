/**
 * The gate of `npm run check`: every figure must reach its floor in `floors.json`. Skipped where there is no gold data.
 *
 *     node eval/gate.ts [--gold DIR] [--update] [--lower]
 *
 * `--update` raises floors to what was measured; with `--lower` it also takes them down (say why in the commit).
 */
import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { openEngine } from '../src/cli/index.ts';
import { belowFloor, figuresOf, hashGold, raiseFloors, readFloors, scoreAll, writeFloors } from './index.ts';

const { values } = parseArgs({
  options: {
    gold: { type: 'string', default: '../shared/gold' },
    update: { type: 'boolean' },
    lower: { type: 'boolean' },
  },
});

const run = async (gold: string): Promise<void> => {
  const floors = readFloors();
  const hash = hashGold(gold);
  if (values.update !== true && hash !== floors.gold) {
    process.stdout.write(
      `eval gate: skipped, the gold data in ${gold} is not that of floors.json (${hash}, not ${floors.gold})\n`,
    );
    return;
  }
  const tables = await scoreAll(
    { gold, split: 'dev', errors: false },
    await openEngine(null),
    null,
    (_, task) => void process.stderr.write(`eval gate: ${task} scored\n`),
  );
  const figures = figuresOf(tables);
  if (values.update === true) {
    writeFloors(raiseFloors(figures, floors, hash, values.lower === true));
    return;
  }
  const below = belowFloor(figures, floors);
  for (const line of below) process.stdout.write(`eval gate: ${line}\n`);
  process.stdout.write(`eval gate: ${figures.length} figures, ${below.length} under their floor\n`);
  process.exitCode = below.length > 0 ? 1 : 0;
};

if (existsSync(`${values.gold}/syntax`)) await run(values.gold);
else process.stdout.write(`eval gate: skipped, no gold data in ${values.gold}\n`);
