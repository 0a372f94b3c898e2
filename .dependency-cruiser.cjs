// The law: reads the tables of ARCHITECTURE.md and turns them into rules. Run by `npm run law`.
const { readFileSync } = require('node:fs');
const { join } = require('node:path');

const lines = readFileSync(join(__dirname, 'ARCHITECTURE.md'), 'utf8').split('\n');
const list = (cell) => (cell === '–' ? [] : cell.split(',').map((name) => name.trim()));
const cells = (line) =>
  line
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim());
const table = (head) => {
  const start = lines.findIndex((line) => cells(line)[0] === head);
  if (start < 0) throw new Error(`ARCHITECTURE.md has no table whose first column is "${head}"`);
  const length = lines.slice(start).findIndex((line) => !line.startsWith('|'));
  return lines.slice(start + 2, length < 0 ? undefined : start + length).map(cells);
};

const uses = new Map(table('room').map(([room, , may]) => [room, list(may)]));
const packages = new Map(table('pure room').map(([room, may]) => [room, list(may)]));
const rooms = [...uses.keys()];
const escaped = (name) => name.replace(/[.@/-]/g, '\\$&');
const anyOf = (names) => `(${names.map(escaped).join('|')})`;
const builtIns = (names) => names.filter((name) => name.startsWith('node:')).map((name) => name.slice('node:'.length));
const npm = (names) => `node_modules/${anyOf(names)}(/|$)`;
const rule = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

const roomRules = rooms.map((room) =>
  rule(
    `${room}-uses`,
    `${room} may use: ${uses.get(room).join(', ') || 'no other room'}. Move the code, or change the table of ARCHITECTURE.md and say why.`,
    { path: `^src/${room}/` },
    { path: '^src/', pathNot: `^src/${anyOf([room, ...uses.get(room)])}/` },
  ),
);

const pureRules = [...packages].flatMap(([room, may]) => [
  rule(
    `${room}-is-pure`,
    'A pure room is given what it needs: no Node built-ins but those that ARCHITECTURE.md lists for it.',
    { path: `^src/${room}/` },
    { dependencyTypes: ['core'], ...(builtIns(may).length > 0 && { pathNot: `^(node:)?${anyOf(builtIns(may))}$` }) },
  ),
  rule(
    `${room}-packages`,
    `${room} may import these packages: ${may.join(', ') || 'none'} (table "pure room" of ARCHITECTURE.md).`,
    { path: `^src/${room}/` },
    { path: 'node_modules/', ...(may.length > 0 && { pathNot: npm(may) }) },
  ),
]);

const ownedPackages = table('package').map(([names, room]) =>
  rule(
    `only-${room}`,
    `${names}: only ${room} uses it; ask that room instead.`,
    { path: '^src/', pathNot: `^src/${room}/` },
    { path: npm(list(names)) },
  ),
);

const appUses = new Map(table('folder of the app').map(([folder, may]) => [folder, list(may)]));
const named = [...appUses.keys()].filter((folder) => !folder.includes(' '));

const appRule = (folder, from, may) =>
  rule(
    `app-${folder.replaceAll(' ', '-')}-uses`,
    `In the browser app ${folder} may use: ${may.join(', ') || 'no other folder'} (ARCHITECTURE.md), and the hooks of app. Move what two pages share to ui, records or api.`,
    from,
    {
      path: '^web/src/[^/]+/',
      pathNot: [`^web/src/${anyOf(may)}/`, '^web/src/$1/', '^web/src/style/', '^web/src/app/use-'],
    },
  );

const appRules = [...appUses]
  .filter(([, may]) => !may.includes('all'))
  .map(([folder, may]) =>
    named.includes(folder)
      ? appRule(folder, { path: `^web/src/(${escaped(folder)})/` }, may)
      : appRule(folder, { path: '^web/src/([^/]+)/', pathNot: `^web/src/${anyOf(named)}/` }, may),
  );

module.exports = {
  forbidden: [
    ...roomRules,
    ...pureRules,
    ...ownedPackages,
    ...appRules,
    rule(
      'app-asks-the-api',
      'The browser app knows of src only what the OpenAPI document says: ask the API.',
      { path: '^web/' },
      { path: '^(src|bin|eval|bench|docs|examples)/' },
    ),
    rule(
      'app-stands-alone',
      'The browser app is built and served as files; nothing of the product imports it.',
      { path: '^(src|bin|eval|bench|examples)/' },
      { path: '^web/' },
    ),
    rule(
      'app-reached-from-main',
      'Nothing leads from main.tsx to this file: use it or take it out.',
      { path: '^web/src/main\\.tsx$' },
      { path: '^web/src/.+\\.tsx?$', pathNot: '^web/src/main\\.tsx$', reachable: false },
    ),
    rule(
      'through-the-door',
      'Other rooms are entered through their index.ts.',
      { path: '^src/([^/]+)/' },
      { path: '^src/[^/]+/.+', pathNot: ['^src/$1/', '^src/[^/]+/index\\.ts$'] },
    ),
    rule(
      'outside-through-the-door',
      'eval, bench and docs use the doors too.',
      { path: '^(eval|bench|docs|bin|examples)/' },
      { path: '^src/[^/]+/.+', pathNot: ['^src/[^/]+/index\\.ts$', '^src/cli/'] },
    ),
    rule(
      'every-file-has-a-room',
      'Every file belongs to a room of the table.',
      { path: '^src/', pathNot: `^src/${anyOf(rooms)}/` },
      {},
    ),
    rule(
      'no-use-of-the-roomless',
      'Every file belongs to a room of the table.',
      {},
      { path: '^src/', pathNot: `^src/${anyOf(rooms)}/` },
    ),
    rule('not-deeper-than-two', 'A room has at most one level of folders.', {}, { path: '^src/[^/]+/[^/]+/[^/]+/' }),
    rule('no-cycles', 'Two files that need each other are one thing, or hide a third.', {}, { circular: true }),
    rule(
      'no-orphans',
      'Nothing uses this file: use it or take it out.',
      { orphan: true, path: '^src/', pathNot: '\\.d\\.ts$' },
      {},
    ),
    rule(
      'reached-by-the-command',
      'No command, scorer or document leads to this file: use it or take it out.',
      { path: '^(bin|eval|docs|examples|bench)/' },
      { path: '^src/', reachable: false },
    ),
    rule('nothing-uses-tests', 'Only tests use test files.', { pathNot: '^test/' }, { path: '^test/' }),
    rule('no-unresolved', 'This import leads nowhere.', {}, { couldNotResolve: true }),
    rule(
      'no-undeclared',
      'Declare the package in package.json.',
      {},
      { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    ),
    rule(
      'no-dev-packages',
      'src may not rest on a development dependency.',
      { path: '^(src|bin)/' },
      { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: join(__dirname, 'tsconfig.json') },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'types', 'default'] },
  },
};
