import type { Doubtful } from './doubtful.ts';
import { enter, entryAt, type Finding, join, move } from './finding.ts';
import type { Entry } from './roster.ts';

/** The surnames alone are the namesake's own from now on. */
const partFrom = (finding: Finding, own: readonly Doubtful[], of: Entry): Entry => {
  const descriptions = own.map(({ description }) => description);
  const entry = finding.roster.part(of, descriptions);
  for (const { sentence, head } of own) move(finding, sentence, head, of, entry);
  return entry;
};

/** Names read as something else are a person's from now on: of one met already, of the body they seemed to be, or of somebody new. */
const rename = (finding: Finding, own: readonly Doubtful[], met: Entry | undefined): Entry | undefined => {
  const [body] = own.flatMap(({ sentence, head }) => entryAt(finding, sentence, head) ?? []);
  if (met === undefined && body !== undefined) body.best = { ...body.best, kind: 'person' };
  const known = met ?? body;
  for (const { sentence, head, description } of own) {
    if (entryAt(finding, sentence, head) !== undefined) continue;
    if (known === undefined) enter(finding, description);
    else join(finding, description, known);
  }
  return known ?? own.flatMap(({ sentence, head }) => entryAt(finding, sentence, head) ?? [])[0];
};

/** The actor that a pronoun means, whose doubtful names are settled by it. */
export const promote = (finding: Finding, entry: Entry): Entry => {
  const { doubtful, roster } = finding;
  const own = doubtful.filter((each) => each.entry === entry);
  const [first] = own;
  if (first === undefined) return entry;
  doubtful.splice(0, doubtful.length, ...doubtful.filter((each) => each.entry !== entry));
  if (first.of !== undefined) return partFrom(finding, own, first.of);
  return rename(finding, own, roster.entries.includes(entry) ? entry : undefined) ?? entry;
};
