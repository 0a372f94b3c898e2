import { readdirSync, readFileSync } from 'node:fs';

/** A report of the merging set: written by us, about things that never happened. */
export interface MergingReport {
  readonly id: string;
  readonly published: string;
  readonly publisher: string;
  readonly title: string;
  readonly body: string;
}

/** Words of a report that name something: `a1 "signed"`. */
export interface Named {
  readonly report: string;
  readonly words: string;
}

/** What is right about the reports of one situation. */
export interface MergingGold {
  readonly reports: readonly MergingReport[];
  readonly events: ReadonlyMap<string, readonly Named[]>;
  readonly statements: ReadonlyMap<string, readonly Named[]>;
  readonly origins: ReadonlyMap<string, number>;
  /** For each event the states its item goes through, and the reports that say so. */
  readonly agenda: ReadonlyMap<string, readonly { readonly state: string; readonly report: string }[]>;
  readonly disputes: readonly { readonly claim: Named; readonly counter: Named }[];
  /** Names of one person, and names of several. */
  readonly one: readonly (readonly Named[])[];
  readonly several: readonly (readonly Named[])[];
}

const namedIn = (text: string): readonly Named[] =>
  [...text.matchAll(/(\w+) "([^"]+)"/g)].map(([, report = '', words = '']) => ({ report, words }));

const bodyOf = (body: string, copy: string | undefined, earlier: ReadonlyMap<string, MergingReport>): string => {
  const [, how, of = ''] = /^(copy|cut) of (\w+)$/.exec(copy ?? '') ?? [];
  const source = earlier.get(of)?.body;
  if (how === undefined || source === undefined) return body;
  return how === 'copy' ? source : source.split('\n\n').slice(0, -1).join('\n\n');
};

const reportsIn = (sections: readonly string[]): readonly MergingReport[] => {
  const reports = new Map<string, MergingReport>();
  for (const section of sections) {
    const [head = '', title = '', ...lines] = section.split('\n');
    const [id = '', published = '', publisher = '', copy] = head.split('|').map((part) => part.trim());
    reports.set(id, { id, published, publisher, title, body: bodyOf(lines.join('\n').trim(), copy, reports) });
  }
  return [...reports.values()];
};

const linesOf = (gold: string, word: string): readonly (readonly [name: string, rest: string])[] =>
  gold.split('\n').flatMap((line) => {
    const [, name = '', rest = ''] = new RegExp(`^${word}(?: ([\\w-]+))?:? (.*)$`).exec(line) ?? [];
    return rest === '' ? [] : [[name, rest] as const];
  });

const situationIn = (text: string): MergingGold => {
  const sections = text.split(/^=== /m).slice(1);
  const gold = sections.find((section) => section.startsWith('gold')) ?? '';
  const named = (word: string) => linesOf(gold, word).map(([name, rest]) => [name, namedIn(rest)] as const);
  return {
    reports: reportsIn(sections.filter((section) => !section.startsWith('gold'))),
    events: new Map(named('event')),
    statements: new Map(named('statement')),
    origins: new Map(linesOf(gold, 'origins').map(([name, rest]) => [name, Number(rest)])),
    agenda: new Map(
      linesOf(gold, 'agenda').map(([name, rest]) => [
        name,
        [...rest.matchAll(/([a-z ]+?) (\w\d+)/g)].map(([, state = '', report = '']) => ({
          state: state.trim(),
          report,
        })),
      ]),
    ),
    disputes: named('dispute').flatMap(([, [claim, counter]]) =>
      claim === undefined || counter === undefined ? [] : [{ claim, counter }],
    ),
    one: named('person').map(([, names]) => names),
    several: named('people').map(([, names]) => names),
  };
};

/** The merging set, all situations. It lies beside the scorer: `eval/merging/*.md`. */
export const mergingGold = (): readonly MergingGold[] => {
  const folder = new URL('./merging/', import.meta.url);
  return readdirSync(folder)
    .filter((file) => file.endsWith('.md'))
    .sort()
    .map((file) => situationIn(readFileSync(new URL(file, folder), 'utf8')));
};
