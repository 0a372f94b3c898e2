/** Headers of a page in UTF-8. */
export const html = { 'content-type': 'text/html; charset=utf-8' };

/** A page with a report of our own; its letters are those of Latin-1. */
export const page = (title: string, day: string): string =>
  `<!doctype html><html lang="en"><head><title>${title}</title></head><body><article><h1>${title}</h1>
<p>NORDHAVN, ${day} (Reuters) - Norland's foreign minister, Ada Berg, said on Monday that she would meet rebels.</p>
<p>The rebels said that they would come to the talks, which the harbour town offered to host last week.</p></article></body></html>`;

/** A feed of reports: address and day of each. */
export const rss = (urls: readonly (readonly [string, string])[]): string =>
  `<?xml version="1.0"?><rss version="2.0"><channel><title>Paper</title>${urls
    .map(([url, day]) => `<item><title>Report</title><link>${url}</link><pubDate>${day}</pubDate></item>`)
    .join('')}</channel></rss>`;
