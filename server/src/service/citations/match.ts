/**
 * Which source a link, a footnote's text or an entry of a bibliography means. Knows what a source says of itself;
 * nothing of claims.
 */
import { type CitedSource, inReadingOrder, plain, writtenDate } from "../footnotes.ts";
import { locatorsIn } from "./locator.ts";
import { describedBy, Lookup } from "./lookup.ts";
import type { BibliographyEntry, CitationContext, KnownSource, Reference } from "./types.ts";

/** The entry for a source, or null. */
export function entryOf(context: CitationContext, source: KnownSource): BibliographyEntry | null {
  return Lookup.for(context).entryOf(source);
}

/** What an entry with this key means, or null for a key that no bibliography has. */
export function referenceByKey(context: CitationContext, key: string, locator = ""): Reference | null {
  const entry = Lookup.for(context).entry(key);
  return entry && { source: sourceOfEntry(context, entry), entry, locator };
}

/** The source that an entry means, else the source as the entry itself describes it. */
export function sourceOfEntry(context: CitationContext, entry: BibliographyEntry): CitedSource {
  const known = Lookup.for(context).sourceOf(entry) ?? describedBy(entry);
  return { ...citedSource(known), ...(entry.authors ? { authors: entry.authors } : {}) };
}

/** A known source as a citation names it. */
export function citedSource({ uri, title, publisher, published, url }: KnownSource): CitedSource {
  return { source: uri, title, publisher, published, url };
}

/** The uri form in which a cited source is compared with known ones. */
export function knownSource({ source, title, publisher, published, url }: CitedSource): KnownSource {
  return { uri: source, title, publisher, published, url };
}

/** The source that a link's target leads to, by address or by file; else the entry with that address. */
export function referenceByTarget(context: CitationContext, target: string, locator = ""): Reference | null {
  const found = Lookup.for(context).target(target);
  if (!found) return null;
  if ("source" in found) return referenceTo(context, found.source, locator);
  return { source: sourceOfEntry(context, found.entry), entry: found.entry, locator };
}

/** All sources and entries that a footnote's text names: several where it cites several. */
export function referencesByText(context: CitationContext, text: string): Reference[] {
  return Lookup.for(context)
    .namedIn(text)
    .map((source) => referenceTo(context, source, ""));
}

function referenceTo(context: CitationContext, source: KnownSource, locator: string): Reference {
  const entry = entryOf(context, source);
  const authors = source.uri === "" && entry?.authors ? { authors: entry.authors } : {};
  return { source: { ...citedSource(source), ...authors }, entry, locator };
}

/** True where a footnote's text holds nothing but the source's own description and a place in it. */
export function isBareCitation(text: string, { source }: Reference): boolean {
  let rest = text.replace(/<?https?:\/\/[^\s<>]+>?/gi, " ");
  for (const { at } of locatorsIn(rest).reverse()) rest = `${rest.slice(0, at.start)} ${rest.slice(at.end)}`;
  let words = ` ${plain(rest)} `;
  const { title, publisher, published, authors = [] } = source;
  const day = published === null ? "" : writtenDate(published);
  const known = [title, publisher ?? "", day, published ?? "", published?.slice(0, 4) ?? ""];
  for (const name of [...known, ...authors, ...authors.map(inReadingOrder)]) {
    const part = plain(name);
    if (part !== "") words = words.replace(` ${part} `, " ");
  }
  return words.split(" ").every((word) => ["", "and", "et", "al"].includes(word));
}
