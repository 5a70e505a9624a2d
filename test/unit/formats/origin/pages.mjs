/** The web pages that the fixtures are saved and printed from. Each lays out the same story in its own way. */

const BAR = `<nav class="main-nav"><ul><li><a href="/">Home</a></li><li><a href="/harbour">Harbour</a></li><li><a href="/rail">Rail</a></li><li><a href="/jobs">42 jobs</a></li></ul></nav>`;
const COOKIES = `<div id="cookie-consent" class="cookie-bar"><p>We and our 812 partners store cookies on your device. <button>Accept all</button></p></div>`;
const RELATED = `<section class="related-stories"><h2>Related stories</h2><ul><li><a href="/a">Rail bridge stays closed until 2027</a></li><li><a href="/b">Motorway opens after 15 years</a></li></ul></section>`;
const COMMENTS = `<section id="comments"><h2>3 comments</h2><div class="comment"><p>Old salt wrote: it will never sail, I bet 500 euros.</p></div></section>`;

const linked = JSON.stringify({
  "@context": "https://schema.org",
  "@graph": [
    { "@type": "WebSite", name: "Vesterland Courier" },
    {
      "@type": "NewsArticle",
      headline: "Night ferry to Halden starts in June",
      datePublished: "2024-02-02T08:30:00+01:00",
      publisher: { "@type": "Organization", name: "Vesterland Courier" },
    },
  ],
});

export const PAGES = (text, body) => ({
  // A news site: the article among navigation, notices, teasers and comments; its head full of metadata.
  "news.html": `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Night ferry to Halden starts in June | Vesterland Courier</title>
<meta property="og:title" content="Night ferry to Halden starts in June"><meta property="og:site_name" content="Vesterland Courier">
<meta property="article:published_time" content="2024-02-02T08:30:00+01:00"><link rel="canonical" href="https://courier.example/harbour/night-ferry">
<script type="application/ld+json">${linked}</script></head><body>${COOKIES}<header class="site-header"><a href="/">Vesterland Courier</a>${BAR}</header>
<main><article><h1>Night ferry to Halden starts in June</h1><p class="byline">By Ines Kolar</p><div class="share-buttons"><a href="#">Share</a></div>${text}</article>${RELATED}${COMMENTS}</main>
<footer class="site-footer"><p>© 2024 Vesterland Courier. 120,000 readers trust us.</p></footer>
<script>document.querySelector("article").dataset.ready = "yes";</script></body></html>`,

  // A ministry's release: no article element, the day in a time element, the text in nested boxes.
  "ministry.html": `<!doctype html><html><head><meta charset="utf-8"><title>Night ferry to Halden starts in June - Ministry of Transport</title>
<meta name="dcterms.publisher" content="Ministry of Transport"></head><body><div id="skiplink"><a href="#c">Skip to content</a></div>
<div class="top"><div class="navbar"><ul><li><a href="/">Ministry</a></li><li><a href="/press">Press</a></li></ul></div></div>
<div class="wrap"><div class="col-8"><div class="inner" id="c"><h1>Night ferry to Halden starts in June</h1><p>Published <time datetime="2024-02-02">2 February 2024</time></p>${text}</div></div>
<div class="col-4 sidebar"><h3>Popular</h3><ul><li><a href="/x">All 250 releases</a></li><li><a href="/y">Minister’s diary</a></li></ul></div></div>
<div class="page-footer"><a href="/imprint">Imprint</a> <a href="/privacy">Privacy</a></div></body></html>`,

  // An old portal: tables lay out the page, the encoding is windows-1252, elements are left open.
  "old-portal.html": `<html><head><meta http-equiv="Content-Type" content="text/html; charset=windows-1252"><title>Night ferry to Halden starts in June</title></head>
<body><table width="100%" border="0"><tr><td width="150" valign="top"><a href="i.htm">Index</a><br><a href="n.htm">News</a></td>
<td valign="top"><h1>Night ferry to Halden starts in June</h1>${text}</td></tr></table></body></html>`,

  // A blog whose page is a bare body with custom elements and hidden parts.
  "blog.html": `<!-- saved from url=(0041)https://blog.example/2024/02/night-ferry -->
<meta charset="utf-8"><title>Night ferry to Halden starts in June</title><meta name="date" content="February 2, 2024">
<post-frame><div hidden>Draft 7: the ferry starts in May.</div><span style="display: none">Old price: 19 million euros.</span>
<post-body>${body}</post-body></post-frame><dialog open>Subscribe for 5 euros</dialog>`,

  // Columns of a newspaper, with a headline over all of them.
  "three-columns.html": `<!doctype html><html><head><meta charset="utf-8"><title>Night ferry</title><style>
@page { size: A4 landscape; margin: 15mm } body { font: 10pt/1.35 "DejaVu Serif", serif } h1 { font-size: 24pt; margin: 0 0 6mm }
.cols { column-count: 3; column-gap: 8mm; text-align: justify; hyphens: auto } h2 { font-size: 13pt } table { font-size: 8pt; width: 100% } td, th { padding: 1px 4px; text-align: left }
ul { padding-left: 5mm }</style></head><body lang="en"><h1>Night ferry to Halden starts in June</h1><div class="cols">${text}</div></body></html>`,

  // Slides: large letters, a few lines a page.
  "slides.html": `<!doctype html><html><head><meta charset="utf-8"><title>Night ferry to Halden starts in June</title><style>
@page { size: 280mm 158mm; margin: 12mm } body { font: 17pt/1.3 "DejaVu Sans", sans-serif } h1, h2 { break-after: avoid; color: #036 } h2 { break-before: page }</style></head>
<body>${body}</body></html>`,
});
