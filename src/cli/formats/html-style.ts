/** The look of the HTML page: two columns, light and dark, and on paper. */
export const style = `
:root { color-scheme: light dark; --paper: light-dark(#fbfaf7, #16181c); --ink: light-dark(#1d1f23, #e4e2dc);
  --faint: light-dark(#5c6068, #a2a6ae); --line: light-dark(#dcd8cf, #33373f); --card: light-dark(#ffffff, #1e2127);
  --accent: light-dark(#0b5a7a, #7cc7e8); --evidence: light-dark(#b9b2a0, #565c66);
  --lit: light-dark(#ffe08a, #6b5312); --lit-ink: light-dark(#1d1f23, #fff6dc); }
* { box-sizing: border-box; }
html { scroll-behavior: smooth; }
@media (prefers-reduced-motion: reduce) { html { scroll-behavior: auto; } }
body { margin: 0; background: var(--paper); color: var(--ink);
  font: 16px/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif; }
.skip { position: absolute; left: -100vw; } .skip:focus { left: 1rem; top: 1rem; background: var(--card); padding: .5rem; z-index: 2; }
nav.reports { padding: 1rem 1.5rem 0; max-width: 100rem; margin: auto; } nav.reports ol { margin: .3rem 0; padding-left: 1.6rem; }
section.readout { max-width: 100rem; margin: 0 auto; padding: 1.5rem; border-bottom: 1px solid var(--line); }
header h1 { font: 600 1.7rem/1.2 Georgia, "Noto Serif", serif; margin: 0 0 .3rem; text-wrap: balance; }
header p { margin: .15rem 0; overflow-wrap: anywhere; } .faint, .notes { color: var(--faint); } .counts { font-variant-numeric: tabular-nums; }
.warnings { border-left: 4px solid #c2571a; padding: .3rem .9rem; margin: .8rem 0; list-style: none; background: var(--card); }
.columns { display: grid; grid-template-columns: minmax(0, 11fr) minmax(0, 9fr); gap: 2rem; margin-top: 1.2rem; align-items: start; }
article { font: 1.06rem/1.65 Georgia, "Noto Serif", serif; max-width: 44rem; overflow-wrap: anywhere; }
article h2 { font-size: 1.3rem; line-height: 1.25; margin: 0 0 .6rem; } article p { margin: 0 0 .9rem; white-space: pre-line; }
.dek { font-weight: 600; } .caption, .credit, .related { font: .88rem/1.5 system-ui, sans-serif; color: var(--faint); }
.related { border-left: 3px solid var(--line); padding-left: .7rem; } .item { padding-left: 1.2rem; }
.anchor { scroll-margin-top: 30vh; } .evidence { border-bottom: 1px dotted var(--evidence); cursor: pointer; }
.rows { position: sticky; top: 0; max-height: 100vh; overflow-y: auto; padding-right: .4rem; }
.rows h2 { font-size: .82rem; letter-spacing: .08em; text-transform: uppercase; color: var(--accent); margin: 1.2rem 0 .4rem;
  border-bottom: 1px solid var(--line); } .rows nav + h2 { margin-top: 0; } .rows h3 { font-size: .88rem; margin: .7rem 0 .3rem; }
nav.sections { position: sticky; top: 0; background: var(--paper); padding: .2rem 0 .5rem; font-size: .85rem; z-index: 1; }
nav.sections a { color: var(--accent); text-decoration: none; margin-right: .8rem; white-space: nowrap; } nav.sections a:hover { text-decoration: underline; }
nav.sections span { color: var(--faint); } .rows h2 { scroll-margin-top: 2.6rem; }
.rows ol { list-style: none; margin: 0; padding: 0; }
.rows li { margin: 0 0 .45rem; } .rows a.row { display: block; color: inherit; text-decoration: none; background: var(--card);
  border: 1px solid var(--line); border-radius: 6px; padding: .4rem .6rem; font-size: .92rem; line-height: 1.45; }
.rows a.row:hover { border-color: var(--accent); } a:focus-visible, summary:focus-visible { outline: 3px solid var(--accent); outline-offset: 1px; }
.number { color: var(--faint); font-variant-numeric: tabular-nums; margin-right: .35rem; } .label { color: var(--accent); font-weight: 600; }
.quote { display: block; font-family: Georgia, "Noto Serif", serif; overflow-wrap: anywhere; } .quote b { color: var(--ink); } .quote .faint { color: var(--faint); }
details { font-size: .85rem; margin: .1rem 0 .5rem .6rem; color: var(--faint); } details code { white-space: pre-wrap; overflow-wrap: anywhere; }
.empty { color: var(--faint); font-size: .92rem; }
footer { color: var(--faint); padding: 1rem 1.5rem 2rem; max-width: 100rem; margin: auto; font-size: .88rem; }
@media (max-width: 60rem) { .columns { grid-template-columns: 1fr; } .rows { position: static; max-height: none; } }
@media print { .rows { position: static; max-height: none; overflow: visible; } .columns { display: block; } .skip { display: none; } }
`;

/** The rule that lights up the words of one row while it is the target of the address. */
export const litRule = (row: string): string =>
  `:root:has([id="${row}"]:target) [data-rows~="${row}"]{background:var(--lit);color:var(--lit-ink);border-bottom-color:transparent}` +
  `:root:has([id="${row}"]:target) a.row[href="#${row}"]{border-color:var(--accent);box-shadow:inset 4px 0 0 var(--accent)}`;

/** What scripts add to anchors: words lead back to their row, Escape lets go, readers of the screen hear what is chosen. */
export const script = `
const rows = [...document.querySelectorAll('a.row')];
const choose = () => {
  const id = decodeURIComponent(location.hash.slice(1));
  for (const row of rows) {
    const chosen = id !== '' && row.getAttribute('href') === '#' + id;
    if (chosen) row.setAttribute('aria-current', 'true'); else row.removeAttribute('aria-current');
  }
};
addEventListener('hashchange', choose);
choose();
document.addEventListener('click', (event) => {
  const words = event.target instanceof Element ? event.target.closest('.evidence') : null;
  if (words === null) return;
  const ids = words.dataset.rows.split(' ');
  const now = ids.indexOf(decodeURIComponent(location.hash.slice(1)));
  const id = ids[(now + 1) % ids.length];
  location.hash = id;
  const row = rows.find((each) => each.getAttribute('href') === '#' + id);
  if (row) row.scrollIntoView({ block: 'nearest' });
});
document.addEventListener('keydown', (event) => {
  if (event.key === 'Escape') location.hash = '';
});
`;
