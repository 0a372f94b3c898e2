import { entryAt, type Finding, join } from './finding.ts';
import { genderOfPronoun } from './gender.ts';
import { promote } from './promote.ts';
import { antecedentOf, resolvePronoun, type Scene, weighable } from './pronouns.ts';
import type { Entry } from './roster.ts';
import type { Place } from './salience.ts';
import type { Told } from './told.ts';

const meantBy = (finding: Finding, { sentence, description }: Told): Entry | undefined => {
  const { codebook, weighing, sentences, settledIn, quoting } = finding;
  const { phrase } = description;
  const relative = description.name.toLowerCase() === 'who' ? antecedentOf(sentence, phrase.head) : undefined;
  if (relative !== undefined) return entryAt(finding, phrase.sentence, relative);
  const token = sentence.tokens[phrase.head];
  const stressed = token?.feats.PronType === 'Emp' ? entryAt(finding, phrase.sentence, token.head) : undefined;
  if (stressed !== undefined) return stressed;
  const gender = genderOfPronoun(codebook, description.name);
  if (gender === undefined) return undefined;
  const offsetOf = ({ sentence: own, head }: Place): number => sentences[own]?.tokens[head]?.start ?? -1;
  const scene: Scene = {
    codebook,
    sentences,
    settledIn,
    doubtful: finding.doubtful,
    isQuoted: (place) => quoting.isQuoted(offsetOf(place)),
    speakerAt: (place) => {
      const speaker = quoting.speakerAt(offsetOf(place));
      return speaker === undefined ? undefined : entryAt(finding, speaker.sentence, speaker.head);
    },
  };
  const candidates = weighable(scene, description, gender);
  weighing.watch?.(description, candidates);
  return resolvePronoun(scene, candidates, gender, weighing.weights);
};

/** CASE 4: a pronoun joins its antecedent, where one stands out. The sentences before have been settled. */
export const settlePronouns = (finding: Finding, all: readonly Told[]): void => {
  for (const told of all) {
    if (told.description.form !== 'pronoun') continue;
    const entry = meantBy(finding, told);
    if (entry !== undefined) join(finding, told.description, promote(finding, entry));
  }
};
