import type { MadeReport } from './reports.ts';

/** A field that a layout may print. */
export type PrintField =
  | 'title'
  | 'dek'
  | 'byline'
  | 'agency'
  | 'publisher'
  | 'day'
  | 'caption'
  | 'credit'
  | 'related'
  | 'url'
  | 'body';

/** How some site, plugin or browser prints a report, and which of its fields it prints. */
export interface Layout {
  readonly name: string;
  readonly file: string;
  readonly fields: readonly PrintField[];
  readonly print: (report: MadeReport) => string;
}

const paragraphs = ({ body }: MadeReport): string => body.map((line) => `<p>${line}</p>`).join('\n');
const names = ({ people }: MadeReport): string => people.join(' and ');
const all: readonly PrintField[] = [
  'title',
  'dek',
  'byline',
  'agency',
  'day',
  'caption',
  'credit',
  'related',
  'url',
  'body',
];
const without = (...left: readonly PrintField[]): readonly PrintField[] => all.filter((field) => !left.includes(field));

const page = (head: string, body: string): string =>
  `<!DOCTYPE html>\n<html lang="en"><head>${head}</head><body>${body}</body></html>`;

const original: Layout = {
  name: 'a print view that names its original',
  file: 'print.html',
  fields: all,
  print: (report) =>
    page(
      `<title>${report.title} - print</title>`,
      `<h1>${report.title}</h1><h2>${report.dek}</h2><p class="by">By ${names(report)}, ${report.agency} ${report.dayWritten}</p>
       <figure><img src="a.jpg"><figcaption>${report.caption} <span class="credit">${report.credit}</span></figcaption></figure>
       ${paragraphs(report).replace('</p>\n', `</p>\n<p><strong>Related article:</strong> <a href="${report.relatedUrl}">${report.related}</a></p>\n`)}
       <p>Original url: <a href="${report.url}">${report.url}</a></p><button onclick="print()">Print</button>`,
    ),
};

const tables: Layout = {
  name: 'tables and fonts of an old site',
  file: 'printer_friendly.asp.html',
  fields: without('dek', 'related', 'agency'),
  print: (
    report,
  ) => `<HTML><HEAD><TITLE>${report.publisher} : Printer-friendly version</TITLE></HEAD><BODY bgcolor="#ffffff">
<TABLE width=600 border=0><TR><TD><FONT size="2"><A href="/">${report.publisher}</A></FONT></TD></TR>
<TR><TD><H3>${report.title}</H3><FONT size="2">By ${names(report)}<BR>${report.dayWritten}</FONT></TD></TR>
<TR><TD><IMG src="p.jpg"><BR><FONT size="1" class="caption">${report.caption} (${report.credit})</FONT></TD></TR>
<TR><TD><FONT size="3">${report.body.join('<BR><BR>\n')}</FONT></TD></TR>
<TR><TD><FONT size="1">This article can be found at: <A href="${report.url}">${report.url}</A></FONT></TD></TR></TABLE></BODY></HTML>`,
};

const plugin: Layout = {
  name: 'the print plugin of a blog',
  file: 'print',
  fields: ['title', 'byline', 'day', 'url', 'body'],
  print: (report) =>
    page(
      `<title>${report.publisher} » ${report.title} » Print</title>`,
      `<main class="print-page"><p>- ${report.publisher} - <span dir="ltr">https://courier.example</span> -</p>
       <h1>${report.title}</h1><p>Posted By <u>${names(report)}</u> On ${report.dayWritten} @ ${report.clock} In <u>World</u> | <u>Comments Disabled</u></p>
       <div>${paragraphs(report)}</div><hr><p>Article printed from ${report.publisher}: <strong>https://courier.example</strong></p>
       <p>URL to article: <strong dir="ltr">${report.url}</strong></p><p>Click here to print.</p></main>`,
    ),
};

const service: Layout = {
  name: 'a print service of another site',
  file: 'service.html',
  fields: without('related', 'agency', 'dek'),
  print: (report) =>
    page(
      `<title>${report.title}</title>`,
      `<div id="print-area"><a class="site" href="${report.url}">${new URL(report.url).host}</a><h1 id="printing-title">${report.title}</h1>
       <div class="byline"><span class="author">by ${names(report)}</span> &bull; <span class="date">${report.dayWritten}</span></div>
       <div class="caption"><img src="x.png"><p class="wp-caption-text">${report.caption}</p><p class="credit">Photo: ${report.credit}</p></div>
       <div class="content">${paragraphs(report)}</div><p class="source">Source: <a href="${report.url}">${report.url}</a></p></div>`,
    ),
};

