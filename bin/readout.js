#!/usr/bin/env node
// Starts Readout with a Node that runs TypeScript: this one, or else the one that the repository brings.
import module from 'node:module';

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);

if (major > 22 || (major === 22 && minor >= 18)) {
  // Saves a third of a second from the second run on: Node keeps the compiled sources in the folder for temporary files.
  module.enableCompileCache();
  const { realTerminal, run } = await import('../src/cli/index.ts');
  process.exitCode = await run(process.argv.slice(2), realTerminal());
} else {
  const { spawnSync } = await import('node:child_process');
  const { fileURLToPath } = await import('node:url');
  const own = fileURLToPath(new URL('../node_modules/node/bin/node', import.meta.url));
  const words = [fileURLToPath(import.meta.url), ...process.argv.slice(2)];
  const { status, error } = spawnSync(own, words, { stdio: 'inherit' });
  if (error)
    process.stderr.write('readout: needs Node 22.18 or newer; run "npm ci" in its folder, which brings one.\n');
  process.exitCode = status ?? 1;
}
