/**
 * Which source a link, a footnote's text or an entry of a bibliography means. Knows what a source says of itself;
 * nothing of claims.
 */
import {
  bareUrl,
  type CitedSource,
  definesSource,
  inReadingOrder,
  plain,
  writtenDate,
} from "../footnotes.ts";
import { locatorsIn } from "./locator.ts";
import type { BibliographyEntry, CitationContext, KnownSource, Reference } from "./types.ts";

/** Shorter titles are told from prose by nothing. */
const SHORTEST_TITLE = 8;

/** A source as an entry or a footnote may mean it: by file, by address, or by title where they do not differ in address. */
export function isOf(entry: BibliographyEntry, source: KnownSource): boolean {
  const name = fileName(source.uri);
  if (name !== "" && entry.files?.some((file) => fileName(file) === name)) return true;
  if (entry.url !== undefined && source.url !== null) return bareUrl(entry.url) === bareUrl(source.url);
  const title = plain(entry.title ?? "");
  return title.length >= SHORTEST_TITLE && title === plain(source.title);
}

/** The entry for a source, or null. */
export function entryOf(context: CitationContext, source: KnownSource): BibliographyEntry | null {
  for (const { entries } of context.bibliographies) {
    const found = entries.find((entry) => isOf(entry, source));
    if (found) return found;
  }
  return null;
}

/** What an entry with this key means, or null for a key that no bibliography has. */
export function referenceByKey(context: CitationContext, key: string, locator = ""): Reference | null {
  for (const { entries } of context.bibliographies) {
    const entry = entries.find((one) => one.key === key);
    if (entry) return { source: sourceOfEntry(context, entry), entry, locator };
  }
  return null;
}

/** The source that an entry means, else the source as the entry itself describes it. */
export function sourceOfEntry(context: CitationContext, entry: BibliographyEntry): CitedSource {
  const authors = entry.authors ? { authors: entry.authors } : {};
  const known = context.sources.find((source) => isOf(entry, source));
  if (known) return { ...citedSource(known), ...authors };
  return {
    source: "",
    title: entry.title ?? entry.key,
    publisher: entry.publisher ?? null,
    published: entry.published ?? null,
    url: entry.url ?? null,
    ...authors,
  };
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
  const isWeb = /^https?:\/\//i.test(target);
  const leads = (source: { readonly uri: string; readonly url: string | null }) =>
    isWeb
      ? source.url !== null && bareUrl(source.url) === bareUrl(target)
      : fileName(source.uri) !== "" && fileName(source.uri) === fileName(target);
  const known = context.sources.find(leads);
  if (known) return { source: citedSource(known), entry: entryOf(context, known), locator };
  for (const { entries } of context.bibliographies)
    for (const entry of entries)
      if (leads({ uri: entry.files?.[0] ?? "", url: entry.url ?? null }))
        return { source: sourceOfEntry(context, entry), entry, locator };
  return null;
}

/** All sources and entries that a footnote's text names: several where it cites several. */
export function referencesByText(context: CitationContext, text: string): Reference[] {
  const known = context.sources
    .filter((source) => definesSource(citedSource(source))(text))
    .map((source) => ({ source: citedSource(source), entry: entryOf(context, source), locator: "" }));
  const others = context.bibliographies
    .flatMap(({ entries }) => entries)
    .filter((entry) => !known.some((one) => one.entry === entry))
    .map((entry) => ({ source: sourceOfEntry(context, entry), entry, locator: "" }))
    .filter(({ source }) => source.source === "" && definesSource(source)(text));
  return [...known, ...others];
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

/** A path's last part, decoded and in lower case. */
export function fileName(path: string): string {
  const name = path.replace(/[#?].*$/s, "").replace(/^.*[/\\]/s, "");
  try {
    return decodeURIComponent(name).toLowerCase();
  } catch {
    return name.toLowerCase();
  }
}
