// `npm run docs` writes what the documentation takes from the code; with --check it only says what is stale.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { openApi, routeTable } from '../src/api/index.ts';
import { commandHelp, commands, generalHelp, stageTable } from '../src/cli/index.ts';
import { toJsonSchema } from '../src/readout/index.ts';
import { apiTypes } from './api-types.ts';

const pathOf = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

const block = (text: string): string => `\`\`\`text\n${text.trimEnd()}\n\`\`\``;

/** What stands between `<!-- begin NAME -->` and `<!-- end NAME -->` in docs/cli.md and docs/api.md. */
const parts: Readonly<Record<string, string>> = {
  readout: block(generalHelp(commands)),
  table: block(stageTable()),
  routes: routeTable(),
  ...Object.fromEntries(commands.map((command) => [command.name, block(commandHelp(command))])),
};

const filled = (text: string): string =>
  text.replace(
    /(<!-- begin ([\w ]+) -->\n)[\s\S]*?(<!-- end \2 -->)/g,
    (_whole, begin: string, name: string, end: string) => {
      const part = parts[name];
      if (part === undefined) throw new Error(`A page asks for "${name}", which nothing makes`);
      return `${begin}\n${part}\n\n${end}`;
    },
  );

const read = (name: string): string => {
  try {
    return readFileSync(pathOf(name), 'utf8');
  } catch {
    return '';
  }
};

const wanted: Readonly<Record<string, string>> = {
  'schema.json': `${JSON.stringify(toJsonSchema(), null, 2)}\n`,
  'cli.md': filled(read('cli.md')),
  'api.md': filled(read('api.md')),
  '../web/src/api/schema.ts': apiTypes(openApi()),
};

const stale = Object.entries(wanted).filter(([name, text]) => read(name) !== text);
if (process.argv.includes('--check')) {
  for (const [name] of stale) console.error(`docs/${name} is stale: run "npm run docs" and commit it.`);
  process.exitCode = stale.length > 0 ? 1 : 0;
} else {
  for (const [name, text] of stale) writeFileSync(pathOf(name), text);
}