const broadcaster: Layout = {
  name: 'a broadcaster that prints its address below',
  file: 'story.htm',
  fields: ['title', 'dek', 'day', 'url', 'body'],
  print: (report) =>
    page(
      `<title>${report.publisher} | World | ${report.title}</title>`,
      `<div><img alt="${report.publisher}" src="logo.gif"></div><div class="headline"><b>${report.title}</b></div>
       <div class="bo"><p class="standfirst"><b>${report.dek}</b></p>${paragraphs(report)}</div>
       <div class="footer-print">Story from ${report.publisher}:<br>${report.url}<br><br>Published: ${report.day.replaceAll('-', '/')} ${report.clock} GMT<br><br>&copy; ${report.publisher} ${report.day.slice(0, 4)}</div>`,
    ),
};

const paper: Layout = {
  name: 'a paper whose credits are pasted to captions',
  file: 'paper.html',
  fields: without('agency', 'related'),
  print: (report) =>
    page(
      `<title>${report.title} - ${report.publisher}</title><link rel="canonical" href="${report.url}">`,
      `<article><header><p class="kicker">World</p><h1>${report.title}</h1><p class="summary">${report.dek}</p>
       <figure><img src="a.jpg"><figcaption><span>${report.caption}.</span><span class="credit"><span>Credit...</span><span>${report.credit}</span></span></figcaption></figure>
       <p class="byline">By ${names(report)}</p><time datetime="${report.day}T08:00:00-05:00">${report.dayWritten}</time></header>
       <section name="articleBody">${paragraphs(report)}</section></article>`,
    ),
};

const amp: Layout = {
  name: 'an AMP page',
  file: 'amp.html',
  fields: without('dek'),
  print: (
    report,
  ) => `<!doctype html><html ⚡ lang="en"><head><meta charset="utf-8"><link rel="canonical" href="${report.url}">
<script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle","headline":${JSON.stringify(report.title)},"datePublished":"${report.day}T09:00:00Z","author":[${report.people.map((name) => `{"@type":"Person","name":"${name}"}`).join(',')}]}</script>
<style amp-boilerplate>body{visibility:hidden}</style></head><body><amp-sidebar id="menu" layout="nodisplay"><ul><li><a href="/">Home</a></li></ul></amp-sidebar>
<article class="amp-wp-article"><h1 class="amp-wp-title">${report.title}</h1><figure><amp-img src="a.jpg" width="1" height="1"></amp-img><figcaption class="wp-caption-text">${report.caption}. (${report.credit})</figcaption></figure>
<div class="amp-content"><p>${report.place} (${report.agency}) — ${report.body[0]}</p><amp-ad width="300" height="250"></amp-ad>${report.body
    .slice(1)
    .map((line) => `<p>${line}</p>`)
    .join('')}
<div class="related"><p>Read more: <a href="${report.relatedUrl}">${report.related}</a></p></div></div></article><amp-consent id="c" layout="nodisplay"><div>We use cookies. <button>Accept</button></div></amp-consent></body></html>`,
};

const saved: Layout = {
  name: 'a page saved by a browser',
  file: 'saved.html',
  fields: without('agency', 'related'),
  print: (
    report,
  ) => `<!DOCTYPE html>\n<!-- saved from url=(00${String(report.url.length).padStart(2, '0')})${report.url} -->
<html lang="en"><head><meta http-equiv="Content-Type" content="text/html; charset=UTF-8"><title>${report.title} | ${report.publisher}</title></head><body>
<nav><a href="/">Home</a> <a href="/world">World</a></nav><h1 class="headline">${report.title}</h1><div class="article-dek">${report.dek}</div>
<div class="meta">${names(report)} | ${report.dayWritten} ${report.clock}</div>
<div class="photo"><img src="./saved_files/a.jpg"><div class="photo-caption">${report.caption}</div><div class="photo-credit">${report.credit}</div></div>
<div class="story">${paragraphs(report)}</div><footer>© ${report.day.slice(0, 4)} ${report.publisher}. All rights reserved.</footer></body></html>`,
};

