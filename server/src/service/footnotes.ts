/**
 * Footnote citations: the key and the text of a definition for a source, and the definition that a draft already has.
 * Knows read documents and what a report says of a source.
 */
import { MONTHS } from "../kinds/date/words.ts";
import type { FootnoteDefinition, ProseDocument } from "../text/types.ts";
import { isWithin, locatorOf, locatorsIn } from "./citations/locator.ts";
import type { Evidence } from "./report.ts";

/** What a citation needs to know of a source. */
export type CitedSource = Pick<Evidence, "source" | "title" | "publisher" | "published" | "url" | "page"> & {
  /** "Brandt, Ada", or an organisation; only a bibliography tells them. */
  readonly authors?: readonly string[];
  /** Goes before the page. */
  readonly locator?: string;
};

/** "18 April 2019" for "2019-04-18"; a month or a year alone stays as coarse; other strings come back unchanged. */
export function writtenDate(day: string): string {
  const [, year, month, date] = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(day.slice(0, 10)) ?? [];
  const name = month === undefined ? undefined : MONTHS[Number(month) - 1];
  if (year === undefined) return day;
  return [date === undefined ? "" : String(Number(date)), name ?? "", year].filter(Boolean).join(" ");
}

/** "p. 4" of the original, or "" for a source without pages. */
export function writtenPage({ page }: Pick<Evidence, "page">): string {
  return page === undefined ? "" : `p. ${page}`;
}

/**
 * `Publisher, “Title”, 18 April 2019, p. 4, https://…`, with authors `Ada Brandt, “Title”, Publisher, …`, without what is
 * not known. Markdown in it is escaped.
 */
export function citationText(source: CitedSource): string {
  const title = source.title === "" ? "" : `“${escapeMarkdown(innerQuotes(source.title))}”`;
  const publisher = source.publisher === null ? "" : escapeMarkdown(source.publisher);
  const authors = writtenAuthors(source);
  const parts = [
    ...(authors === "" ? [publisher, title] : [authors, title, publisher]),
    source.published === null ? "" : writtenDate(source.published),
    source.locator ?? writtenPage(source),
    source.url === null ? "" : writtenUrl(source.url),
  ];
  return parts.filter((part) => part.trim() !== "").join(", ");
}

/** Three names at most, in reading order; a publisher that is its own author is named once. */
function writtenAuthors({ authors = [], publisher }: CitedSource): string {
  const names = authors.filter((name) => name !== publisher).map(inReadingOrder);
  if (names.length > 3) return `${escapeMarkdown(names[0]!)} et al.`;
  return names.map(escapeMarkdown).join(" and ");
}

/**
 * The definition that a draft already has for a source: one with its address, or with its title. Where the source is
 * cited by a place in it, one that names this place, else one that names none.
 */
export function definitionOf(document: ProseDocument, source: CitedSource): FootnoteDefinition | null {
  const isOfSource = definesSource(source);
  const place = locatorOf(source.locator ?? writtenPage(source));
  let placeless: FootnoteDefinition | null = null;
  for (const footnote of document.footnotes) {
    const text = document.text.slice(footnote.span.start, footnote.span.end);
    if (!isOfSource(text)) continue;
    const places = place === null ? [] : locatorsIn(text);
    if (place === null || places.some((one) => isWithin(place, one))) return footnote;
    if (places.length === 0) placeless ??= footnote;
  }
  return placeless;
}

/** Whether a text names the source: by its address, or by its title where it gives no address. */
export function definesSource(source: CitedSource): (text: string) => boolean {
  const address = source.url === null ? "" : bareUrl(source.url);
  const title = plain(source.title);
  return (text) => {
    if (address !== "" && holdsAddress(text, address)) return true;
    const namesTitle = title.length >= 8 && plainOnce(text).includes(title);
    return namesTitle && (address === "" || !text.includes("://"));
  };
}

/** One text is asked for all sources in turn. */
let latest = { text: "", plain: "" };

function plainOnce(text: string): string {
  if (latest.text !== text) latest = { text, plain: plain(text) };
  return latest.plain;
}

