/**
 * What a web page records of itself: title, publisher, day of publication, canonical address, from its meta elements,
 * JSON-LD, `<time>` and the comment that a browser leaves in a saved page. Knows the page's tree; nothing of its prose.
 */
import { readDay } from "./days.ts";
import type { DomDocument, DomElement } from "./dom.ts";
import type { FileMetadata } from "./types.ts";

const DAY_NAMES = [
  "article:published_time",
  "og:article:published_time",
  "datePublished",
  "citation_publication_date",
  "parsely-pub-date",
  "sailthru.date",
  "dcterms.issued",
  "dcterms.created",
  "dcterms.date",
  "dc.date.issued",
  "dc.date.created",
  "dc.date",
  "pubdate",
  "publish-date",
  "publication_date",
  "date",
];
const TITLE_NAMES = ["og:title", "twitter:title", "citation_title", "dcterms.title", "dc.title", "headline"];
const PUBLISHER_NAMES = ["og:site_name", "citation_publisher", "dcterms.publisher", "dc.publisher"];

/** Reads them; `head` is the page's first characters as they stand in the file. Never throws on odd values. */
export function pageMetadata(document: DomDocument, head: string): FileMetadata {
  const named = metaValues(document);
  const linked = linkedData(document);
  const first = (names: readonly string[]) =>
    names.map((name) => named.get(name.toLowerCase())).find(Boolean);
  const publisher = tidy(first(PUBLISHER_NAMES) ?? linked.publisher ?? named.get("application-name"));
  const title = tidy(first(TITLE_NAMES)) ?? tidy(linked.title) ?? titleElement(document, publisher);
  const published = dayOf(document, first, linked);
  const url = addressOf(document, named, linked, head);
  return {
    ...(title ? { title } : {}),
    ...(publisher ? { publisher } : {}),
    ...(published ? { published } : {}),
    ...(url ? { url } : {}),
  };
}

function metaValues(document: DomDocument): Map<string, string> {
  const values = new Map<string, string>();
  for (const meta of document.querySelectorAll("meta")) {
    const content = meta.getAttribute("content");
    for (const kind of ["property", "name", "itemprop"]) {
      const name = meta.getAttribute(kind)?.trim().toLowerCase();
      if (name && content && !values.has(name)) values.set(name, content);
    }
  }
  return values;
}

function dayOf(
  document: DomDocument,
  first: (names: readonly string[]) => string | undefined,
  linked: LinkedData,
): string | undefined {
  for (const name of DAY_NAMES.slice(0, 3)) {
    const day = readDay(first([name]));
    if (day) return day;
  }
  const own = readDay(linked.published);
  if (own) return own;
  for (const name of DAY_NAMES.slice(3)) {
    const day = readDay(first([name]));
    if (day) return day;
  }
  const times = [
    ...document.querySelectorAll("[itemprop=datePublished], time[pubdate]"),
    ...document.querySelectorAll("article time, main time, header time"),
    ...document.querySelectorAll("time"),
  ].slice(0, 20);
  for (const time of times) {
    const day = readDay(time.getAttribute("datetime") ?? undefined) ?? readDay(time.textContent ?? undefined);
    if (day) return day;
  }
  return undefined;
}

function titleElement(document: DomDocument, publisher: string | undefined): string | undefined {
  const heading = tidy(document.querySelector("h1")?.textContent ?? undefined);
  const whole = tidy(document.querySelector("title")?.textContent ?? undefined);
  if (!whole) return heading;
  if (heading && whole.startsWith(heading)) return heading;
  const parts = whole.split(/\s+[|·•»–—-]\s+/);
  const last = parts.at(-1)!;
  const isSite = publisher !== undefined && last.toLowerCase() === publisher.toLowerCase();
  return parts.length > 1 && (isSite || /\s[|»]\s/.test(whole))
    ? whole.slice(0, whole.lastIndexOf(last)).replace(/\s+\S\s+$/, "")
    : whole;
}

function addressOf(
  document: DomDocument,
  named: ReadonlyMap<string, string>,
  linked: LinkedData,
  head: string,
): string | undefined {
  const canonical = document.querySelector("link[rel=canonical]")?.getAttribute("href") ?? undefined;
  const saved = /<!--\s*saved from url=\(\d+\)(\S{1,2000})|^\s*url:\s*(https?:\S{1,2000})/m.exec(head);
  const candidates = [canonical, named.get("og:url"), linked.url, saved?.[1] ?? saved?.[2]];
  return candidates
    .map((value) => value?.trim())
    .find((value) => value && /^https?:\/\/[^\s<>"]+$/i.test(value));
}

interface LinkedData {
  title?: string;
  publisher?: string;
  published?: string;
  url?: string;
}

/** The first article of the page's JSON-LD. */
function linkedData(document: DomDocument): LinkedData {
  for (const script of [...document.querySelectorAll("script")].slice(0, 200)) {
    if (script.getAttribute("type")?.trim().toLowerCase() !== "application/ld+json") continue;
    const found = readLinked(script);
    if (found) return found;
  }
  return {};
}

function readLinked(script: DomElement): LinkedData | null {
  let data: unknown;
  try {
    data = JSON.parse(script.textContent ?? "");
  } catch {
    return null;
  }
  const waiting: unknown[] = [data];
  for (let seen = 0; waiting.length > 0 && seen < 500; seen++) {
    const item = waiting.shift();
    if (Array.isArray(item)) waiting.push(...item.slice(0, 100));
    if (!isRecord(item)) continue;
    if (item["@graph"] !== undefined) waiting.push(item["@graph"]);
    const published = words(item.datePublished);
    if (published === undefined) continue;
    const title = words(item.headline) ?? words(item.name);
    const publisher = words(item.publisher);
    const url = words(item.mainEntityOfPage) ?? words(item.url);
    return {
      published,
      ...(title ? { title } : {}),
      ...(publisher ? { publisher } : {}),
      ...(url ? { url } : {}),
    };
  }
  return null;
}

/** A string, or the name or address of what stands in its place. */
function words(value: unknown): string | undefined {
  if (typeof value === "string") return value;
  if (Array.isArray(value)) return words(value[0]);
  if (!isRecord(value)) return undefined;
  const inner = value.name ?? value["@id"];
  return typeof inner === "string" ? inner : undefined;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function tidy(value: string | undefined): string | undefined {
  const text = value?.slice(0, 500).replace(/\s+/g, " ").trim();
  return text === "" ? undefined : text;
}
