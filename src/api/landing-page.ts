import type { Context } from 'hono';

const links: readonly (readonly [string, string])[] = [
  ['/api/v1/openapi.json', 'the routes of this API (OpenAPI 3.1)'],
  ['/api/v1/totals', 'how much the ledger holds'],
  ['/api/v1/statements', 'who said what'],
  ['/api/v1/events', 'who did what to whom'],
  ['/api/v1/agenda', 'what is planned'],
  ['/api/v1/disputes', 'what is disputed'],
  ['/api/v1/actors', 'who is who'],
  ['/api/v1/situations', 'stories over days'],
  ['/api/v1/reports', 'what was read'],
  ['/api/v1/corrections', 'what people decided'],
];

/** A plain page that says what is here. */
export const landingPage = (context: Context, version: string): Response => {
  const items = links.map(([path, what]) => `<li><a href="${path}">${path}</a>: ${what}</li>`).join('\n');
  return context.html(`<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Readout</title></head>
<body>
<h1>Readout ${version.replace(/[^\w.-]/g, '')}</h1>
<p>A ledger of what news reports say, each row with the words it rests on.</p>
<ul>
${items}
</ul>
</body>
</html>
`);
};
