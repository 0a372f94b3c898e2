import { describe, expect, test } from 'vitest';
import { type ReportItem, readReports } from '../../src/intake/index.ts';
import type { Document } from '../../src/text/index.ts';

const itemsOf = async (text: string, name = 'wire'): Promise<readonly ReportItem[]> => {
  const found: ReportItem[] = [];
  for await (const item of readReports({ name, bytes: new TextEncoder().encode(text) })) found.push(item);
  return found;
};

const reportOf = async (
  text: string,
): Promise<{ readonly document: Document; readonly warnings: readonly string[] }> => {
  const [item] = await itemsOf(text);
  if (item?.kind !== 'report') throw new Error(`no report: ${JSON.stringify(item)}`);
  return { document: item.document, warnings: item.warnings.map(({ code }) => code) };
};

const refusalOf = async (text: string): Promise<string> => {
  const [item] = await itemsOf(text);
  return item?.kind === 'failure' ? `${item.error.code}: ${item.error.message}` : `read: ${JSON.stringify(item)}`;
};

const blocksOf = ({ blocks, text }: Document): readonly string[] =>
  blocks.map(({ kind, span }) => `${kind}: ${text.slice(span.start, span.end)}`);

const nitf = (head: string, body: string, end = ''): string =>
  `<nitf xmlns="http://iptc.org/std/NITF/2006-10-18/"><head><docdata><date.issue norm="20260309T101500+0100"/></docdata></head><body><body.head>${head}</body.head><body.content>${body}</body.content><body.end>${end}</body.end></body></nitf>`;

const newsItem = (meta: string, content: string, about = '<itemClass qcode="ninat:text"/>'): string =>
  `<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:norwire:1" xml:lang="en"><itemMeta>${about}<provider qcode="nprov:NW"><name>Norwire</name></provider><versionCreated>2026-03-09T12:00:00+01:00</versionCreated></itemMeta><contentMeta>${meta}</contentMeta><contentSet>${content}</contentSet></newsItem>`;

const article = '<p>The port of Sund stays open, the harbour master said on Monday.</p><p>Ferries run as planned.</p>';
const xhtml = (body: string): string =>
  `<inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><head><title>Not this</title></head><body>${body}</body></html></inlineXML>`;

describe('NITF', () => {
  test('all that a report says of itself', async () => {
    const { document } = await reportOf(
      nitf(
        '<hedline><hl1>Port stays open</hl1><hl2>Ferries run as planned</hl2></hedline><byline>By Jane Doe, <byttl>Harbour Correspondent</byttl></byline><distributor>Norwire</distributor><dateline><location>SUND</location><story.date norm="20260309"/></dateline>',
        `<media media-type="image"><media-metadata name="id" value="7"/><media-reference source="p.jpg"/><media-caption><p>The harbour in March.</p></media-caption><media-producer>John Roe/Norwire</media-producer></media><p>The port <em>stays</em> open, the harbour master said.</p><hl2>Ferries</hl2><ul><li>The first runs at six.</li></ul><table><tr><td>Sund</td><td>7 am</td></tr></table>`,
        '<tagline>(Reporting by Jim Poe)</tagline>',
      ),
    );
    expect(document).toMatchObject({
      title: 'Port stays open',
      dek: 'Ferries run as planned',
      byline: ['Jane Doe'],
      publisher: 'Norwire',
      published: '2026-03-09T10:15:00+01:00',
      dateline: { place: 'SUND' },
      images: [{ caption: 'The harbour in March.', credit: 'John Roe/Norwire' }],
    });
    expect(blocksOf(document)).toEqual([
      'heading: Port stays open',
      'dek: Ferries run as planned',
      'paragraph: The port stays open, the harbour master said.',
      'heading: Ferries',
      'list-item: The first runs at six.',
      'list-item: Sund 7 am',
      'caption: The harbour in March.',
      'credit: John Roe/Norwire',
    ]);
  });

  test('who reported signs what nobody else does', async () => {
    const { document } = await reportOf(
      nitf('<hedline><hl1>Port</hl1></hedline>', article, '<tagline>Reporting by Jim Poe</tagline>'),
    );
    expect(document.byline).toEqual(['Jim Poe']);
    expect(document.text).not.toContain('Reporting');
  });
});

