import { expect, test } from 'vitest';
import { Covered } from '../../src/cli/export/coverage.ts';

type Ledger = ConstructorParameters<typeof Covered>[0];
type Item = Parameters<Covered['of']>[0];

const at = (start: number) => ({ start, end: start + 5, text: 'raids' });

/** An event of a report: where it is mentioned, and in how many reports it is told. */
const event = (document: string, starts: readonly number[], reports: number): Item =>
  ({
    kind: 'event',
    node: 'event:1',
    report: { id: document },
    counts: { reports, publishers: 1, origins: 1 },
    record: { id: 'e', trigger: at(starts[0] ?? 0), mentions: starts.map(at) },
  }) as unknown as Item;

const items: Readonly<Record<string, Item>> = { a: event('a', [120, 300], 2), b: event('b', [10], 2) };
const asked: string[] = [];

/** Two reports, a member a page; each has a headline and a lead that ends at 100. */
const ledger = {
  members: async (_kind: string, _id: string, { cursor }: { cursor: string | null }) => ({
    items: [{ document: cursor ?? 'a', record: 'e', reason: '' }],
    next: cursor === null ? 'b' : null,
  }),
  records: async (refs: readonly { readonly document: string }[]) => refs.map(({ document }) => items[document]),
  report: async (id: string) => {
    asked.push(id);
    const blocks = [
      { kind: 'heading', span: { start: 0, end: 20 } },
      { kind: 'paragraph', span: { start: 22, end: 100 } },
      { kind: 'paragraph', span: { start: 102, end: 400 } },
    ];
    return { readout: { document: { blocks } } };
  },
} as unknown as Ledger;

test('mentions are those of all reports; an event leads in the headline or the first paragraph', async () => {
  const covered = new Covered(ledger, null);
  expect(await covered.of(event('a', [120, 300], 2))).toEqual({ mentions: 3, leads: false });
  expect(await covered.of(event('b', [10], 2))).toEqual({ mentions: 3, leads: true });
});

test('an event of one report has the mentions of its record, and a report is looked up once in a row', async () => {
  asked.length = 0;
  const covered = new Covered(ledger, null);
  expect(await covered.of(event('a', [99, 300, 350], 1))).toEqual({ mentions: 3, leads: true });
  expect(await covered.of(event('a', [101], 1))).toEqual({ mentions: 1, leads: false });
  expect(asked).toEqual(['a']);
});
