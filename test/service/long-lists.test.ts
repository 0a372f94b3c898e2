import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Difference, Page, PageRequest } from '../../src/service/index.ts';
import { insertRows } from '../../src/store/index.ts';
import { serveTestLedger, type TestApi } from '../support/api.ts';
import { numberedReadout } from '../support/made-readouts.ts';

const FOREVER = '9223372036854775807';
const REPORTS = 6;

let api: TestApi;

/** Another engine finds the event only, in other words. */
const byOther = (number: number) => {
  const readout = numberedReadout(number, 'en-other');
  return {
    ...readout,
    statements: [],
    events: readout.events.map((event) => ({ ...event, realis: 'planned' as const })),
  };
};

beforeAll(async () => {
  api = await serveTestLedger({}, false);
  for (let number = 1; number <= REPORTS; number += 1) await api.ledger.add(`made-${number}`, numberedReadout(number));
});
afterAll(() => api.done());

/** All items of pages of so many, and how many pages there were. */
const paged = async <T>(page: (request: PageRequest) => Promise<Page<T>>, limit: number) => {
  const items: T[] = [];
  let pages = 0;
  for (let cursor: string | null = null; pages === 0 || cursor !== null; pages += 1) {
    const found: Page<T> = await page({ limit, cursor });
    expect(found.items.length).toBeLessThanOrEqual(limit);
    items.push(...found.items);
    cursor = found.next;
  }
  return { items, pages };
};

const places = (found: readonly Difference[]): readonly string[] =>
  found.map(({ kind, document, record }) => `${kind} ${document}/${record}`);

describe.each(['local', 'remote'] as const)('%s', (which) => {
  const ledger = () => (which === 'local' ? api.ledger : api.remote);

  test('a node of many records gives all of them, page by page, each once', async () => {
    const node = `actor:${which}`;
    const rows = Array.from({ length: 450 }, (_, index) => ({
      kind: 'actor',
      node,
      document: `report-${index % 90}`,
      record: `record-${index}`,
      reason: 'made',
      since: 1 + (index % 7),
      until: FOREVER,
    }));
    await insertRows(api.ledger.store.database, 'members', rows);
    const { items, pages } = await paged((page) => ledger().members('actor', node, page), 100);
    expect(pages).toBe(5);
    expect(new Set(items.map(({ document, record }) => `${document}/${record}`)).size).toBe(rows.length);
    const first = await ledger().members('actor', node);
    expect(first.items).toHaveLength(50);
    expect(first.next).not.toBeNull();
  });

  test('what changed between moments comes page by page, counted with the first one', async () => {
    const ask = (page: PageRequest) => ledger().diff('2020-01-01', '2999-01-01', page);
    const whole = await ask({ limit: 1000 });
    expect(whole).toMatchObject({ next: null, counts: { statement: { added: REPORTS }, event: { added: REPORTS } } });
    const { items, pages } = await paged(async (page) => {
      const { counts, differences, next } = await ask(page);
      expect(counts).toEqual((page.cursor ?? null) === null ? whole.counts : null);
      return { items: differences, next };
    }, 5);
    expect(pages).toBe(3);
    expect(items).toEqual(whole.differences);
    expect(new Set(places(items)).size).toBe(2 * REPORTS);
  });
});

test('what two engines read differently comes page by page, counted with the first one, locally and through the API', async () => {
  for (let number = 1; number <= REPORTS; number += 1) await api.ledger.add(`made-${number}`, byOther(number));
  for (const ledger of [api.ledger, api.remote]) {
    const whole = await ledger.diff('en-made/', 'en-other', { limit: 1000 });
    expect(whole.counts).toEqual({
      statement: { added: 0, removed: REPORTS, changed: 0 },
      event: { added: 0, removed: 0, changed: REPORTS },
    });
    expect(whole.next).toBeNull();
    for (const limit of [1, 5]) {
      const { items } = await paged(async (page) => {
        const { differences, next } = await ledger.diff('en-made/', 'en-other', page);
        return { items: differences, next };
      }, limit);
      expect(items).toEqual(whole.differences);
    }
  }
});