describe('NewsML-G2', () => {
  test('the fields of an item with XHTML', async () => {
    const { document, warnings } = await reportOf(
      newsItem(
        '<contentCreated>2026-03-09T10:15:00+01:00</contentCreated><located><name>Sund</name></located><creator><name>Jane Doe</name></creator><infoSource><name>Reuters</name></infoSource><language tag="en-GB"/><headline>Port stays open</headline><headline role="x:subtitle">Ferries run</headline>',
        xhtml(`<h1>Port stays open</h1><h2>Ferries run</h2>${article}`),
      ),
    );
    expect(document).toMatchObject({
      title: 'Port stays open',
      dek: 'Ferries run',
      byline: ['Jane Doe'],
      agency: 'Reuters',
      publisher: 'Norwire',
      published: '2026-03-09T10:15:00+01:00',
      dateline: { place: 'Sund', date: null },
      language: 'en-GB',
      url: 'urn:norwire:1',
      sources: { title: 'newsml', dateline: 'newsml', byline: 'newsml', language: 'newsml' },
    });
    expect(warnings).toEqual([]);
    expect(blocksOf(document).slice(0, 3)).toEqual([
      'heading: Port stays open',
      'dek: Ferries run',
      'paragraph: The port of Sund stays open, the harbour master said on Monday.',
    ]);
  });

  test('inline NITF, and plain text in inlineData', async () => {
    const inNitf = await reportOf(
      newsItem(
        '<headline>Port</headline>',
        `<inlineXML contenttype="application/nitf+xml">${nitf('<byline>By Jane Doe</byline>', article)}</inlineXML>`,
      ),
    );
    expect(inNitf.document).toMatchObject({ title: 'Port', byline: ['Jane Doe'] });
    const inText = await reportOf(
      newsItem(
        '<headline>Port</headline>',
        '<inlineData contenttype="text/plain">SUND, March 9 (Reuters) - The port stays open.\n\nFerries run.</inlineData>',
      ),
    );
    expect(inText.document).toMatchObject({ dateline: { place: 'SUND', date: '2026-03-09' }, agency: 'Reuters' });
    expect(inText.document.blocks).toHaveLength(3);
  });

  test('a picture is its caption, and says so', async () => {
    const { document, warnings } = await reportOf(
      newsItem(
        '<headline>Port</headline><creditline>Norwire/Jane Doe</creditline><description role="drol:caption">The harbour on Monday.</description>',
        '<remoteContent href="p.jpg"/>',
        '<itemClass qcode="ninat:picture"/>',
      ),
    );
    expect(document.images).toEqual([{ caption: 'The harbour on Monday.', credit: 'Norwire/Jane Doe' }]);
    expect(warnings).toEqual(['media-only']);
  });

  test('an embargo and a withdrawal are told', async () => {
    const { warnings } = await reportOf(
      newsItem(
        '<headline>Port</headline>',
        xhtml(article),
        '<itemClass qcode="ninat:text"/><embargoed>2026-03-10T00:00:00Z</embargoed><pubStatus qcode="stat:canceled"/>',
      ),
    );
    expect(warnings).toEqual(['withdrawn', 'embargoed']);
  });

  test('a message gives a report for each item, and passes over a package', async () => {
    const item = newsItem('<headline>Port</headline>', xhtml(article));
    const items = await itemsOf(
      `<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><itemSet><packageItem guid="p"/>${item}${item}</itemSet></newsMessage>`,
    );
    expect(items.map(({ kind, name }) => [kind, name])).toEqual([
      ['skipped', 'wire#1'],
      ['report', 'wire#2'],
      ['report', 'wire#3'],
    ]);
  });

  test.each([
    ['packageItem', 'a package, which lists other items'],
    ['planningItem', 'a planning item'],
    ['conceptItem', 'a concept item'],
    ['knowledgeItem', 'a knowledge item'],
    ['catalogItem', 'a catalog of codes'],
  ])('a %s is refused with the reason', async (element, reason) => {
    expect(await refusalOf(`<?xml version="1.0"?><${element} xmlns="http://iptc.org/std/nar/2006-10-01/"/>`)).toContain(
      reason,
    );
  });
});

