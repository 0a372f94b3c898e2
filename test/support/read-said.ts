import {
  type Actor,
  findActors,
  findPlaces,
  findStatements,
  findTimes,
  type Statement,
} from '../../src/extraction/index.ts';
import { shippedCodebook } from './codebook.ts';
import { readText, type TextFrame } from './read-text.ts';

/** A statement as a test looks at it: words and names instead of spans and ids. */
export interface Said {
  readonly source: string | null;
  readonly speakers: readonly string[];
  readonly cue: string;
  readonly content: readonly string[];
  readonly act: string;
  readonly attitude: boolean;
  readonly quotation: string;
  readonly channel: readonly string[];
  readonly addressee: string | null;
  /** Cue of the statement that this one stands in. */
  readonly parent: string | null;
  readonly rule: string;
  readonly statement: Statement;
}

/** The statements and actors that the shipped network and codebook find in a text. */
export const readSaid = async (
  text: string,
  frame: TextFrame = {},
): Promise<{ said: Said[]; actors: readonly Actor[] }> => {
  const codebook = shippedCodebook();
  const read = await readText(text, frame);
  const index = findActors(read, codebook);
  const found = findStatements(read, index, findTimes(read, codebook), findPlaces(read, codebook), codebook);
  const nameOf = (id: string): string => index.actors.find((actor) => actor.id === id)?.name ?? id;
  const cueOf = (id: string | null): string | null =>
    found.find(({ statement }) => statement.id === id)?.statement.cue.text ?? null;
  const said = found.map(
    ({ statement }): Said => ({
      source: statement.source?.text ?? null,
      speakers: statement.speakers.map(nameOf),
      cue: statement.cue.text,
      content: statement.content.map((span) => span.text),
      act: statement.act,
      attitude: statement.attitude,
      quotation: statement.quotation,
      channel: statement.channel.map((channel) => channel.name),
      addressee: statement.addressee?.text ?? null,
      parent: cueOf(statement.parent),
      rule: statement.rule,
      statement,
    }),
  );
  return { said, actors: index.actors };
};
