import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import type { Ledger } from '../../service/index.ts';
import { problemOf } from '../problem.ts';
import { nodeTools } from './node-tools.ts';
import { recordTools } from './record-tools.ts';
import { reportTool } from './report-tool.ts';
import type { Tool } from './tool.ts';

const instructions = [
  'A ledger of what news reports say. Rows are claims of reports, not facts: quote their evidence, and say who says so.',
  'An event with `claimed` is only what somebody in the report says; `realis` says whether it happened at all.',
  '`told` counts origins: ten papers with one wire story are one origin.',
].join(' ');

/** The tools of the server, in the order in which they are listed. */
export const tools: readonly Tool[] = [...recordTools, ...nodeTools, reportTool];

const callOf =
  ({ run }: Tool, ledger: Ledger, report: (error: unknown) => void) =>
  async (input: Readonly<Record<string, unknown>>) => {
    try {
      const result = await run(ledger, input);
      return { structuredContent: result, content: [{ type: 'text' as const, text: JSON.stringify(result) }] };
    } catch (error) {
      const problem = problemOf(error);
      if (problem.status === 500) report(error);
      return { isError: true, content: [{ type: 'text' as const, text: `${problem.code}: ${problem.message}` }] };
    }
  };

/** An MCP server (Model Context Protocol) with tools that read a ledger; it is to be connected to a transport. */
export const createMcpServer = (ledger: Ledger, version: string, report: (error: unknown) => void): McpServer => {
  const server = new McpServer({ name: 'readout', version }, { instructions });
  for (const one of tools)
    server.registerTool(
      one.name,
      {
        title: one.title,
        description: one.description,
        inputSchema: one.input,
        outputSchema: one.output,
        annotations: { readOnlyHint: true, openWorldHint: false },
      },
      callOf(one, ledger, report),
    );
  return server;
};
