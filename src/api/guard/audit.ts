import { appendFile, readFile } from 'node:fs/promises';

/** A write that somebody asked for, whether it was allowed or not. */
export interface AuditEntry {
  readonly at: string;
  readonly who: string | null;
  readonly role: string | null;
  readonly address: string;
  readonly method: string;
  readonly path: string;
  readonly status: number;
}

/** Keeps who wrote what when. */
export interface AuditLog {
  readonly write: (entry: AuditEntry) => Promise<void>;
  /** The last entries, the newest first. */
  readonly last: (count: number) => readonly AuditEntry[];
}

/** Entries that are kept at hand. */
const AT_HAND = 1000;

const parsed = (line: string): readonly AuditEntry[] => {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null && 'at' in value ? [value as AuditEntry] : [];
  } catch {
    return [];
  }
};

const linesOf = async (path: string): Promise<readonly string[]> => {
  try {
    return (await readFile(path, 'utf8')).split('\n').slice(-AT_HAND);
  } catch {
    return [];
  }
};

/** An audit log that adds lines of JSON to a file; with null it forgets them at the end of the process. */
export const openAudit = async (path: string | null): Promise<AuditLog> => {
  const entries: AuditEntry[] = path === null ? [] : (await linesOf(path)).flatMap(parsed);
  return {
    write: async (entry) => {
      entries.push(entry);
      if (entries.length > AT_HAND) entries.shift();
      if (path !== null) await appendFile(path, `${JSON.stringify(entry)}\n`, { mode: 0o600 });
    },
    last: (count) => entries.slice(-count).reverse(),
  };
};
