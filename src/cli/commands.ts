import { codeCommand } from './code/code.ts';
import { checkCommand } from './codebook/check.ts';
import { diffCommand } from './codebook/diff.ts';
import { explainCommand } from './codebook/explain.ts';
import { listCommand } from './codebook/list.ts';
import type { Command } from './command.ts';
import { evalCommand } from './eval.ts';
import { fetchCommand } from './fetch.ts';
import { addCommand } from './ledger/add.ts';
import { agendaCommand } from './ledger/agenda.ts';
import { backupCommand, restoreCommand } from './ledger/backup.ts';
import { correctCommands, undoCommand } from './ledger/correct.ts';
import { doctorCommand } from './ledger/doctor.ts';
import { exportCommand } from './ledger/export.ts';
import { correctionsCommand, historyCommand, ledgerDiffCommand } from './ledger/history.ts';
import { actorsCommand, disputesCommand } from './ledger/node-lists.ts';
import { searchCommand } from './ledger/search.ts';
import { showCommand } from './ledger/show.ts';
import { timelineCommand } from './ledger/timeline.ts';
import { watchCommand } from './ledger/watch.ts';
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
  codeCommand,
  addCommand,
  queueCommand,
  workCommand,
  watchCommand,
  searchCommand,
  showCommand,
  timelineCommand,
  agendaCommand,
  disputesCommand,
  actorsCommand,
  ...correctCommands,
  undoCommand,
  historyCommand,
  correctionsCommand,
  ledgerDiffCommand,
  exportCommand,
  backupCommand,
  restoreCommand,
  doctorCommand,
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
