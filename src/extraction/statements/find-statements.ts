import type { Codebook } from '../../codebook/index.ts';
import type { ParsedSentence } from '../../reading/index.ts';
import { findQuotes, type Quote, recordId, toEvidence } from '../../text/index.ts';
import { indexBySpan, type NearIndex } from '../near.ts';
import type { ActorIndex, FoundStatement, ReadDocument } from '../reading-of.ts';
import type { Place, Statement, TimeExpression } from '../records.ts';
import { addresseeChannel, channelsOf, phraseEvidence } from './channel.ts';
import { combine } from './combine.ts';
import { withConjoinedCues } from './conjoined.ts';
import type { Draft } from './draft.ts';
import { headlineDrafts } from './headlines.ts';
import { nest } from './nest.ts';
import { accordingDrafts, nounDrafts, wordingDrafts } from './other-cues.ts';
import { actOfOwnWill } from './own-will.ts';
import { attachFloating, completeQuotes, quotationOf } from './quotations.ts';
import { signedDrafts } from './signed.ts';
import { holds, overlaps } from './spans.ts';
import { documentChannel, issuersAgain, speakersOf } from './speakers.ts';
import { findTurns, turnDrafts, withoutLabels } from './turns.ts';
import { utterancePlace } from './utterance-place.ts';
import { utteranceTime } from './utterance-time.ts';
import { verbDrafts } from './verb-cues.ts';

const SKIPPED_BLOCKS = new Set(['credit']);

const draftsOf = (read: ReadDocument, codebook: Codebook, quotes: NearIndex<Quote>): Draft[] =>
  read.sentences.flatMap((sentence, index): Draft[] => {
    const { text } = read.document;
    if (SKIPPED_BLOCKS.has(read.document.blocks[sentence.block]?.kind ?? '')) return [];
    return [
      ...headlineDrafts(codebook, read.document, sentence, index, text),
      ...verbDrafts(codebook, sentence, index, text, quotes),
      ...accordingDrafts(sentence, index, text),
      ...wordingDrafts(codebook, sentence, index, text),
      ...nounDrafts(codebook, sentence, index, text),
    ];
  });

/** Of two drafts with the same cue, the one that says more stays. Drafts come sentence by sentence. */
const withoutTwins = (drafts: readonly Draft[]): Draft[] => {
  const kept: Draft[] = [];
  for (const draft of drafts) {
    const first = kept.findLastIndex((other) => other.sentence !== draft.sentence) + 1;
    if (!kept.slice(first).some((other) => overlaps(other.cue, draft.cue))) kept.push(draft);
  }
  return kept;
};

/** A cue inside a quotation has its content there too. */
const staysInside = (draft: Draft, quotes: NearIndex<Quote>): boolean => {
  const around = quotes.near(draft.cue).find((quote) => holds(quote, draft.cue));
  return around === undefined || draft.content.every((span) => overlaps(span, around));
};

interface Sources {
  readonly read: ReadDocument;
  readonly actors: ActorIndex;
  /** Ids of the actors that are no people. */
  readonly bodies: ReadonlySet<string>;
  readonly times: NearIndex<TimeExpression>;
  readonly places: NearIndex<Place>;
  readonly quotes: NearIndex<Quote>;
  readonly codebook: Codebook;
}

const toStatement = ({ read, times, places, quotes, codebook, actors, bodies }: Sources, draft: Draft): Statement => {
  const { text } = read.document;
  const sentence = read.sentences[draft.sentence] as ParsedSentence;
  const addressed =
    draft.addresseeHead === null ? [] : actors.actorsAt({ sentence: draft.sentence, token: draft.addresseeHead });
  const isPersonAddressed = addressed.some((id) => !bodies.has(id));
  const named = [
    ...documentChannel(codebook, text, sentence, draft),
    ...channelsOf(codebook, text, sentence, draft.cueHead, draft.content, draft.strayed ?? []),
    ...(isPersonAddressed ? [] : addresseeChannel(codebook, text, sentence, draft.cueHead, draft.addresseeHead)),
  ];
  const speakers = speakersOf(codebook, sentence, draft, actors, bodies);
  return {
    id: recordId(read.id, 'statement', [draft.cue, ...draft.content]),
    source: draft.source === null ? null : toEvidence(text, draft.source),
    speakers,
    cue: toEvidence(text, draft.cue),
    content: draft.content.map((span) => toEvidence(text, span)),
    quotation: draft.quotation ?? quotationOf(draft.content, quotes, text),
    act: actOfOwnWill(codebook, sentence, draft, speakers, actors, bodies) ?? draft.act,
    attitude: draft.attitude,
    channel: named.filter((channel, at) => named.findIndex((other) => other.span.start === channel.span.start) === at),
    addressee: draft.addresseeHead === null ? null : phraseEvidence(text, sentence, draft.addresseeHead),
    time: utteranceTime(sentence, draft, times, codebook),
    place: utterancePlace(sentence, draft, places, codebook),
    parent: null,
    rule: draft.rule,
  };
};

/**
 * The statements of a document: every act of communication that the text attributes to a source, in text order of cues
 * (see the codebook; spans after PolNeAR, Newell et al. 2018).
 */
export const findStatements = (
  document: ReadDocument,
  actors: ActorIndex,
  times: readonly TimeExpression[],
  places: readonly Place[],
  codebook: Codebook,
): FoundStatement[] => {
  const turns = findTurns(codebook, document.document, actors);
  const sentences = withoutLabels(document.sentences, turns).map((each) => withConjoinedCues(codebook, each));
  const read = { ...document, sentences };
  const all = findQuotes(read.document);
  const quotes = indexBySpan(all, (quote) => [quote]);
  const ruled = withoutTwins(
    [...turnDrafts(read, turns), ...signedDrafts(codebook, read, all), ...draftsOf(read, codebook, quotes)].filter(
      (draft) => staysInside(draft, quotes),
    ),
  );
  const own = combine(codebook, read, ruled, quotes);
  const completed = own.map((draft) => completeQuotes(draft, quotes, all, own));
  const drafts = attachFloating(completed, all, quotes, read);
  const bySpan = { times: indexBySpan(times, ({ span }) => [span]), places: indexBySpan(places, ({ span }) => [span]) };
  const bodies = new Set(actors.actors.flatMap(({ id, kind }) => (kind === 'person' ? [] : [id])));
  const sources: Sources = { read, actors, bodies, ...bySpan, quotes, codebook };
  const statements = nest(codebook, issuersAgain(drafts.map((draft) => toStatement(sources, draft))));
  return statements.map((statement, at): FoundStatement => {
    const draft = drafts[at] as Draft;
    return {
      statement,
      cue: { sentence: draft.sentence, token: draft.cueHead },
      source: draft.sourceHead === null ? null : { sentence: draft.sentence, token: draft.sourceHead },
      content: statement.content,
    };
  });
};
