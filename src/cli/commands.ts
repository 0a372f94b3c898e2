import type { Command } from './command.ts';
import { evalCommand } from './eval.ts';
import { readCommand } from './read.ts';
import { stagesCommand } from './stages.ts';
import { treeCommand } from './tree.ts';

/** The commands of `readout`, in the order of its help. */
export const commands: readonly Command[] = [readCommand, treeCommand, stagesCommand, evalCommand];
