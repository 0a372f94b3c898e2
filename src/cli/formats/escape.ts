const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text made safe for the content and the quoted attributes of HTML. */
export const escapeHtml = (text: string): string =>
  text
    .toWellFormed()
    .replace(/[&<>"']/g, (letter) => entities[letter] ?? letter)
    // Control characters are not allowed in HTML; line ends and tabs are.
    .replace(/[^\P{Cc}\t\n]/gu, '\ufffd');
