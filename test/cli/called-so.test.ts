import { expect, test } from 'vitest';
import { calledSo } from '../../src/cli/ledger/called-so.ts';
import type { NodeItem } from '../../src/service/index.ts';

const actor = (name: string, kind: string): NodeItem =>
  ({ kind: 'actor', id: `actor:${name}`, name, summary: { kind } }) as unknown as NodeItem;

const nodes = [
  actor('Berg', 'person'),
  actor('Ada Berg', 'person'),
  actor("Ada Berg's office", 'organization'),
  actor('Norland', 'country'),
  actor('Party of Norland', 'organization'),
  actor('Émile Dürer', 'person'),
];

const rows: readonly (readonly [string, readonly string[]])[] = [
  ['ada berg', ['Ada Berg']],
  // A surname is that of everybody who has it.
  ['Berg', ['Berg', 'Ada Berg']],
  // A country's name is no surname.
  ['Norland', ['Norland']],
  ['Emile Durer', ['Émile Dürer']],
  ['Nobody', []],
];

test.each(rows)('"%s" means %j', (name, meant) => {
  expect(calledSo(nodes, name).map((node) => node.name)).toEqual(meant);
});
