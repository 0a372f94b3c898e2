import { Readable } from 'node:stream';
import { createGzip } from 'node:zlib';
import { z } from '@hono/zod-openapi';
import { readoutSchema } from '../../readout/index.ts';
import { backupLines, DatabaseError, type Entry, engineName, type Ledger, reportId } from '../../service/index.ts';
import { ReadoutError } from '../../text/index.ts';
import { type Endpoint, endpoint } from '../endpoint.ts';
import { streamOf } from '../guard/body-limit.ts';
import { Problem } from '../problem.ts';
import { failureItem, happened } from '../schemas/records.ts';
import { many, one, words } from '../schemas/shapes.ts';
import { linesOf } from './lines.ts';

/** The most bytes that a readout may have. */
const READOUT = 50_000_000;
/** The most bytes of a backup. */
const BACKUP = 4_000_000_000;

const added = z.object({ id: z.string(), outcome: z.enum(['added', 'read again', 'known']) }).openapi('Added');
const NDJSON = 'application/x-ndjson';
const GZIP = 'application/gzip';

/** Every span of a readout must be the words that stand there. */
const checkSpans = (value: unknown, text: string): void => {
  if (typeof value !== 'object' || value === null) return;
  const { start, end, text: words } = Object.fromEntries(Object.entries(value)) as Record<string, unknown>;
  const isSpan = typeof start === 'number' && typeof end === 'number' && typeof words === 'string';
  if (isSpan && text.slice(start, end) !== words)
    throw new Problem(400, 'bad-request', `The text does not say "${words.slice(0, 80)}" at ${start}.`, 'readout');
  for (const inner of Object.values(value)) checkSpans(inner, text);
};

const readoutRoutes = (ledger: Ledger): readonly Endpoint[] => [
  endpoint({
    method: 'post',
    path: '/readouts',
    tag: 'Add',
    summary: 'Add a report that was read elsewhere, as its readout.',
    role: 'analyst',
    body: z.strictObject({ name: words(2000), readout: readoutSchema }),
    most: READOUT,
    status: 201,
    answer: one(added),
    run: async ({ body }) => {
      checkSpans(body.readout, body.readout.text);
      return { item: await ledger.add(body.name, body.readout) };
    },
  }),
  endpoint({
    method: 'get',
    path: '/reports/{id}/engine',
    tag: 'Reports',
    summary: 'Which engine’s readout of a report the ledger has; null where it has none.',
    role: 'reader',
    params: z.strictObject({ id: words(64) }),
    answer: one(z.string().nullable()),
    run: async ({ params }) => {
      const report = await ledger.report(params.id);
      return { item: report === null || reportId(report.readout) !== params.id ? null : engineName(report.readout) };
    },
  }),
  endpoint({
    method: 'post',
    path: '/failures',
    tag: 'Add',
    summary: 'Keep that an input could not be read, and why.',
    role: 'analyst',
    body: z.strictObject({ name: words(8000), code: words(100), message: words(4000) }),
    status: 201,
    answer: one(failureItem.omit({ at: true })),
    run: async ({ body }) => {
      await ledger.fail(body.name, body.code, body.message);
      return { item: body };
    },
  }),
];

const whole = z
  .string()
  .regex(/^\d{1,15}$/)
  .transform(Number)
  .optional()
  .openapi({ type: 'integer', description: 'After the entry with this number.' });

const backup = (ledger: Ledger, after: number): Response => {
  const entries = ledger.entries(after)[Symbol.asyncIterator]();
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    pull: async (controller) => {
      const { done, value } = await entries.next();
      if (done === true) controller.close();
      else controller.enqueue(encoder.encode(`${JSON.stringify(value)}\n`));
    },
    cancel: async () => {
      await entries.return?.();
    },
  });
  return new Response(body, { headers: { 'content-type': NDJSON } });
};

/** A backup is a file that somebody has, not always one of ours: an entry that cannot be taken in is its fault, not the program's. */
const restoreFrom = async (ledger: Ledger, lines: AsyncIterable<Entry>): Promise<number> => {
  let taken = 0;
  try {
    return await ledger.restore(lines, (seq) => {
      taken = seq;
    });
  } catch (error) {
    const isOurs = error instanceof DatabaseError && !/^2[23]/.test(error.code ?? '');
    if (isOurs || error instanceof Problem || error instanceof ReadoutError) throw error;
    throw new Problem(
      400,
      'bad-request',
      `Entry ${taken + 1} of the backup cannot be taken in; the ledger holds those before it.`,
    );
  }
};

/** A whole backup as a file: what `readout backup` writes. */
const backupFile = (ledger: Ledger, now: Date): Response => {
  const packed = Readable.from(backupLines(ledger, now.toISOString(), () => undefined)).compose(createGzip());
  const name = `readout-${now.toISOString().slice(0, 16).replaceAll(':', '')}.backup.gz`;
  return new Response(Readable.toWeb(packed) as ReadableStream<Uint8Array>, {
    headers: { 'content-type': GZIP, 'content-disposition': `attachment; filename="${name}"` },
  });
};

const journalRoutes = (ledger: Ledger, now: () => Date): readonly Endpoint[] => [
  endpoint({
    method: 'get',
    path: '/happenings',
    tag: 'Live',
    summary: 'What was taken in after an entry, the oldest first; for those who cannot keep a stream open.',
    role: 'reader',
    query: z.strictObject({ after: whole }),
    answer: many(happened),
    run: async ({ query }) => ({ items: await ledger.happenings(query.after ?? 0, 200), next: null }),
  }),
  endpoint({
    method: 'get',
    path: '/last',
    tag: 'Live',
    summary: 'The number of the last entry.',
    role: 'reader',
    answer: one(z.int()),
    run: async () => ({ item: await ledger.last() }),
  }),
  endpoint({
    method: 'get',
    path: '/backup',
    tag: 'Backup',
    summary: 'A backup as the file that `readout restore` takes.',
    role: 'admin',
    answer: GZIP,
    run: async () => backupFile(ledger, now()),
  }),
  endpoint({
    method: 'get',
    path: '/entries',
    tag: 'Backup',
    summary: 'Everything that was taken in, an entry a line: a backup.',
    role: 'admin',
    query: z.strictObject({ after: whole }),
    answer: NDJSON,
    run: async ({ query }) => backup(ledger, query.after ?? 0),
  }),
  endpoint({
    method: 'post',
    path: '/entries',
    tag: 'Backup',
    summary: 'Put a backup into an empty ledger: its lines as the body.',
    role: 'admin',
    isStreamed: true,
    patience: 3_600_000,
    answer: one(z.int()),
    run: async (_given, context) => {
      if (!(context.req.header('content-type') ?? '').startsWith(NDJSON))
        throw new Problem(415, 'bad-media-type', `Send the lines of a backup as ${NDJSON}.`);
      if ((await ledger.last()) > 0)
        throw new Problem(409, 'ledger-not-empty', 'A backup goes into an empty ledger only.');
      return { item: await restoreFrom(ledger, linesOf(streamOf(context.req.raw.body, BACKUP))) };
    },
  }),
];

/** Routes that take in what other programs read, and give out and take back backups. */
export const writeRoutes = (ledger: Ledger, now: () => Date): readonly Endpoint[] => [
  ...readoutRoutes(ledger),
  ...journalRoutes(ledger, now),
];
