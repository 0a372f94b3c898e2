const cased = (word: string, mode: string): string => {
  if (mode === 'l') return word.toLowerCase();
  return mode === 'c' ? word.slice(0, 1).toUpperCase() + word.slice(1).toLowerCase() : word;
};

/**
 * The lemma that a script makes of a word. Script `case|strip|add`: keep (k), lower (l) or capitalize (c), cut so many
 * letters off the end, add the rest (`l|3|` + "Meeting" → "meet"); `=|be` is the whole lemma.
 */
export const applyLemmaScript = (word: string, script: string): string => {
  if (script.startsWith('=|')) return script.slice(2);
  const [mode = 'k', strip = '0', add = ''] = script.split('|');
  const form = cased(word, mode);
  return form.slice(0, Math.max(0, form.length - Number(strip))) + add || form;
};
