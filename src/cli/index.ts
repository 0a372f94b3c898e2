/** The room of commands: what `readout` does when it is called. */
export type { Command, Option, Output, Terminal } from './command.ts';
export { commands } from './commands.ts';
export { openEngine } from './engine.ts';
export { commandHelp, generalHelp } from './help.ts';
export { run } from './run.ts';
export { stageTable } from './stages.ts';
export { realTerminal } from './terminal.ts';
export { version } from './version.ts';
