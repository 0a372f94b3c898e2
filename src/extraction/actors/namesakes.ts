import type { Description } from './description.ts';
import type { Doubtful } from './doubtful.ts';
import type { Finding } from './finding.ts';
import { createRoster } from './roster.ts';

const isFull = (name: string): boolean => name.includes(' ');

/** A surname alone that says nothing of who bears it ("Dahl", not "Mr. Dahl"). */
const isLone = ({ form, name, gender, role }: Description): boolean =>
  form === 'name' && !isFull(name) && gender === undefined && role === null;

/**
 * Surnames alone that were taken for one whom the text names in full, and that may be a relative's of the other gender ("Vik met her
 * husband, | Tor Vik |. … | Vik | said she …").
 */
export const findNamesakes = ({ roster }: Finding): Doubtful[] =>
  roster.entries.flatMap((of): Doubtful[] => {
    if (of.best.kind !== 'person' || of.gender === undefined || !isFull(of.best.name)) return [];
    const surname = of.best.name.split(' ').at(-1);
    const lone = of.mentions.filter((each) => isLone(each) && each.name === surname);
    const beside = createRoster();
    return lone.map((description) => {
      const entry = beside.enter(description);
      entry.gender = of.gender === 'Fem' ? 'Masc' : 'Fem';
      return { sentence: description.phrase.sentence, head: description.phrase.head, entry, description, of };
    });
  });
