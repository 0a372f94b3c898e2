import type { CodebookInUse } from '../../api/index.ts';
import { CONTEXTS, EVENT_TYPES, MODES } from '../../codebook/index.ts';
import { engineInfo, openCodebook } from '../engine.ts';
import { readModelFiles } from '../model-files.ts';

const open = async (): Promise<CodebookInUse> => {
  const { codebook, entries } = await openCodebook({ extra: [] });
  return {
    engine: engineInfo(codebook, await readModelFiles()),
    types: EVENT_TYPES.map((type) => ({
      type,
      modes: MODES[type] ?? [],
      entries: codebook.events.filter((entry) => entry.type === type).length,
    })),
    contexts: CONTEXTS,
    entries,
  };
};

let opened: Promise<CodebookInUse> | null = null;

/** The codebook that a server reads with, opened once when somebody asks. */
export const codebookInUse = (): Promise<CodebookInUse> => {
  opened ??= open();
  return opened;
};
