import { checkCommand } from './codebook/check.ts';
import { diffCommand } from './codebook/diff.ts';
import { explainCommand } from './codebook/explain.ts';
import { listCommand } from './codebook/list.ts';
import type { Command } from './command.ts';
import { evalCommand } from './eval.ts';
import { fetchCommand } from './fetch.ts';
import { addCommand } from './ledger/add.ts';
import { actorsCommand, disputesCommand } from './ledger/node-lists.ts';
import { searchCommand } from './ledger/search.ts';
import { showCommand } from './ledger/show.ts';
import { queueCommand, workCommand } from './ledger/work.ts';
import { mcpCommand } from './mcp.ts';
import { readCommand } from './read.ts';
import { sameCommand } from './same.ts';
import { serveCommand } from './serve.ts';
import { stagesCommand } from './stages.ts';
import { treeCommand } from './tree.ts';

/** The commands of `readout`, in the order of its help. */
export const commands: readonly Command[] = [
  readCommand,
  fetchCommand,
  addCommand,
  queueCommand,
  workCommand,
  searchCommand,
  showCommand,
  actorsCommand,
  disputesCommand,
  checkCommand,
  explainCommand,
  diffCommand,
  listCommand,
  treeCommand,
  sameCommand,
  stagesCommand,
  serveCommand,
  mcpCommand,
  evalCommand,
];