/** A label for a new footnote: from the publisher and the year, else from the title; not among those `taken`. */
export function footnoteKey(source: CitedSource, taken: ReadonlySet<string>): string {
  const year = source.published?.slice(0, 4);
  const base = source.publisher
    ? [slug(source.publisher), year].filter(Boolean).join("-")
    : titleSlug(source.title) || slug(source.source.replace(/^.*[/\\]/, "").replace(/\.\w{1,8}$/, ""));
  const key = base || "source";
  const place = locatorOf(source.locator ?? writtenPage(source));
  const paged = place === null ? key : `${key}-p${place.from}`;
  let candidate = taken.has(key) ? paged : key;
  for (let n = 2; taken.has(candidate); n++) candidate = `${key}-${n}`;
  return candidate;
}

/** An address without what does not change where it leads: scheme, "www.", fragment, slash at the end; lower case. */
export function bareUrl(url: string): string {
  return url
    .trim()
    .replace(/^<|>$/g, "")
    .toLowerCase()
    .replace(/^https?:\/\//, "")
    .replace(/^www\./, "")
    .replace(/#.*$/s, "")
    .replace(/\/$/, "");
}

/** Lower-cased words with single blanks and no marks, for looking up a title in prose. */
export function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/** True when the address stands in the text and no longer address does: "a.org/1" is not in "a.org/12". */
function holdsAddress(text: string, address: string): boolean {
  const haystack = text.toLowerCase();
  for (let at = haystack.indexOf(address); at >= 0; at = haystack.indexOf(address, at + 1)) {
    const after = haystack.slice(at + address.length, at + address.length + 2);
    if (!/^\/?[\p{L}\p{N}_-]/u.test(after) && !/^[.?&=][\p{L}\p{N}]/u.test(after)) return true;
  }
  return false;
}

/** The labels that a draft's footnotes and references use, those in code and markup too, in lower case. */
export function takenLabels(document: ProseDocument): Set<string> {
  const written = document.text.matchAll(/\[\^([^\]\s]{1,100})\]/g);
  return new Set([...written].map(([, label]) => label!.toLowerCase()));
}

const MONTH = `(?:${MONTHS.join("|")})`;
/** "29 April 2024", "April 29, 2024", "2024-04-29", the year in a group. */
const WRITTEN_DAY = new RegExp(
  `\\b(?:\\d{1,2}(?:st|nd|rd|th)?\\s+${MONTH}(?:,?\\s+(\\d{4}))?|${MONTH}\\s+\\d{1,2}(?:st|nd|rd|th)?(?!\\d)(?:,?\\s+(\\d{4}))?|(\\d{4})-\\d{2}-\\d{2})\\b`,
  "i",
);

/** Of a day in a title only the year is kept: the rest of it, cut off, would be digits that say nothing. */
function titleSlug(title: string): string {
  const day = WRITTEN_DAY.exec(title);
  const words = day ? slug(title.replace(WRITTEN_DAY, " ")) : "";
  if (!day || words === "") return slug(title);
  return [words, day[1] ?? day[2] ?? day[3]].filter(Boolean).join("-");
}

/** At most four words and about 30 characters, so that the reference stays readable in the draft. */
function slug(text: string): string {
  const words = text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/['’]/g, "")
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter(
      (word) => word !== "" && !["the", "a", "an", "of", "for", "and", "on", "in", "to"].includes(word),
    );
  const taken: string[] = [];
  for (const word of words.slice(0, 4)) {
    if (taken.length > 0 && taken.join("-").length + word.length > 30) break;
    taken.push(taken.length === 0 ? word.slice(0, 40) : word);
  }
  // A number that lost what it counts says nothing.
  const isCut = taken.length < words.length && taken.length > 1;
  return (isCut && /^\d+$/.test(taken.at(-1)!) ? taken.slice(0, -1) : taken).join("-");
}

function writtenUrl(url: string): string {
  const line = url.trim().replace(/\s/g, "%20");
  return /[<>()]/.test(line) ? `<${line.replace(/[<>]/g, encodeURIComponent)}>` : line;
}

/** "Brandt, Ada" as "Ada Brandt". */
export function inReadingOrder(name: string): string {
  const [family, given] = name.split(/,\s*/, 2);
  return given ? `${given} ${family}` : name;
}

/** Double quotation marks inside quoted words become single ones, as print does. */
export function innerQuotes(text: string): string {
  return text.replace(/“([^“”]{0,300})”/g, "‘$1’").replace(/"([^"]{0,300})"/g, "‘$1’");
}

/** One line whose marks mean nothing to Markdown. */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/\s+/g, " ")
    .trim()
    .replace(/[\\`*_[\]<>~]|&(?=#?\w{1,32};)/g, "\\$&");
}
