import { createRequire } from 'node:module';
import { Readability } from '@mozilla/readability';
import { describe, expect, test } from 'vitest';
import type { TreeElement } from '../../src/intake/tree/page-tree.ts';
import { NUMBER, parsePage } from '../../src/intake/tree/parse-page.ts';

const { parseHTML } = createRequire(import.meta.url)('linkedom') as {
  parseHTML: (source: string) => { document: object };
};

/** The words that Readability keeps of a page, in whichever tree it is given. */
const keptIn = (page: object): string =>
  (new Readability(page as never, { serializer: (node) => node as never }).parse()?.textContent ?? '')
    .replace(/\s+/g, ' ')
    .trim();

const sentence =
  'The harbour board met on Tuesday, and it said that the quays, which had been closed, would open again. ';
const prose = `<p>${sentence.repeat(3)}</p>`;

describe('a page as a tree', () => {
  test.each([
    ['as it is written', '<!doctype html><html><head><title>One</title></head><body><p>Two</p></body></html>'],
    ['without head', '<html><body><p>Two</p></body></html>'],
    ['without body', '<html><head><title>One</title></head><p>Two</p></html>'],
    [
      'with something between head and body',
      '<html><head></head><noscript>three</noscript><body><p>Two</p></body></html>',
    ],
    ['a part of a page', '<p>Two</p>'],
    ['with a paragraph that is not closed', '<html><body><p>Two</body></html>'],
  ])('has one body: %s', (_, source) => {
    expect(parsePage(source).body.textContent.trim()).toBe('Two');
  });

  test('joins what entities part, and numbers elements in order', () => {
    const page = parsePage('<p>Fish &amp; chips <b>&lt;now&gt;</b></p><p>Tea</p>');
    const paragraphs = page.getElementsByTagName('p');
    expect(paragraphs.map((each) => each.textContent)).toEqual(['Fish & chips <now>', 'Tea']);
    expect(paragraphs[0]?.childNodes).toHaveLength(2);
    expect(page.elements(() => true).map((each) => each.getAttribute(NUMBER))).toEqual(['0', '1', '2', '3', '4', '5']);
  });

  test('a number that a page writes itself counts for nothing', () => {
    const [paragraph] = parsePage(`<p ${NUMBER}="99">One</p>`).getElementsByTagName('p');
    expect(paragraph?.getAttribute(NUMBER)).toBe('3');
  });

  test('moves, replaces and removes', () => {
    const { body } = parsePage('<p>one</p><p>two</p><p>three</p>');
    const [one, two, three] = body.children as [TreeElement, TreeElement, TreeElement];
    body.replaceChild(three, one);
    expect(body.textContent).toBe('threetwo');
    body.insertBefore(one, two);
    expect(body.textContent).toBe('threeonetwo');
    expect([one.previousElementSibling, one.nextElementSibling]).toEqual([three, two]);
    body.replaceChild(two, one);
    expect(body.textContent).toBe('threetwo');
    two.remove();
    expect([body.lastChild, two.parentNode]).toEqual([three, null]);
  });

  test('what it holds can be kept and set again', () => {
    const { body } = parsePage('<p class="a">one <b>two</b></p>');
    const kept = body.innerHTML;
    body.firstElementChild?.remove();
    body.innerHTML = kept;
    body.firstElementChild?.setAttribute('class', 'b');
    body.innerHTML = kept;
    expect(body.textContent).toBe('one two');
    expect(body.firstElementChild?.className).toBe('a');
  });

  test('is searched by lists of tags alone', () => {
    const page = parsePage('<p>one</p><img><P>two</P>');
    expect(page.querySelectorAll('IMG,p').map((each) => each.localName)).toEqual(['p', 'img', 'p']);
    expect(() => page.querySelectorAll('p > a')).toThrow(/list of tags/);
  });

  test('tells by style whether an element is seen', () => {
    const [one, two] = parsePage('<p style="color: red; DISPLAY:x; display : none">1</p><p>2</p>').body.children;
    expect(one?.style.display).toBe('none');
    expect(two?.style.display).toBe('');
  });
});

describe('Readability finds in it what it finds in a full DOM', () => {
  test.each([
    ['paragraphs', `<article><h1>Quays open again</h1>${prose.repeat(4)}</article>`],
    ['lines parted by breaks', `<div id="story">${`${sentence.repeat(2)}<br><br>`.repeat(6)}</div>`],
    [
      'divisions in place of paragraphs',
      `<div>${`<div>${sentence.repeat(2)}</div>`.repeat(6)}</div><div class="sidebar">${'<a href="/x">Elsewhere</a> '.repeat(9)}</div>`,
    ],
    [
      'a picture for readers without scripts',
      `<article><img><noscript><img src="/a.jpg"></noscript>${prose.repeat(4)}</article>`,
    ],
    [
      'hidden parts',
      `<article>${prose.repeat(4)}<p style="display:none">${sentence} Not shown.</p><p hidden>${sentence} Nor this.</p></article>`,
    ],
    [
      'a table of numbers',
      `<article>${prose.repeat(4)}<table><caption>Ships</caption><tr><td>1</td><td>2</td></tr></table></article>`,
    ],
    [
      'so little that it tries again',
      `<div class="comment"><p>${sentence}</p></div><footer><p>${sentence}</p></footer>`,
    ],
    ['no report', '<p>Hello.</p>'],
  ])('%s', (_, body) => {
    const source = `<!doctype html><html><head><title>Quays open again</title></head><body>${body}</body></html>`;
    expect(keptIn(parsePage(source))).toBe(keptIn(parseHTML(source).document));
  });
});
