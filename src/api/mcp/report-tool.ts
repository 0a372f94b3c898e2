import { z } from '@hono/zod-openapi';
import { notFound } from '../problem.ts';
import { words } from '../schemas/shapes.ts';
import { EvidenceFinder, evidenceShape } from './evidence.ts';
import { asOf, tool } from './tool.ts';

const text = z.string().nullable();

/** A tool that gives one report with its words. */
export const reportTool = tool({
  name: 'report',
  title: 'One report',
  description:
    'A report by its id: its text, from which every quoted offset counts, and what the engine read out of it, before corrections, with evidence.',
  input: z.strictObject({ id: words(64).describe('Its id, or at least eight letters of its beginning.'), as_of: asOf }),
  output: z.object({
    id: z.string(),
    title: text,
    publisher: text,
    published: text,
    url: text,
    origin: z.string().describe('The first report of the line of copies that it belongs to.'),
    text: z.string(),
    statements: z.array(z.object({ id: z.string(), act: z.string(), evidence: evidenceShape })),
    events: z.array(z.object({ id: z.string(), type: z.string(), realis: z.string(), evidence: evidenceShape })),
  }),
  run: async (ledger, input) => {
    const report = await ledger.report(input.id, input.as_of ?? null);
    if (report === null) throw notFound(`The report "${input.id}"`);
    const finder = new EvidenceFinder({ report: async () => report, records: async () => [] }, null);
    const evidenceFor = async (record: string) => {
      const [found] = await finder.of([{ document: report.id, record }]);
      return found === undefined ? [] : [found];
    };
    const { readout, id, title, publisher, published, url, origin } = report;
    const statements = [];
    for (const one of readout.statements)
      for (const evidence of await evidenceFor(one.id)) statements.push({ id: one.id, act: one.act, evidence });
    const events = [];
    for (const one of readout.events)
      for (const evidence of await evidenceFor(one.id))
        events.push({ id: one.id, type: one.type, realis: one.realis, evidence });
    return { id, title, publisher, published, url, origin, text: readout.text, statements, events };
  },
});
