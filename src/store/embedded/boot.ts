import { readFileSync } from 'node:fs';
import { uptime } from 'node:os';

/**
 * What tells one run of this machine from the next: Linux names it; elsewhere it is the minute in which the machine was started.
 * If it changed since the database's files were last written and not synced, a power cut may have lost some of them.
 */
export const bootId = (): string => {
  try {
    return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
  } catch {
    return `minute-${Math.round((Date.now() / 1000 - uptime()) / 60)}`;
  }
};
