/** What stands in the field: addresses, one a line, or a text. */
export type Pasted =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'addresses'; readonly urls: readonly string[] }
  | { readonly kind: 'text'; readonly text: string };

const isAddress = (line: string): boolean => /^https?:\/\/[^\s]+$/i.test(line) && URL.canParse(line);

/** `https://a.example/x\nhttps://b.example/y` → two addresses; anything else is a text. Each address once. */
export const pastedIn = (words: string): Pasted => {
  const lines = words.split('\n').map((line) => line.trim());
  const given = lines.filter((line) => line !== '');
  if (given.length === 0) return { kind: 'nothing' };
  return given.every(isAddress) ? { kind: 'addresses', urls: [...new Set(given)] } : { kind: 'text', text: words };
};

/** What a pasted text is called in the list: its headline, or how it begins. */
export const nameOfText = (text: string, title: string): string => {
  const [line = ''] = text.trim().split('\n');
  const words = title.trim() === '' ? line.trim() : title.trim();
  return `Text: ${words.length > 90 ? `${words.slice(0, 89)}…` : words}`;
};