test('NewsML 1', async () => {
  const { document } = await reportOf(
    `<?xml version="1.0"?><!DOCTYPE NewsML PUBLIC "urn:newsml:iptc.org:20021018:NewsMLv1.2:1" "NewsML_1.2.dtd"><NewsML><NewsEnvelope><DateAndTime>20260309T111500+0100</DateAndTime></NewsEnvelope><NewsItem><Identification><NewsIdentifier><PublicIdentifier>urn:norwire:2</PublicIdentifier></NewsIdentifier></Identification><NewsManagement><FirstCreated>20260309T101500+0100</FirstCreated><Status FormalName="Usable"/></NewsManagement><NewsComponent><NewsLines><HeadLine>Port stays open</HeadLine><ByLine>By Jane Doe</ByLine><DateLine>SUND, March 9</DateLine></NewsLines><AdministrativeMetadata><Provider><Party FormalName="AFP"/></Provider></AdministrativeMetadata><DescriptiveMetadata><Language FormalName="en"/></DescriptiveMetadata><NewsComponent><Role FormalName="Main"/><ContentItem><MediaType FormalName="Text"/><DataContent>${article}</DataContent></ContentItem></NewsComponent><NewsComponent><Role FormalName="Caption"/><ContentItem><DataContent><p>The harbour.</p></DataContent></ContentItem></NewsComponent></NewsComponent></NewsItem></NewsML>`,
  );
  expect(document).toMatchObject({
    title: 'Port stays open',
    byline: ['Jane Doe'],
    agency: 'AFP',
    publisher: 'AFP',
    published: '2026-03-09T10:15:00+01:00',
    dateline: { place: 'SUND' },
    url: 'urn:norwire:2',
    images: [{ caption: 'The harbour.', credit: null }],
  });
});

describe('ninjs', () => {
  const base = { uri: 'https://norwire.example/1', type: 'text', language: 'en' };
  test.each([
    [
      '1',
      {
        ...base,
        versioncreated: '2026-03-09T10:15:00Z',
        headline: 'Port stays open',
        byline: 'Jane Doe',
        body_xhtml: article,
        body_text: 'flat',
      },
    ],
    [
      '1, with names of its own',
      {
        ...base,
        versioncreated: '2026-03-09T10:15:00Z',
        headline_main: 'Port stays open',
        byline: 'Jane Doe',
        body_main: 'flat',
        body_richtext: article,
      },
    ],
    [
      '2',
      {
        ...base,
        versioncreated: '2026-03-09T10:15:00Z',
        headlines: [{ role: 'main', value: 'Port stays open' }],
        by: 'Jane Doe',
        bodies: [{ role: 'main', contenttype: 'text/html', value: article }],
      },
    ],
    [
      '3',
      {
        ...base,
        versionCreated: '2026-03-09T10:15:00Z',
        headlines: [{ role: 'main', value: 'Port stays open' }],
        by: 'Jane Doe',
        bodies: [
          { role: 'text', contentType: 'text/plain', value: 'flat' },
          { role: 'nitf', contentType: 'text/vnd.IPTC.NITF', value: nitf('', article) },
        ],
      },
    ],
  ])('version %s', async (_, item) => {
    const { document } = await reportOf(JSON.stringify(item, null, 1));
    expect(document).toMatchObject({
      title: 'Port stays open',
      byline: ['Jane Doe'],
      published: '2026-03-09T10:15:00Z',
      language: 'en',
      url: 'https://norwire.example/1',
    });
    expect(blocksOf(document).slice(1)).toEqual([
      'paragraph: The port of Sund stays open, the harbour master said on Monday.',
      'paragraph: Ferries run as planned.',
    ]);
  });

  test('pictures that belong to it', async () => {
    const picture = { uri: 'p', type: 'picture', byline: 'John Roe', description_text: 'The harbour.' };
    const old = await reportOf(
      JSON.stringify({ ...base, headline: 'Port', body_xhtml: article, associations: { main: picture } }),
    );
    const listed = { name: 'main', type: 'picture', by: 'John Roe', descriptions: [{ value: 'The harbour.' }] };
    const fresh = await reportOf(
      JSON.stringify({ ...base, headlines: [{ value: 'Port' }], bodies: [{ value: article }], associations: [listed] }),
    );
    for (const { document } of [old, fresh])
      expect(document.images).toEqual([{ caption: 'The harbour.', credit: 'John Roe' }]);
  });

  test('a summary alone says so; a list gives each', async () => {
    const item = {
      ...base,
      headlines: [{ value: 'Port' }],
      descriptions: [{ role: 'text', value: 'The port of Sund stays open.' }],
      by: 'NTB',
    };
    const { document, warnings } = await reportOf(JSON.stringify(item));
    expect(warnings).toEqual(['summary-only']);
    expect(document.agency).toBe('NTB');
    expect((await itemsOf(JSON.stringify([item, item]))).map(({ kind }) => kind)).toEqual(['report', 'report']);
  });

  test.each([
    ['other JSON', '{"name": "x", "version": "1"}', 'no column that is named like the text'],
    ['an item without words', JSON.stringify({ ...base, versioncreated: '2026-03-09' }), 'a text without words'],
    ['what breaks off', `{"uri": "x", "headline": "Port", "body_text": "The port`, 'bad-json'],
  ])('%s is refused', async (_, text, reason) => {
    expect(await refusalOf(text)).toContain(reason);
  });
});