const readerView: Layout = {
  name: 'the reader view of a browser',
  file: 'reader.html',
  fields: ['title', 'byline', 'url', 'caption', 'credit', 'body'],
  print: (report) =>
    page(
      `<title>${report.title}</title>`,
      `<div class="container" lang="en"><div class="header reader-header reader-show-element"><a class="domain reader-domain" href="${report.url}">${new URL(report.url).host}</a>
       <div class="domain-border"></div><h1 class="reader-title">${report.title}</h1><div class="credits reader-credits">${names(report)}</div>
       <div class="meta-data"><div class="reader-estimated-time">2-3 minutes</div></div></div><hr>
       <div class="content"><div class="moz-reader-content reader-show-element"><div id="readability-page-1" class="page"><figure><img src="a.jpg"><figcaption>${report.caption}. Photograph: ${report.credit}</figcaption></figure>${paragraphs(report)}</div></div></div></div>`,
    ),
};

const wire: Layout = {
  name: 'a wire story with its reporters below',
  file: 'wire.html',
  fields: ['title', 'byline', 'agency', 'day', 'related', 'body'],
  print: (report) =>
    page(
      `<title>${report.title}</title>`,
      `<div class="ArticlePage"><h1>${report.title}</h1><p class="date">${report.dayWritten} ${report.clock} GMT</p>
       <p>${report.place}, ${report.dayWritten.replace(/,? \d{4}$/, '')} (${report.agency}) - ${report.body[0]}</p>${report.body
         .slice(1)
         .map((line) => `<p>${line}</p>`)
         .join('')}
       <p><em>See also: <a href="${report.relatedUrl}">${report.related}</a></em></p><p>(Reporting by ${names(report)}; Editing by Tove Lund)</p></div>`,
    ),
};

const script: Layout = {
  name: 'a page whose text only JSON-LD holds',
  file: 'app.html',
  fields: ['title', 'byline', 'publisher', 'day', 'url', 'body'],
  print: (report) =>
    page(
      `<title>${report.title} | ${report.publisher}</title><script type="application/ld+json">${JSON.stringify({
        '@context': 'https://schema.org',
        '@graph': [
          { '@type': 'Organization', '@id': '#publisher', name: report.publisher },
          {
            '@type': ['NewsArticle'],
            headline: report.title,
            datePublished: `${report.day}T10:00:00+01:00`,
            author: report.people.map((name) => ({ '@type': 'Person', name })),
            publisher: { '@id': '#publisher' },
            mainEntityOfPage: { '@type': 'WebPage', '@id': report.url },
            articleBody: report.body.join('\n\n'),
          },
        ],
      })}</script>`,
      '<div id="app"></div><noscript>Please enable JavaScript to read this page.</noscript>',
    ),
};

const labels: Layout = {
  name: 'an archive that labels each line',
  file: 'archive.html',
  fields: ['title', 'byline', 'publisher', 'day', 'url', 'body'],
  print: (report) =>
    page(
      `<title>Archive - document view</title>`,
      `<div class="doc"><h2>${report.title}</h2><div>Author: ${names(report)}</div><div>Source: ${report.publisher}</div><div>Date: ${report.dayWritten}</div><div>Word count: 312</div>
       <div class="text">${paragraphs(report)}</div><div>Link: <a href="${report.url}">${report.url}</a></div></div>`,
    ),
};

const markdown: Layout = {
  name: 'the Markdown of a reader service',
  file: 'reader.md',
  fields: ['title', 'byline', 'day', 'url', 'caption', 'credit', 'related', 'body'],
  print: (report) => `Title: ${report.title}

URL Source: ${report.url}

Published Time: ${report.day}T10:15:00+00:00

Markdown Content:
# ${report.title}

By ${names(report)}

![Image 1](https://courier.example/a.jpg)

*${report.caption} (${report.credit})*

${report.body[0]}

Read more: [${report.related}](${report.relatedUrl})

${report.body.slice(1).join('\n\n')}
`,
};

const clipped: Layout = {
  name: 'a note clipped from the reader mode',
  file: 'clipped.md',
  fields: without('related'),
  print: (report) => `---
title: ${JSON.stringify(report.title)}
source: ${report.url}
author:
${report.people.map((name) => `  - "[[${name}]]"`).join('\n')}
published: ${report.day}
created: 2026-07-01
tags:
  - clippings
---
*${report.dek}*

![](https://courier.example/a.jpg)

${report.caption}. (${report.credit})

${report.place} (${report.agency}) — ${report.body.join('\n\n')}
`,
};

/** Every layout, each as some print view, saved page or reader has it. */
export const layouts: readonly Layout[] = [
  original,
  tables,
  plugin,
  service,
  broadcaster,
  paper,
  amp,
  saved,
  readerView,
  wire,
  script,
  labels,
  markdown,
  clipped,
];
