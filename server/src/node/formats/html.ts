/**
 * Reads a saved web page: which part of it is the article, that part as Markdown, and what the page records of itself.
 * Knows pages; nothing of files. Runs in the readers' thread.
 */
import { Readability } from "@mozilla/readability";
import { parseHTML } from "linkedom";
import { declaredEncoding, decodeBytes } from "../../text/encoding.ts";
import { type DomDocument, type DomElement, textLength } from "./dom.ts";
import { toMarkdown } from "./dom-markdown.ts";
import { plainWords } from "./dom-words.ts";
import { removeClutter } from "./html-clutter.ts";
import { pageMetadata } from "./html-metadata.ts";
import { escapeInline, tidyLine } from "./markdown-escape.ts";
import { type Extracted, FormatError } from "./types.ts";

/** Fewer characters than this are no article. */
const LEAST = 250;
/** Elements that are nested deeper are a trap for whoever climbs from each to all that hold it. */
const DEEPEST = 1000;

/** Reads a page's bytes. Throws a FormatError where there are no words in it. */
export function readHtml(bytes: Uint8Array): Extracted {
  const decoded = decodeBytes(bytes, declaredEncoding(bytes));
  if (!decoded) throw new FormatError("not-text", "is not a web page. Save the page again, as HTML");
  const { text, guessed, encoding } = decoded;
  const document = parse(text);
  const metadata = pageMetadata(document, text.slice(0, 4096));
  const markdown = withTitle(document, articleMarkdown(document, text), metadata.title);
  if (!/\p{L}{2}/u.test(markdown))
    throw new FormatError(
      "no-text",
      "no text was found in this page; it may be drawn by a program in the browser. Save it anew with “Webpage, Complete”, or print it to PDF",
    );
  const doubt = guessed ? `does not say how it is encoded and was read as ${encoding}` : undefined;
  return { text: markdown, metadata, ...(doubt ? { doubt } : {}) };
}

/** Markdown of a piece of HTML that is all content. */
export function fragmentMarkdown(html: string): string {
  const root = parse(html).documentElement;
  return root ? toMarkdown(root) : "";
}

function parse(html: string): DomDocument {
  const whole = /<html[\s>]/i.test(html.slice(0, 65_536))
    ? html
    : `<!doctype html><html><head></head><body>${html}</body></html>`;
  return parseHTML(whole).document as unknown as DomDocument;
}

function articleMarkdown(document: DomDocument, html: string): string {
  // A page that ends in its first tag has no element, and asking that for its body throws.
  const whole = document.documentElement && (document.body ?? document.documentElement);
  if (!whole) return "";
  removeClutter(whole);
  const root = markedArticle(document, whole);
  if (root) return toMarkdown(root);
  const found = whole.querySelector("p, div") && depthOf(whole) < DEEPEST ? readable(html) : null;
  const all = toMarkdown(whole);
  // Less than half of what is there is a guess that missed the article.
  return found !== null && found.length > all.length * 0.5 ? found : all;
}

/** The element that the page itself calls its article or main part. */
function markedArticle(document: DomDocument, whole: DomElement): DomElement | null {
  const all = textLength(whole);
  const bodies = [...document.querySelectorAll("[itemprop=articleBody]")];
  const mains = [...document.querySelectorAll("main, [role=main]")];
  const articles = [...document.querySelectorAll("article")];
  const longest = articles.sort((a, b) => textLength(b) - textLength(a))[0];
  const total = articles.reduce((sum, article) => sum + textLength(article), 0);
  const candidates = [
    // One article among many is a teaser of a list: then the list is what the page is.
    longest && (articles.length === 1 || textLength(longest) > total * 0.5) ? longest : null,
    mains.length === 1 ? mains[0] : null,
    bodies.length === 1 ? bodies[0] : null,
  ];
  const least = Math.min(LEAST, all * 0.5);
  return candidates.find((element) => element && textLength(element) >= least) ?? null;
}

function depthOf(root: DomElement): number {
  const depths = new Map<DomElement, number>([[root, 0]]);
  let deepest = 0;
  for (const element of root.querySelectorAll("*")) {
    const depth = (element.parentElement ? (depths.get(element.parentElement) ?? 0) : 0) + 1;
    depths.set(element, depth);
    deepest = Math.max(deepest, depth);
  }
  return deepest;
}

function readable(html: string): string | null {
  try {
    const copy = parse(html);
    if (copy.body) removeClutter(copy.body);
    const article = new Readability(copy as unknown as ConstructorParameters<typeof Readability>[0], {
      charThreshold: LEAST,
      keepClasses: true,
    }).parse();
    return article?.content ? fragmentMarkdown(article.content) : null;
  } catch {
    return null;
  }
}

/** The headline often stands outside of the article. */
function withTitle(document: DomDocument, markdown: string, title: string | undefined): string {
  if (/^# /m.test(markdown.slice(0, 2000))) return markdown;
  const heading = document.querySelector("h1");
  const words = tidyLine((heading && plainWords(heading)) || title || "").trim();
  if (words === "" || markdown.slice(0, 1000).includes(words)) return markdown;
  return `# ${escapeInline(words)}\n\n${markdown}`;
}
